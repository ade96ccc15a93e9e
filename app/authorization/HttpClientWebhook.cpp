// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpClientWebhook.h"

#include "http/RetryAfter.h"

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

namespace {

/// The request as it is sent now: each try has the same id and body, and a timestamp and signatures
/// of its own.
http::Request requestFor(const WebhookSettings& settings, const WebhookSecrets& secrets,
    const ClientNotice& notice, qint64 timestamp)
{
    const QByteArray id = notice.id();
    http::Request request;
    request.method = "POST";
    request.url = settings.url;
    request.body = notice.body();
    QByteArray body = request.body.reveal().toByteArray();
    request.headers = {{"Content-Type", "application/json"}, {"webhook-id", id},
        {"webhook-timestamp", QByteArray::number(timestamp)},
        {"webhook-signature", secrets.sign(id, timestamp, body)}};
    wipe(body);
    request.once = true; // A further try has another timestamp.
    request.isStatusEnough = true;
    request.correlation = notice.onboarding;
    return request;
}

} // namespace

Task<Outcome<WebhookAnswer>> HttpClientWebhook::tell(
    WebhookSettings settings, WebhookSecrets secrets, ClientNotice notice)
{
    if (const auto sound = settings.validate(); !sound)
        co_return passOn(sound);
    if (m_recorder && !notice.clientSecret.isEmpty())
        m_recorder->knowSecret(notice.clientSecret);
    http::Request request = requestFor(settings, secrets, notice, m_clock.now().toSecsSinceEpoch());
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
