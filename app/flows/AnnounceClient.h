// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Stores a secret that signs webhooks from now on. The one before it signs, too, until
/// endWebhookRotation(). Invalid: it is no such secret, or signs already.
Task<Outcome<Done>> keepWebhookSecret(Vault& vault, QString environment, Secret secret);

/// Lets the newest secret alone sign from now on. Invalid (code no_webhook_secret): there is none.
Task<Outcome<Done>> endWebhookRotation(Vault& vault, QString environment);

/// Returns the secrets that sign webhooks. Invalid (code no_webhook_secret): there is none.
Task<Outcome<WebhookSecrets>> webhookSecrets(Vault& vault, QString environment);

/// Result of one webhook.
struct BackendTold {
    /// The failures' codes say what the backend answered: webhook_gone (410), webhook_refused,
    /// webhook_signature_refused (401, 403), webhook_redirected, webhook_busy (it asks to wait),
    /// webhook_failed; or that it did not: webhookUnanswered, webhook_unreached.
    Outcome<Done> outcome;
    QDateTime due = {}; ///< UTC; it asks to be sent nothing before; invalid: it does not.
};

/// Sends one webhook, by one request.
Task<BackendTold> tellBackend(Services services, WebhookSettings settings, ClientNotice notice);

/// Tells whether the backend may be sent anything now, from what it answered before. Refused (code
/// webhook_gone): it answered 410, and `isWantedByStaff` is false. RateLimited (code webhook_busy):
/// it asked to wait.
Outcome<Done> mayTell(
    const QList<Registration>& open, const QDateTime& now, bool isWantedByStaff = false);

/// Checks, before anything is sent, that the backend can be told of a client. The failures are
/// those of webhookSecrets() and mayTell().
Task<Outcome<Done>> checkBackend(Services services);

/// Generates a client for one customer and tells the partner's backend of it, which stages it: its
/// token endpoint accepts the client as soon as it has answered 2xx.
///
/// The intent is written before the request. If the backend may have taken the client without
/// answering so, it is Leaving: the backend is told to withdraw it. Whoever does not go on with the
/// client withdraws it (IssuedClients::withdraw()) or lets the run end; settleRegistrations()
/// (StagedClients.h) finds both.
Task<Outcome<ClientCredentials>> announceClient(Services services, WebhookSettings settings,
    QString clientName, OnboardingId onboarding, CompanyId company);

} // namespace jetbridge
