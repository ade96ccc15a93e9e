// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// Settings of an environment for the webhook that tells the partner's backend of each customer's
/// client (TokenService::Webhook).
struct WebhookSettings {
    QUrl url; ///< Address that webhooks are sent to; empty: none.

    bool isSet() const { return !url.isEmpty(); }
    /// Checks the settings. Invalid: the code names the field.
    Outcome<Done> validate() const;
    QJsonObject toJson() const;
    static WebhookSettings fromJson(const QJsonObject& object);

    bool operator==(const WebhookSettings&) const = default;
};

/// Secrets that sign webhooks (Standard Webhooks): "whsec_" and the base64 of 24 to 64 bytes. The
/// newest comes first; while it replaces another one, both sign.
struct WebhookSecrets {
    QList<Secret> secrets;

    /// Adds a secret; of the earlier ones, the newest stays valid. Invalid: it is no such secret,
    /// or the same as the newest.
    Outcome<Done> add(const Secret& secret);
    /// Reads `{"secrets": [...]}`. Invalid: it is anything else.
    static Outcome<WebhookSecrets> fromJson(const QByteArray& json);
    Secret toJson() const;
    /// Returns the header webhook-signature: one "v1,<base64>" for each secret, separated by a
    /// space. `timestamp` is in seconds since 1970.
    QByteArray sign(const QByteArray& id, qint64 timestamp, const QByteArray& body) const;
};

/// What the partner's backend is told of a customer's client.
struct ClientNotice {
    enum class Kind {
        Staged, ///< The client exists: oauthTokenUrl must accept it from now on.
        Committed, ///< Its integration is confirmed, so that SmartRecruiters uses it.
        Withdrawn, ///< It must not be accepted any more.
    };
    Kind kind = Kind::Staged;
    OnboardingId onboarding;
    CompanyId company;
    ClientId clientId;
    Secret clientSecret = {}; ///< Only for Staged.
    IntegrationId integration = {}; ///< Only for Committed; empty if it is not known.
    QDateTime at = {}; ///< UTC; when it happened, the same for each try.

    /// Returns the header webhook-id, which is the same for each try.
    QByteArray id() const;
    /// Returns the body, which is the same for each try.
    Secret body() const;
};

} // namespace jetbridge
