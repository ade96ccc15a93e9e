// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpTokenTrials.h"

#include "authorization/OAuthReply.h"
#include "domain/Environment.h"
#include "domain/Json.h"
#include "http/ClientForm.h"

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

namespace {

constexpr std::chrono::milliseconds timeout{20'000};

http::Request tokenRequest(const QUrl& url, const ClientCredentials& pair, ClientAuthentication by)
{
    http::ClientForm form = http::clientForm("grant_type=client_credentials", pair, by);
    http::Request request;
    request.method = "POST";
    request.url = url;
    request.headers =
        form.headers + http::Headers{{"Accept", "application/json"}, {rehearsalHeader, "1"}};
    request.body = form.body;
    request.timeout = timeout;
    return request;
}

Failure refusal(const http::Reply& reply)
{
    const QString code = errorCode(reply.body);
    if (reply.status == 429)
        return {FailureKind::RateLimited, reply.status, code,
            Message::inWords(u"it answered 429: too many requests."_s), {}};
    if (reply.status >= 500)
        return {FailureKind::ServerFault, reply.status, code,
            Message::inWords(u"it failed with %1."_s.arg(reply.status)), {}};
    if (!code.isEmpty() || reply.status == 401 || reply.status == 403)
        return {FailureKind::Refused, reply.status, code,
            Message::inWords(u"it answered %1 %2."_s.arg(QString::number(reply.status),
                code.isEmpty() ? u"without an OAuth error"_s : code)),
            {}};
    return {FailureKind::BadReply, reply.status, {},
        Message::inWords(u"it answered %1, and no OAuth error."_s.arg(reply.status)), {}};
}

/// Reads a token reply (RFC 6749 5.1).
Outcome<Done> tokenIn(const http::Reply& reply)
{
    if (reply.status != 200 || !errorCode(reply.body).isEmpty())
        return tl::unexpected<Failure>(refusal(reply));
    const auto missing = [&reply](const char* what) {
        return failed(
            FailureKind::BadReply, u"its answer %1."_s.arg(QLatin1String(what)), reply.status);
    };
    const auto object = jsonObject(reply.body);
    if (!object)
        return missing("is not a JSON object");
    // RFC 6749 5.2, even beside a token. An error with a proper code was found above.
    if (saysSomething(object->value("error"_L1)))
        return missing("has an \"error\"");
    const QJsonValue token = object->value("access_token"_L1);
    if (!token.isUndefined() && !token.isString())
        return missing("has an access_token that is not a text, so it cannot be used");
    if (token.toString().isEmpty())
        return missing("has no access_token");
    const QString type = object->value("token_type"_L1).toString();
    if (type.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return missing("has no token_type Bearer");
    return Done{};
}

} // namespace

Task<Outcome<Done>> HttpTokenTrials::ask(
    QUrl oauthTokenUrl, ClientCredentials pair, ClientAuthentication by, OnboardingId correlation)
{
    if (const auto sound = checkUrl("oauthTokenUrl", oauthTokenUrl); !sound)
        co_return passOn(sound);
    if (m_recorder)
        m_recorder->knowSecret(pair.clientSecret);
    http::Request request = tokenRequest(oauthTokenUrl, pair, by);
    request.correlation = correlation;
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    if (!delivery.reply)
        co_return passOn(delivery.reply);
    auto token = withoutSecrets(tokenIn(*delivery.reply), m_recorder);
    if (!token)
        token.error().correlationId = correlation.text();
    co_return token;
}

} // namespace jetbridge::authorization
