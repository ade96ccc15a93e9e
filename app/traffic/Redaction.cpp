// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Redaction.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QStringDecoder>

#include <utility>

namespace jetbridge::traffic {

namespace {

using Redact = std::function<QByteArray(const QByteArray&)>;

/// Replaces capture `group` of every match by what `redact` makes of it.
QString replacedGroup(const QString& text, const QRegularExpression& pattern, const QString& group,
    const Redact& redact)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedLength(group) <= 0)
            continue;
        result += QStringView(text).mid(done, match.capturedStart(group) - done);
        result += QString::fromUtf8(redact(match.captured(group).toUtf8()));
        done = match.capturedEnd(group);
    }
    return done == 0 ? text : result + text.mid(done);
}

QByteArray formDecoded(QByteArray value)
{
    return QByteArray::fromPercentEncoding(value.replace('+', ' '));
}

QByteArray jsonDecoded(const QByteArray& value)
{
    const QJsonArray array = QJsonDocument::fromJson("[\"" + value + "\"]").array();
    return array.isEmpty() ? value : array.first().toString().toUtf8();
}

bool isText(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar(0));
}

QByteArray shortened(const QByteArray& body)
{
    if (body.size() <= Redaction::mostBodyBytes)
        return body;
    return body.first(Redaction::mostBodyBytes) + "\n[and "
        + QByteArray::number(body.size() - Redaction::mostBodyBytes) + " more bytes]";
}

} // namespace

Redaction::Redaction(QByteArray key)
    : m_key(std::move(key))
{
}

QByteArray Redaction::tag(const Secret& secret) const
{
    const QByteArrayView bytes = secret.reveal();
    const QByteArray hash = QMessageAuthenticationCode::hash(
        QByteArray::fromRawData(bytes.data(), bytes.size()), m_key, QCryptographicHash::Sha256);
    return "[secret " + hash.toHex().first(6) + ']';
}

QByteArray Redaction::learn(const QByteArray& value)
{
    const Secret secret(value);
    m_here.add(secret);
    if (m_teaches) {
        if (m_seen.size() >= mostSeen)
            m_seenBefore = std::exchange(m_seen, KnownSecrets());
        m_seen.add(secret);
    }
    return tag(secret);
}

QByteArray Redaction::header(const QByteArray& name, const QByteArray& value)
{
    static const QList<QByteArray> sensitive{"authorization", "proxy-authorization", "cookie",
        "set-cookie", "x-api-key", "x-smarttoken"};
    const QByteArray lowerName = name.toLower();
    if (!sensitive.contains(lowerName) || value.isEmpty())
        return value;
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || !lowerName.endsWith("authorization"))
        return learn(value);
    const QByteArray scheme = value.first(space);
    const QByteArray rest = value.mid(space + 1).trimmed();
    if (scheme.toLower() != "basic")
        return scheme + ' ' + learn(rest);
    // The id stays readable; the secret gets the tag that it has in a form body too (RFC
    // 6749 2.3.1).
    learn(rest);
    const QByteArray pair = QByteArray::fromBase64(rest);
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0)
        return scheme + ' ' + tag(Secret(rest));
    return scheme + ' ' + formDecoded(pair.first(colon)) + ':'
        + learn(formDecoded(pair.mid(colon + 1)));
}

QByteArray Redaction::namedValues(const QByteArray& text)
{
    // Most headers have no place for a name with its value.
    if (!text.contains('=') && !text.contains('"'))
        return text;
    static const QString inJson =
        QStringLiteral("client_?secret|access_?token|refresh_?token|id_?token|token|secret|"
                       "password|(?:client_)?assertion");
    static const QString inForms = inJson + QStringLiteral("|code|state");
    static constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    // A value that is a string, even one that the end of the text cuts off; or else anything up to
    // the next comma. Possessive: what could be given back would fill PCRE's stack, and a text of
    // some 25,000 letters would match nothing.
    static const QRegularExpression jsonText(
        QStringLiteral(R"re("(?:%1)"\s*:\s*"(?<value>(?:[^"\\]++|\\.)*+))re").arg(inJson), options);
    static const QRegularExpression jsonOther(
        QStringLiteral(R"re("(?:%1)"\s*:\s*(?<value>(?!null\b|true\b|false\b)[^\s",}][^,}]*))re")
            .arg(inJson),
        options);
    static const QRegularExpression form(
        QStringLiteral(R"re((?<![A-Za-z0-9_])(?:%1)=(?<value>[^&\s"'<>]+))re").arg(inForms),
        options);
    // No further than the next tag: one that nobody ends must not be looked for to the text's end.
    static const QRegularExpression input(
        QStringLiteral(
            R"re(<input\b(?=[^<>]*\bname\s*=\s*["']?(?:%1)["'\s>])[^<>]*\bvalue\s*=\s*(?:"(?<value>[^">]*)"|'(?<value2>[^'>]*)'))re")
            .arg(inForms),
        options);
    QString result = QString::fromUtf8(text);
    const Redact plain = [this](const QByteArray& value) {
        return learn(value);
    };
    result = replacedGroup(result, jsonText, QStringLiteral("value"),
        [this](const QByteArray& value) { return learn(jsonDecoded(value)); });
    result = replacedGroup(result, jsonOther, QStringLiteral("value"), plain);
    result = replacedGroup(result, form, QStringLiteral("value"),
        [this](const QByteArray& value) { return learn(formDecoded(value)); });
    result = replacedGroup(result, input, QStringLiteral("value"), plain);
    result = replacedGroup(result, input, QStringLiteral("value2"), plain);
    return result.toUtf8();
}

QByteArray Redaction::knownValues(const QByteArray& text) const
{
    const auto asTag = [this](const Secret& secret) {
        return tag(secret);
    };
    QByteArray result = text;
    for (const KnownSecrets* known : {&m_told, &m_here, &m_seen, &m_seenBefore})
        result = known->replacedIn(result, asTag);
    return result;
}

Exchange Redaction::redacted(Exchange exchange)
{
    m_here.clear();
    m_teaches = exchange.from != Lane::Browser && exchange.status > 0 && exchange.status < 400;
    // First what stands where secrets stand: that is learned, and then found wherever else it is.
    const auto named = [this](QByteArray& text) {
        text = namedValues(text);
    };
    const auto body = [&named](QByteArray& text) {
        if (isText(text))
            named(text);
        else
            text = '[' + QByteArray::number(text.size()) + " bytes that are no text]";
    };
    for (auto* headers : {&exchange.requestHeaders, &exchange.replyHeaders})
        for (auto& [name, value] : *headers) {
            value = header(name, value);
            named(value);
        }
    exchange.url.setPassword(QString());
    QByteArray url = exchange.url.toEncoded();
    QByteArray failure = exchange.failure.toUtf8();
    named(url);
    named(failure);
    body(exchange.requestBody);
    body(exchange.replyBody);

    for (auto* headers : {&exchange.requestHeaders, &exchange.replyHeaders})
        for (auto& [name, value] : *headers)
            value = knownValues(value);
    exchange.url = QUrl::fromEncoded(knownValues(url));
    exchange.failure = QString::fromUtf8(knownValues(failure));
    exchange.requestBody = shortened(knownValues(exchange.requestBody));
    exchange.replyBody = shortened(knownValues(exchange.replyBody));
    return exchange;
}

bool Redaction::findsSecretIn(QByteArrayView text) const
{
    return m_told.occurIn(text) || m_seen.occurIn(text) || m_seenBefore.occurIn(text);
}

} // namespace jetbridge::traffic
