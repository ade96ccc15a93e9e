// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WebhookReply.h"

#include <algorithm>

namespace jetbridge {

Outcome<Done> webhookTaken(int status, std::optional<std::chrono::seconds> retryAfter)
{
    const auto answered = [status](FailureKind kind, const char* code, QStringList more = {}) {
        return failed(kind, Message::of(code, QStringList{QString::number(status)} + more), status,
            QLatin1String(code));
    };
    if (status >= 200 && status < 300)
        return Done{};
    if (status == 410)
        return answered(FailureKind::Refused, "webhook_gone");
    if (status == 401 || status == 403)
        return answered(FailureKind::Refused, "webhook_signature_refused");
    if (status >= 300 && status < 400)
        return answered(FailureKind::BadReply, "webhook_redirected");
    if (retryAfter)
        return answered(FailureKind::RateLimited, "webhook_busy",
            {QString::number(std::min(*retryAfter, longestWebhookPause).count())});
    if (status == 408 || status == 429 || status < 400 || status >= 500)
        return answered(FailureKind::ServerFault, "webhook_failed");
    return answered(FailureKind::NotPermitted, "webhook_refused");
}

} // namespace jetbridge
