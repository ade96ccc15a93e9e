// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Webhook.h"
#include "ports/Task.h"

#include <chrono>
#include <optional>

namespace jetbridge {

/// Code of a failure after which the webhook may have been received all the same.
inline constexpr auto webhookUnanswered = "webhook_unanswered";

/// Answer of the partner's backend to a webhook, whatever its status.
struct WebhookAnswer {
    int status = 0;
    std::optional<std::chrono::seconds> retryAfter = {}; ///< How long it asks to wait.

    bool isGood() const { return status >= 200 && status < 300; }
};

/// The partner's backend, as the receiver of the webhooks that tell it of clients.
class ClientWebhook {
public:
    virtual ~ClientWebhook() = default;
    /// Sends one webhook by one request, signed with every secret (Standard Webhooks). Code
    /// webhookUnanswered: no answer came. Any other failure: nothing was sent.
    virtual Task<Outcome<WebhookAnswer>> tell(
        WebhookSettings settings, WebhookSecrets secrets, ClientNotice notice) = 0;
};

} // namespace jetbridge
