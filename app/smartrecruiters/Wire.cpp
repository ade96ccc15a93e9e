// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/Wire.h"

#include "domain/Json.h"
#include "http/RetryAfter.h"
#include "smartrecruiters/ReplyFailure.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

Outcome<Done> checkTarget(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return failed(FailureKind::Invalid, u"The environment's apiUrl is not a complete URL."_s, 0,
            u"apiUrl"_s);
    if (url.hasFragment() || !url.userInfo().isEmpty())
        return failed(FailureKind::Invalid,
            u"The environment's apiUrl must have no fragment and no user name (RFC 6749 3.2)."_s, 0,
            u"apiUrl"_s);
    return Done{};
}

} // namespace

Outcome<QJsonObject> jsonOf(const http::Reply& reply)
{
    const auto bad = [&reply](const QString& what, const char* code = "") {
        return failed(FailureKind::BadReply,
            u"SmartRecruiters answered %1 with %2."_s.arg(reply.status).arg(what), reply.status,
            QLatin1String(code));
    };
    const QByteArray text = reply.body.trimmed();
    if (text.isEmpty())
        return bad(u"an empty body instead of JSON"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        if (text.startsWith('<'))
            return bad(u"an HTML page instead of JSON (a proxy or a maintenance page?)"_s, "html");
        return bad(u"something that is not JSON (%1 at byte %2)"_s.arg(error.errorString())
                       .arg(error.offset));
    }
    if (!document.isObject())
        return bad(u"JSON that is not an object"_s);
    return document.object();
}

QString typeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"a truth value"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"an empty text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

/// An error body is kept, because it explains what is wrong; anything else may contain personal
/// data in any format.
QByteArray withoutPeople(const http::Reply& reply)
{
    if (reply.status >= 400)
        return reply.body;
    const QString total = jsonText(reply.body, "totalFound");
    return u"[people's data left out: %1 bytes%2]"_s
        .arg(QString::number(reply.body.size()),
            total.isEmpty() ? QString() : u", totalFound "_s + total)
        .toUtf8();
}

Wire::Wire(Environment environment, const Clock& clock, ExchangeRecorder* recorder)
    : m_clock(clock)
    , m_client({recorder, &clock, Lane::PartnerApp, Lane::SmartRecruiters})
{
    setEnvironment(std::move(environment));
}

bool Wire::setEnvironment(Environment environment)
{
    const bool elsewhere =
        environment.apiUrl != m_environment.apiUrl || environment.caFile != m_environment.caFile;
    m_environment = std::move(environment);
    m_client.setAuthorities(m_environment.caFile);
    if (elsewhere)
        m_clockSkew.reset();
    return elsewhere;
}

Task<http::Delivery> Wire::send(WireRequest request)
{
    const auto self = shared_from_this();
    if (const auto sound = checkTarget(request.url); !sound) {
        http::Delivery notSent{passOn(sound), false};
        notSent.reply.error().correlationId = request.correlation.text();
        co_return notSent;
    }
    const QDateTime at = m_clock.now();
    const http::Request& plain = request;
    http::Delivery delivery = co_await m_client.send(plain);
    if (delivery.reply)
        compareClocks(*delivery.reply, at);
    co_return delivery;
}

void Wire::compareClocks(const http::Reply& reply, const QDateTime& sentAt)
{
    const QDateTime now = m_clock.now();
    const QDateTime theirs = http::httpDate(reply.header("Date"), now);
    if (!theirs.isValid())
        return;
    // The date was written at some moment in between, in whole seconds.
    qint64 skew = 0;
    if (theirs > now)
        skew = now.secsTo(theirs);
    else if (theirs.addSecs(1) < sentAt)
        skew = sentAt.secsTo(theirs.addSecs(1));
    m_clockSkew = std::chrono::seconds(skew);
}

} // namespace jetbridge::smartrecruiters
