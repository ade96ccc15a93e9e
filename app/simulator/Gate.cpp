// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Gate.h"

#include "simulator/ApiError.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr auto paddingMark = '.'; // Never part of a token that the issuer makes.

QByteArray bearerOf(const web::Request& request)
{
    const QByteArray header = request.header("authorization");
    return header.left(7).compare("Bearer ", Qt::CaseInsensitive) == 0 ? header.mid(7).trimmed()
                                                                       : QByteArray();
}

QByteArray basicUserOf(const web::Request& request)
{
    const QByteArray header = request.header("authorization");
    if (header.left(6).compare("Basic ", Qt::CaseInsensitive) != 0)
        return {};
    const QByteArray decoded = QByteArray::fromBase64(header.mid(6));
    return QByteArray::fromPercentEncoding(decoded.left(decoded.indexOf(':')));
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QCoro::Task<web::Reply> logged(
    web::AsyncHandler handler, web::Request request, std::function<void(const web::Reply&)> leave)
{
    web::Reply reply = co_await handler(std::move(request));
    leave(reply);
    co_return reply;
}

} // namespace

Gate::Gate(World& world, Faults& faults, RequestLog& log)
    : m_world(world)
    , m_faults(faults)
    , m_log(log)
{
}

void Gate::watch(web::Router& router)
{
    router.before([this](const web::Request& request) { return arrive(request); });
    router.afterwards([this](const web::Request&, web::Reply& reply) {
        // The request was answered without a handler: its path or method is unknown, or it was
        // refused on arrival.
        if (!std::exchange(m_handled, true))
            leave(m_arrived, reply, false);
    });
}

std::optional<web::Reply> Gate::arrive(const web::Request& request)
{
    LoggedRequest entry;
    entry.at = m_world.clock().now();
    entry.method = request.methodName();
    const World::MaskedUrl url = m_world.masked(request.path, request.query);
    entry.url = url.text;
    entry.secretInUrl = url.hadSecret;
    const bool isPlain = request.query.isEmpty() && !request.path.contains('%');
    entry.path = isPlain
        ? url.text
        : QUrl::fromPercentEncoding(url.text.section(QLatin1Char('?'), 0, 0).toUtf8());
    identify(request, entry);
    m_arrived = m_log.add(std::move(entry));
    m_handled = false;
    if (comesFromAnotherSite(request))
        return apiError(403, u"FOREIGN_ORIGIN"_s,
            u"Pages of other sites are not allowed to send this request."_s);
    return std::nullopt;
}

void Gate::identify(const web::Request& request, LoggedRequest& entry) const
{
    if (const QByteArray bearer = unpaddedBearerOf(request); !bearer.isEmpty()) {
        entry.authentication = u"bearer"_s;
        if (const auto grant = m_world.issuer().check(bearer)) {
            entry.client = grant->client.text();
            if (const ConnectedCompany* connected = m_world.integrationOfClient(grant->client))
                entry.company = connected->company.text();
        }
    } else if (const QByteArray user = basicUserOf(request); !user.isEmpty()) {
        entry.authentication = u"basic"_s;
        entry.client = QString::fromUtf8(user);
    } else if (request.method == web::Method::Post) {
        if (const auto form = request.form(); form && form->has("client_id")) {
            entry.authentication = u"body"_s;
            entry.client = QString::fromUtf8(form->value("client_id"));
        }
    }
    if (entry.company.isEmpty() && !entry.client.isEmpty())
        if (const ConnectedCompany* connected = m_world.integrationOfClient(ClientId(entry.client)))
            entry.company = connected->company.text();
    if (entry.company.isEmpty() && entry.path.startsWith("/companies/"_L1))
        entry.company = entry.path.section(QLatin1Char('/'), 2, 2);
    if (entry.company.isEmpty() && entry.authentication != "body"_L1
        && request.mediaType() == "application/json")
        if (const auto object = request.json())
            entry.company = object->value("companyId"_L1).toString();
}

bool Gate::comesFromAnotherSite(const web::Request& request) const
{
    if (request.method == web::Method::Get)
        return false;
    const QByteArray origin = request.header("origin");
    const QByteArray site = request.header("sec-fetch-site");
    // Our own pages send "null" under a strict referrer policy; Sec-Fetch-Site distinguishes them
    // from others.
    return (!origin.isEmpty() && origin != "null"
               && !m_origins.contains(QString::fromLatin1(origin))
               && origin != "http://" + request.host)
        || (!site.isEmpty() && site != "same-origin" && site != "none");
}

web::Handler Gate::open(web::Handler handler)
{
    return [this, handler = std::move(handler)](const web::Request& request) {
        const qint64 number = take();
        const LoggedRequest* entry = m_log.find(number);
        m_fault = m_faults.next(web::methodName(request.method),
            entry ? entry->path : QUrl::fromPercentEncoding(request.path),
            entry ? entry->company : QString());
        web::Reply reply =
            m_fault && m_fault->answersInstead() ? m_fault->answer() : handler(request);
        if (m_fault)
            m_fault->applyTo(reply);
        leave(number, reply, m_fault.has_value());
        m_fault.reset();
        return reply;
    };
}

web::Handler Gate::control(web::Handler handler)
{
    return [this, handler = std::move(handler)](const web::Request& request) {
        const qint64 number = take();
        web::Reply reply = handler(request);
        leave(number, reply, false);
        return reply;
    };
}

web::AsyncHandler Gate::control(web::AsyncHandler handler)
{
    return [this, handler = std::move(handler)](web::Request request) {
        const qint64 number = take();
        return logged(handler, std::move(request),
            [this, number](const web::Reply& reply) { leave(number, reply, false); });
    };
}

qint64 Gate::take()
{
    m_handled = true;
    return m_arrived;
}

void Gate::leave(qint64 number, const web::Reply& reply, bool faulty)
{
    if (LoggedRequest* entry = m_log.find(number)) {
        entry->status = reply.transport.closeBeforeReply ? 0 : reply.status;
        entry->faulty = faulty;
    }
}

void Gate::rememberPadded(const Secret& token)
{
    m_paddedTokens.insert(token.sha256());
}

QByteArray Gate::unpaddedBearerOf(const web::Request& request) const
{
    const QByteArray bearer = bearerOf(request);
    const qsizetype mark = m_paddedTokens.isEmpty() ? -1 : bearer.indexOf(paddingMark);
    return mark >= 0 && m_paddedTokens.contains(sha256(bearer)) ? bearer.first(mark) : bearer;
}

web::Request Gate::unpadded(const web::Request& request) const
{
    web::Request plain = request;
    const QByteArray bearer = unpaddedBearerOf(request);
    for (web::Header& header : plain.headers)
        if (header.first == "authorization" && bearer != bearerOf(request))
            header.second = "Bearer " + bearer;
    return plain;
}

} // namespace jetbridge::simulator
