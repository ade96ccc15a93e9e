// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ReplyFailure.h"

#include "domain/Harmless.h"
#include "domain/Utc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

/// SmartRecruiters' own error code and message, whatever format they had.
struct TheirWords {
    QString code;
    QString message;
};

QString text(const QJsonObject& object, const char* field)
{
    const QJsonValue value = object.value(QLatin1String(field));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

TheirWords theirWords(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    TheirWords words;
    const QJsonValue error = object.value("error"_L1);
    if (error.isString()) { // RFC 6749 5.2.
        words.code = error.toString();
        words.message = text(object, "error_description");
    } else if (error.isObject()) {
        words = {text(error.toObject(), "code"), text(error.toObject(), "message")};
    } else { // Customer and marketplace API; problem+json.
        words.code = text(object, "code");
        words.message = text(object, "message");
        if (words.message.isEmpty())
            words.message = text(object, "detail");
        if (words.message.isEmpty())
            words.message = text(object, "title");
        if (const QString type = text(object, "type");
            words.code.isEmpty() && type != "about:blank"_L1)
            words.code = type;
    }
    QStringList messages;
    for (const QJsonValue& entry : object.value("errors"_L1).toArray()) {
        if (words.code.isEmpty())
            words.code = text(entry.toObject(), "code");
        messages.append(text(entry.toObject(), "message"));
    }
    messages.prepend(words.message);
    messages.removeAll(QString());
    messages.removeDuplicates();
    words.message = messages.join("; "_L1);
    return words;
}

/// Returns the error of a challenge (RFC 6750 3), `error="invalid_token"`: it tells the reason if
/// the body does not.
QString challengedWith(const QByteArray& challenge)
{
    static const QRegularExpression error(u"\\berror=\"([^\"]*)\""_s);
    return error.match(QString::fromLatin1(challenge)).captured(1);
}

/// Returns the failure kind that a code of RFC 6749 5.2 or RFC 6750 3.1 implies, whatever the
/// status is.
std::optional<FailureKind> kindOf(const QString& code, bool isSuccess)
{
    const auto is = [&code](std::initializer_list<const char*> codes) {
        return std::any_of(codes.begin(), codes.end(),
            [&code](const char* one) { return code == QLatin1String(one); });
    };
    if (is({"invalid_client", "invalid_token"}))
        return FailureKind::Refused;
    if (is({"unauthorized_client", "insufficient_scope", "access_denied"}))
        return FailureKind::NotPermitted;
    if (!isSuccess)
        return std::nullopt; // The status is more reliable.
    if (is({"invalid_request", "invalid_grant", "unsupported_grant_type", "invalid_scope"}))
        return FailureKind::Invalid;
    if (is({"server_error", "temporarily_unavailable"}))
        return FailureKind::ServerFault;
    return std::nullopt;
}

FailureKind kindOf(int status)
{
    switch (status) {
    case 401:
        return FailureKind::Refused;
    case 403:
        return FailureKind::NotPermitted;
    case 404:
    case 410:
        return FailureKind::NotFound;
    case 408:
        return FailureKind::TimedOut;
    case 409:
        return FailureKind::Conflict;
    case 429:
        return FailureKind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return FailureKind::ServerFault;
    return status >= 400 ? FailureKind::Invalid : FailureKind::BadReply;
}

/// Returns the status that the body contains if the answer's own status is a success; otherwise the
/// answer's own.
int toldStatus(const http::Reply& reply)
{
    const int told = QJsonDocument::fromJson(reply.body).object().value("httpCode"_L1).toInt();
    return reply.status < 300 && told >= 400 ? told : reply.status;
}

/// Masks secrets in one pass, the longest first; a replacement is not searched again.
QString withoutSecrets(const QString& text, const QList<Secret>& secrets)
{
    QStringList known;
    for (const Secret& secret : secrets)
        if (!secret.isEmpty())
            known.append(secret.revealText());
    std::sort(known.begin(), known.end(),
        [](const QString& one, const QString& other) { return one.size() > other.size(); });
    QString result;
    for (qsizetype place = 0; place < text.size();) {
        const QStringView rest = QStringView(text).sliced(place);
        const auto found = std::find_if(known.cbegin(), known.cend(),
            [rest](const QString& secret) { return rest.startsWith(secret); });
        if (found == known.cend()) {
            result += text.at(place++);
        } else {
            result += "[secret]"_L1;
            place += found->size();
        }
    }
    return result;
}

} // namespace

QString plainText(QString text, const QList<Secret>& secrets, qsizetype longest)
{
    text = withoutSecrets(text, secrets);
    return harmless::shortened(harmless::line(text.simplified()), longest);
}

QDateTime httpDate(const QByteArray& text, const QDateTime& now)
{
    // QLocale would first make a local time of it, which is slow and does not know the hour that is
    // skipped in spring.
    static const QString time = u"(?<time>\\d\\d:\\d\\d:\\d\\d)"_s;
    static const std::array forms{
        QRegularExpression(
            u"\\A[A-Z][a-z]{2}, (?<day>\\d\\d) (?<month>\\w{3}) (?<year>\\d{4}) %1 GMT\\z"_s.arg(
                time)),
        QRegularExpression(
            u"\\A[A-Z][a-z]{5,8}, (?<day>\\d\\d)-(?<month>\\w{3})-(?<year>\\d\\d) %1 GMT\\z"_s.arg(
                time)),
        QRegularExpression(u"\\A[A-Z][a-z]{2} (?<month>\\w{3}) (?<day>\\d\\d?) "
                           "%1 (?<year>\\d{4})\\z"_s.arg(time))};
    static const QStringList months =
        u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_s.split(QLatin1Char(' '));
    const QString simplified = QString::fromLatin1(text).simplified();
    for (const QRegularExpression& form : forms) {
        const auto match = form.match(simplified);
        if (!match.hasMatch())
            continue;
        const auto number = [&match](const char* name) {
            return match.captured(QLatin1String(name)).toInt();
        };
        const int month = int(months.indexOf(match.captured(u"month"_s))) + 1;
        int year = number("year");
        if (year < 100)
            year += 1900;
        const QTime moment = QTime::fromString(match.captured(u"time"_s), Qt::ISODate);
        QDateTime date(QDate(year, month, number("day")), moment, utc);
        if (!moment.isValid())
            return {};
        // RFC 9110 5.6.7: a two-digit year means the past century only if it would be more than 50
        // years ahead.
        if (&form == &forms[1] && date.addYears(100) <= now.addYears(50))
            date = date.addYears(100);
        return date;
    }
    return {};
}

std::optional<std::chrono::seconds> retryAfter(const http::Reply& reply, const QDateTime& now)
{
    const QByteArray value = reply.header("Retry-After").trimmed();
    if (value.isEmpty())
        return std::nullopt;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 seconds = value.toLongLong(&ok);
        return ok ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    }
    const QDateTime date = httpDate(value, now);
    if (!date.isValid())
        return std::nullopt;
    const QDateTime theirNow = httpDate(reply.header("Date"), now);
    return std::chrono::seconds(
        std::max<qint64>(0, (theirNow.isValid() ? theirNow : now).secsTo(date)));
}

