// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpClientWebhook.h"

#include "http/RetryAfter.h"
#include "http/SignedWebhook.h"

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

Task<Outcome<WebhookAnswer>> HttpClientWebhook::tell(
    WebhookSettings settings, WebhookSecrets secrets, ClientNotice notice)
{
    if (const auto sound = settings.validate(); !sound)
        co_return passOn(sound);
    if (m_recorder && !notice.clientSecret.isEmpty())
        m_recorder->knowSecret(notice.clientSecret);
    http::Request request =
        http::signedWebhook(settings.url, secrets, notice.id(), notice.body(), m_clock.now());
    request.correlation = notice.onboarding;
    request.timeout = m_timeout;
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    if (!delivery.reply) {
        const bool isSent = delivery.left;
        Failure failure = delivery.reply.error();
        failure.code = isSent ? QLatin1String(webhookUnanswered) : "webhook_unreached"_L1;
        failure.detail =
            Message::of(isSent ? "webhook_no_answer" : "webhook_unreached", {failure.detail});
        co_return tl::unexpected<Failure>(std::move(failure));
    }
    co_return WebhookAnswer{
        delivery.reply->status, http::retryAfter(*delivery.reply, m_clock.now())};
}

} // namespace jetbridge::authorization
