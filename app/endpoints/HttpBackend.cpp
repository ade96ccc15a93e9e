// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/HttpBackend.h"

#include "domain/Environment.h"

#include <QElapsedTimer>
#include <QUrl>

namespace jetbridge::endpoints {

namespace {

QByteArray beginning(const QByteArray& body)
{
    return body.first(std::min(body.size(), HttpBackend::mostBodyBytes));
}

http::Request requestFor(const BackendAddress& address, const Notification& notification)
{
    http::Request request;
    request.method = "POST";
    request.url = address.url;
    request.headers = {{"Content-Type", "application/json"},
        {"Jetbridge-Notification", QByteArray::number(notification.number)},
        {"Jetbridge-Company", QUrl::toPercentEncoding(notification.company.text())},
        {"Jetbridge-Client", QUrl::toPercentEncoding(notification.client.text())},
        {"Jetbridge-Received", notification.at.toUTC().toString(Qt::ISODate).toLatin1()}};
    if (!address.bearer.isEmpty())
        request.headers.append(
            {"Authorization", "Bearer " + address.bearer.reveal().toByteArray()});
    request.body = Secret(notification.body);
    request.once = true; // The inbox decides when to try again.
    request.isStatusEnough = true;
    request.correlation = notification.onboarding;
    return request;
}

} // namespace

Task<Outcome<BackendAnswer>> HttpBackend::deliver(BackendAddress address, Notification notification)
{
    if (const auto sound = checkUrl("url", address.url); !sound)
        co_return passOn(sound);
    if (m_recorder && !address.bearer.isEmpty())
        m_recorder->knowSecret(address.bearer);
    http::Request request = requestFor(address, notification);
    request.timeout = m_timeout;
    QElapsedTimer elapsed;
    elapsed.start();
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    if (!delivery.reply)
        co_return passOn(delivery.reply);
    const int milliseconds = int(elapsed.elapsed());
    // Shortened last: a part of a secret is not recognised.
    QByteArray body = delivery.reply->body;
    if (!address.bearer.isEmpty())
        body.replace(address.bearer.reveal().toByteArray(), "[bearer]");
    if (m_recorder)
        body = m_recorder->withoutSecrets(body);
    co_return BackendAnswer{delivery.reply->status, milliseconds, beginning(body)};
}

} // namespace jetbridge::endpoints
