// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Reply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

Reply jsonReply(const QJsonDocument& document, int status)
{
    return {status, {{"Content-Type", "application/json"}}, document.toJson(QJsonDocument::Compact),
        {}};
}

int statusOf(const Failure& failure, int fallback)
{
    if (failure.status >= 400 && failure.status <= 599)
        return failure.status;
    switch (failure.kind) {
    case FailureKind::Refused:
        return 401;
    case FailureKind::NotPermitted:
        return 403;
    case FailureKind::NotFound:
        return 404;
    case FailureKind::Conflict:
        return 409;
    case FailureKind::RateLimited:
        return 429;
    case FailureKind::ServerFault:
        return 500;
    case FailureKind::BadReply:
    case FailureKind::Unreachable:
        return 502;
    case FailureKind::VaultUnavailable:
    case FailureKind::StorageUnavailable:
        return 503;
    case FailureKind::TimedOut:
        return 504;
    default:
        return fallback;
    }
}

/// Replaces the characters that RFC 6749 5.2 does not allow; allowed are %x20-21 / %x23-5B /
/// %x5D-7E.
QString inErrorCharacters(const QString& text)
{
    QString allowed;
    for (const char32_t c : text.toUcs4()) {
        const bool isAllowed = c >= 0x20 && c <= 0x7e && c != U'"' && c != U'\\';
        allowed += isAllowed ? QChar(char16_t(c)) : QChar(c == U'"' ? u'\'' : u' ');
    }
    return allowed;
}

} // namespace

Reply Reply::html(
    QByteArray body, int status, const QStringList& frameOrigins, const QStringList& frameSources)
{
    const auto sources = [](const QStringList& list) {
        return list.isEmpty() ? QByteArray("'none'") : list.join(u' ').toLatin1();
    };
    // There is no form-action: browsers also apply it to the 303 that follows a form post, and
    // would stop the customer's return to SmartRecruiters.
    Reply reply{status, {{"Content-Type", "text/html; charset=utf-8"}}, std::move(body), {}};
    reply.with("Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
        "frame-src "
            + sources(frameSources) + "; frame-ancestors " + sources(frameOrigins));
    if (frameOrigins.isEmpty())
        reply.with("X-Frame-Options", "DENY");
    return reply;
}

Reply Reply::json(const QJsonObject& object, int status)
{
    return jsonReply(QJsonDocument(object), status);
}

Reply Reply::json(const QJsonArray& array, int status)
{
    return jsonReply(QJsonDocument(array), status);
}

Reply Reply::text(const QString& text, int status)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, text.toUtf8(), {}};
}

Reply Reply::seeOther(const QUrl& target)
{
    return {303, {{"Location", target.toEncoded()}}, {}, {}};
}

Reply Reply::empty(int status)
{
    return {status, {}, {}, {}};
}

Reply Reply::fromFailure(const Failure& failure, int fallbackStatus)
{
    return json(
        QJsonObject{
            {u"error"_s,
                inErrorCharacters(
                    failure.code.isEmpty() ? failureKindName(failure.kind) : failure.code)},
            {u"error_description"_s, inErrorCharacters(failure.detail)},
        },
        statusOf(failure, fallbackStatus));
}

Reply& Reply::with(QByteArray name, QByteArray value)
{
    for (Header& header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0) {
            header.second = std::move(value);
            return *this;
        }
    }
    headers.append({std::move(name), std::move(value)});
    return *this;
}

} // namespace jetbridge::web