bool tellsError(const http::Reply& reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue error = object.value("error"_L1);
    return !error.toString().isEmpty() || error.isObject()
        || !object.value("errors"_L1).toArray().isEmpty() || toldStatus(reply) >= 400;
}

Outcome<http::Reply> succeeded(
    const http::Delivery& delivery, const WireRequest& request, const QDateTime& now)
{
    if (!delivery.reply || (delivery.reply->status >= 200 && delivery.reply->status < 300))
        return delivery.reply;
    Failure failure = replyFailure(*delivery.reply, request.secrets, now);
    failure.correlationId = request.correlation.text();
    return tl::unexpected<Failure>(std::move(failure));
}

Failure replyFailure(const http::Reply& reply, const QList<Secret>& secrets, const QDateTime& now)
{
    TheirWords words = theirWords(reply.body);
    if (words.code.isEmpty())
        words.code = challengedWith(reply.header("WWW-Authenticate"));
    Failure failure;
    failure.status = reply.status;
    failure.code = plainText(words.code, secrets, 100);
    failure.kind = kindOf(words.code, reply.status < 300).value_or(kindOf(toldStatus(reply)));
    QString said = u"SmartRecruiters answered %1"_s.arg(reply.status);
    const bool isHtml = reply.body.trimmed().startsWith('<');
    if (reply.status >= 300 && reply.status < 400)
        said += u", a redirect, which is never followed with credentials"_s;
    if (!failure.code.isEmpty())
        said += u" (%1)"_s.arg(failure.code);
    if (const QString message = plainText(words.message, secrets); !message.isEmpty())
        said += u": %1"_s.arg(message);
    else if (isHtml)
        said += u" with an HTML page"_s;
    if (isHtml && failure.code.isEmpty())
        failure.code = u"html"_s;
    if (!said.endsWith(QLatin1Char('.')))
        said += QLatin1Char('.');
    if (const auto wait = retryAfter(reply, now))
        said += u" Try again in %1 s."_s.arg(wait->count());
    failure.detail = Message::inWords(said);
    return failure;
}

} // namespace jetbridge::smartrecruiters
