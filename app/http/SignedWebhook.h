// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Webhook.h"
#include "http/Message.h"

namespace jetbridge::http {

/// Returns the request of one webhook as it is sent now, signed with every secret (Standard
/// Webhooks). Each try has the same id and body, and a timestamp and signatures of its own: the
/// request itself is sent once.
Request signedWebhook(const QUrl& url, const WebhookSecrets& secrets, const QByteArray& id,
    const Secret& body, const QDateTime& now);

} // namespace jetbridge::http
