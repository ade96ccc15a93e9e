// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DemoBackend.h"

#include "domain/Json.h"
#include "http/Client.h"
#include "http/ClientForm.h"
#include "web/Server.h"

#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge {

struct DemoBackend::Private {
    const QUrl introspection;
    const ClientCredentials client;
    async::Later<std::optional<Call>> first; ///< nullopt: nobody called in time.

    /// Asks what the token stands for; an empty object: it is not active (RFC 7662 2.2).
    Task<Outcome<QJsonObject>> claimsOf(Secret token) const
    {
        QByteArray form = "token=" + http::formEncoded(token.reveal());
        http::ClientForm made = http::clientForm(form, client, ClientAuthentication::Basic);
        wipe(form);
        http::Request request;
        request.method = "POST";
        request.url = introspection;
        request.headers = made.headers;
        request.body = made.body;
        http::Client http; // Each call is on the server's thread, and a client lives on one thread.
        const http::Delivery answer = co_await http.send(request);
        if (!answer.reply)
            co_return tl::unexpected<Failure>(answer.reply.error());
        if (answer.reply->status != 200)
            co_return failed(FailureKind::BadReply,
                u"Introspection answered %1."_s.arg(answer.reply->status), answer.reply->status);
        const QJsonObject claims = QJsonDocument::fromJson(answer.reply->body).object();
        co_return claims.value("active"_L1).toBool() ? claims : QJsonObject();
    }
};

namespace {

constexpr QByteArrayView scheme = "Bearer ";

web::Reply refused()
{
    // RFC 6750 3.1
    return web::Reply::json(QJsonObject{{u"error"_s, u"invalid_token"_s}}, 401)
        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
}

} // namespace

DemoBackend::DemoBackend(QUrl introspection, ClientCredentials client)
    : d(std::make_shared<Private>(Private{std::move(introspection), std::move(client), {}}))
{
}

DemoBackend::~DemoBackend() = default;

Outcome<Done> DemoBackend::listen()
{
    web::Router router;
    router.onAsync(
        web::Method::Get, "/orders", [d = d](web::Request request) -> QCoro::Task<web::Reply> {
            const QByteArray header = request.header("authorization");
            Call call;
            if (header.size() > scheme.size()
                && header.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
                call.token = Secret(QByteArrayView(header).sliced(scheme.size()));
            Outcome<QJsonObject> claims = QJsonObject();
            if (!call.token.isEmpty())
                claims = co_await d->claimsOf(call.token);
            if (claims)
                call.company = claims->value("companyId"_L1).toString();
            call.status = !claims ? 503 : call.company.isEmpty() ? 401 : 200;
            d->first.settle(call);
            if (call.status != 200)
                co_return call.status == 401 ? refused() : web::Reply::empty(call.status);
            co_return web::Reply::json(
                QJsonObject{{u"companyId"_s, call.company}, {u"orders"_s, QJsonArray()}});
        });
    m_server = std::make_unique<web::Server>(std::move(router), web::ServerOptions{});
    return m_server->listen();
}

QUrl DemoBackend::url() const
{
    QUrl url = m_server->url();
    url.setPath(u"/orders"_s);
    return url;
}

Task<Outcome<DemoBackend::Call>> DemoBackend::firstCall(std::chrono::milliseconds patience)
{
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [d = d] { d->first.settle({}); });
    timer.start(patience);
    const std::optional<Call> call = co_await d->first;
    if (!call)
        co_return failed(FailureKind::TimedOut,
            u"SmartRecruiters did not call the partner's API within %1 s."_s.arg(
                patience.count() / 1000));
    co_return *call;
}

Task<Outcome<DemoBackend::Call>> DemoBackend::call(Secret token)
{
    http::Request request;
    request.url = url();
    request.headers = {{"Authorization", "Bearer " + token.reveal().toByteArray()}};
    http::Client http;
    const http::Delivery answer = co_await http.send(request);
    if (!answer.reply)
        co_return tl::unexpected<Failure>(answer.reply.error());
    co_return Call{answer.reply->status,
        QJsonDocument::fromJson(answer.reply->body).object().value("companyId"_L1).toString(),
        token};
}

} // namespace jetbridge
