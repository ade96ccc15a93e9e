// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ReplyFailure.h"

#include "domain/Harmless.h"
#include "domain/Json.h"
#include "http/RetryAfter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

/// Lists and objects within an error are read to this depth.
constexpr int mostDepth = 4;

/// SmartRecruiters' own error code and messages, whatever format they had.
struct TheirWords {
    QString code;
    QStringList messages;
};

QString text(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Returns the first of these members that has a text.
QString firstText(const QJsonObject& object, std::initializer_list<const char*> fields)
{
    for (const char* field : fields)
        if (const QString found = text(object.value(QLatin1String(field))); !found.isEmpty())
            return found;
    return {};
}

void readError(const QJsonValue& error, TheirWords& words, int depth = 0);

/// Reads `{field: [message, ...]}`: what is wrong with each field of the request.
void readFields(const QJsonObject& fields, TheirWords& words, int depth)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        TheirWords ofField;
        readError(field.value(), ofField, depth + 1);
        for (const QString& message : std::as_const(ofField.messages))
            words.messages.append(u"%1: %2"_s.arg(field.key(), message));
    }
}

/// Reads an error: a sentence, an object, or a list of either. An object is read by the names that
/// APIs use for its code and its message; both may contain further errors.
void readError(const QJsonValue& error, TheirWords& words, int depth)
{
    if (depth > mostDepth)
        return;
    if (error.isArray()) {
        for (const QJsonValue& entry : error.toArray())
            readError(entry, words, depth + 1);
        return;
    }
    if (!error.isObject()) {
        if (const QString message = text(error); !message.isEmpty())
            words.messages.append(message);
        return;
    }
    const QJsonObject object = error.toObject();
    if (words.code.isEmpty())
        words.code = firstText(object, {"error", "code", "errorCode"});
    if (const QString type = text(object.value("type"_L1));
        words.code.isEmpty() && type != "about:blank"_L1)
        words.code = type; // RFC 9457.
    const QString message = firstText(object,
        {"error_description", "message", "detail", "title", "errorMessage", "description", "msg"});
    if (!message.isEmpty())
        words.messages.append(message);
    for (const auto* inner : {"error", "message", "detail", "errors"}) {
        const QJsonValue value = object.value(QLatin1String(inner));
        if (!value.isArray() && !value.isObject())
            continue;
        const qsizetype before = words.messages.size();
        readError(value, words, depth + 1);
        if (value.isObject() && words.messages.size() == before)
            readFields(value.toObject(), words, depth + 1);
    }
}

/// Returns the sentence of a plain text. A text that looks like a document may be half of one, with
/// a secret in it that nobody can find there, so it is not repeated.
QString plainSentence(const http::Reply& reply)
{
    const QByteArray body = reply.body.trimmed();
    const bool isText = reply.header("Content-Type").trimmed().toLower().startsWith("text/plain");
    return isText && !body.isEmpty() && !QByteArrayView("{[<\"").contains(body.front())
        ? QString::fromUtf8(body)
        : QString();
}

TheirWords theirWords(const http::Reply& reply)
{
    TheirWords words;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isObject())
        readError(document.object(), words);
    else if (document.isArray())
        readError(document.array(), words);
    else
        words.messages = {plainSentence(reply)};
    words.messages.removeAll(QString());
    words.messages.removeAll(words.code); // Already said.
    words.messages.removeDuplicates();
    return words;
}

/// Returns a parameter of a challenge (RFC 6750 3), such as `error="invalid_token"`: it tells the
/// reason if the body does not.
QString challengeSays(const QByteArray& challenge, const char* parameter)
{
    const QRegularExpression quoted(u"(?:^|[\\s,])%1=\"([^\"]*)\""_s.arg(QLatin1String(parameter)));
    return quoted.match(QString::fromLatin1(challenge)).captured(1);
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

/// Returns the status that the body contains (the marketplace API's, or RFC 9457's) if the answer's
/// own status is a success; otherwise the answer's own.
int toldStatus(const http::Reply& reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    for (const auto* field : {"httpCode", "status"})
        if (const int told = object.value(QLatin1String(field)).toInt();
            reply.status < 300 && told >= 400 && told < 600)
            return told;
    return reply.status;
}

/// Tells whether a member reports an error: it is there, and not empty.
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

QString plainText(const QString& text, const Confidential& confidential, qsizetype longest)
{
    QString masked = withoutSecrets(text, confidential.ofRequest);
    if (confidential.recorder)
        masked = confidential.recorder->withoutSecrets(masked);
    // Shortened last: a part of a secret is not recognised.
    return harmless::shortened(harmless::line(masked.simplified()), longest);
}

bool hasError(const http::Reply& reply)
{
    return saysSomething(QJsonDocument::fromJson(reply.body).object().value("error"_L1));
}

bool tellsError(const http::Reply& reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    return saysSomething(object.value("error"_L1)) || saysSomething(object.value("errors"_L1))
        || toldStatus(reply) >= 400;
}

Outcome<http::Reply> succeeded(
    const http::Delivery& delivery, const WireRequest& request, const QDateTime& now)
{
    if (!delivery.reply || (delivery.reply->status >= 200 && delivery.reply->status < 300))
        return delivery.reply;
    Failure failure = replyFailure(*delivery.reply, request.confidential, now);
    failure.correlationId = request.correlation.text();
    return tl::unexpected<Failure>(std::move(failure));
}

Failure replyFailure(
    const http::Reply& reply, const Confidential& confidential, const QDateTime& now)
{
    TheirWords words = theirWords(reply);
    const QByteArray challenge = reply.header("WWW-Authenticate");
    if (words.code.isEmpty())
        words.code = challengeSays(challenge, "error");
    if (words.messages.isEmpty())
        words.messages = {challengeSays(challenge, "error_description")};
    Failure failure;
    failure.status = reply.status;
    failure.code = plainText(words.code, confidential, 100);
    failure.kind = kindOf(words.code, reply.status < 300).value_or(kindOf(toldStatus(reply)));
    QString said = u"SmartRecruiters answered %1"_s.arg(reply.status);
    const bool isHtml = reply.body.trimmed().startsWith('<');
    if (reply.status >= 300 && reply.status < 400)
        said += u", a redirect, which is never followed with credentials"_s;
    if (!failure.code.isEmpty())
        said += u" (%1)"_s.arg(failure.code);
    if (const QString message = plainText(words.messages.join("; "_L1), confidential);
        !message.isEmpty())
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
