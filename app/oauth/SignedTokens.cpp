// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/SignedTokens.h"

#include "domain/Utc.h"

#include <QJsonDocument>
#include <QScopeGuard>

#include <array>

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto typeOfTokens = "at+jwt"_L1; // RFC 9068 2.1
constexpr auto typePrefix = "application/"_L1; // RFC 7515 4.1.9
constexpr qsizetype longestToken = 16 * 1024; ///< Ours have less than one KiB.

QByteArray encoded(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

/// Splits a token into header, claims and signature, still encoded; nullopt if it has not exactly
/// these (RFC 7515 7.1).
std::optional<std::array<QByteArrayView, 3>> partsOf(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0 || token.size() > longestToken)
        return std::nullopt;
    return std::array{
        token.first(first), token.sliced(first + 1, second - first - 1), token.sliced(second + 1)};
}

/// Decodes base64url without padding; empty if it is anything else. The last character has bits
/// that stand for nothing: with others than ours, the token is not the one that we issued.
QByteArray decoded(QByteArrayView part)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        part.toByteArray(), base64Url | QByteArray::AbortOnBase64DecodingErrors);
    return bytes && (*bytes).toBase64(base64Url) == part ? *bytes : QByteArray();
}

QJsonObject objectIn(QByteArrayView part)
{
    return QJsonDocument::fromJson(decoded(part)).object();
}

/// Tells whether the header is one that we write. Neither `alg` nor anything else in it chooses how
/// the token is checked: the key that `kid` names does (RFC 8725 3.1).
bool isOurs(const QJsonObject& header, const SigningKey& key)
{
    QString type = header.value("typ"_L1).toString().toLower();
    if (type.startsWith(typePrefix))
        type = type.sliced(typePrefix.size());
    return type == typeOfTokens && header.value("alg"_L1).toString() == key.algorithm()
        && !header.contains("crit"_L1);
}

} // namespace

std::optional<Secret> SignedTokens::issue(const Client& client, const Scopes& scopes,
    const QByteArray& id, const QDateTime& now, int lifetimeSeconds) const
{
    const auto key = keys.signer(now);
    if (!key)
        return std::nullopt;
    const QJsonObject header{
        {u"typ"_s, typeOfTokens}, {u"alg"_s, key->algorithm()}, {u"kid"_s, key->id()}};
    const qint64 issuedAt = now.toSecsSinceEpoch();
    QJsonObject claims = client.claims;
    claims.insert(u"iss"_s, issuer);
    claims.insert(u"aud"_s, audience);
    // There is no resource owner: the subject is the client (RFC 9068 2.2).
    claims.insert(u"sub"_s, client.id.text());
    claims.insert(u"client_id"_s, client.id.text());
    claims.insert(u"iat"_s, issuedAt);
    claims.insert(u"exp"_s, issuedAt + lifetimeSeconds);
    claims.insert(u"jti"_s, QString::fromLatin1(id.toBase64(base64Url)));
    if (!scopes.isEmpty())
        claims.insert(u"scope"_s, scopes.text());
    QByteArray token = encoded(header) + '.' + encoded(claims);
    const auto signature = key->sign(token);
    if (!signature)
        return std::nullopt;
    token += '.' + signature->toBase64(base64Url);
    const auto wiped = qScopeGuard([&token] { wipe(token); });
    return Secret(token);
}

std::optional<Grant> SignedTokens::check(QByteArrayView token, const QDateTime& now) const
{
    const auto parts = partsOf(token);
    if (!parts)
        return std::nullopt;
    const auto& [header, payload, signature] = *parts;
    const QJsonObject head = objectIn(header);
    const auto key = keys.find(head.value("kid"_L1).toString(), now);
    if (!key || !isOurs(head, *key))
        return std::nullopt;
    const QByteArrayView text = token.first(header.size() + 1 + payload.size());
    if (!key->hasSigned(text, decoded(signature)))
        return std::nullopt;
    const QJsonObject claims = objectIn(payload);
    const auto textOf = [&claims](QLatin1String name) {
        return claims.value(name).toString();
    };
    const auto timeOf = [&claims](QLatin1String name) {
        return QDateTime::fromSecsSinceEpoch(claims.value(name).toInteger(), utc);
    };
    const auto scopes = Scopes::parse(textOf("scope"_L1));
    if (textOf("iss"_L1) != issuer || textOf("aud"_L1) != audience || timeOf("exp"_L1) <= now
        || textOf("client_id"_L1).isEmpty() || !scopes)
        return std::nullopt;
    return Grant{ClientId(textOf("client_id"_L1)), textOf("companyId"_L1), *scopes,
        timeOf("iat"_L1), timeOf("exp"_L1)};
}

} // namespace jetbridge::oauth
