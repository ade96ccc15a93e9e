// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <chrono>
#include <optional>

namespace jetbridge {

/// Longest pause that the receiver of webhooks may ask for.
inline constexpr std::chrono::seconds longestWebhookPause = std::chrono::hours(24);

/// Tells what a receiver's answer to a webhook means: 2xx alone is a yes. The failures' codes:
/// webhook_gone (410: it wants no more), webhook_signature_refused (401, 403), webhook_redirected,
/// webhook_busy (`retryAfter`: it asks to wait), webhook_failed, webhook_refused.
Outcome<Done> webhookTaken(int status, std::optional<std::chrono::seconds> retryAfter);

} // namespace jetbridge
