// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Environment.h"

#include "domain/Application.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& entry : value.toArray())
        list.append(entry.toString());
    return list;
}

/// Invalid: the message of `code` names the field or, if it is given, `subject`.
tl::unexpected<Failure> wrong(const char* field, const char* code, const QString& subject = {})
{
    return failed(FailureKind::Invalid,
        Message::of(code, {subject.isNull() ? QString::fromLatin1(field) : subject}), 0,
        QLatin1String(field));
}

/// Checks the claims of signed tokens that staff choose. They are also kept while tokens are
/// opaque, because those that were signed before are still recognised.
Outcome<Done> checkClaims(const Environment& environment)
{
    const QString& issuer = environment.tokenIssuer;
    const QString& audience = environment.tokenAudience;
    if (environment.signsTokens() || !issuer.isEmpty()) {
        const QUrl url(issuer, QUrl::StrictMode);
        if (const auto ok = checkUrl("tokenIssuer", url); !ok)
            return ok;
        if (url.hasQuery()) // RFC 8414 2
            return wrong("tokenIssuer", "url_has_query");
    }
    constexpr qsizetype longest = 255;
    const bool isText = !audience.isEmpty() && audience.size() <= longest
        && std::all_of(audience.begin(), audience.end(), [](QChar c) { return c.isPrint(); });
    if (!isText && (environment.signsTokens() || !audience.isEmpty()))
        return wrong("tokenAudience", "audience_text");
    return Done{};
}

} // namespace

QUrl below(QUrl base, const QString& path)
{
    if (base.isEmpty())
        return base;
    QString start = base.path();
    while (start.endsWith(QLatin1Char('/')))
        start.chop(1);
    base.setPath(start + path);
    return base;
}

Outcome<Done> checkUrl(const char* field, const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrong(field, "url_incomplete");
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        return wrong(field, "url_must_be_https");
    if (url.hasFragment())
        return wrong(field, "url_has_fragment");
    if (!url.userInfo().isEmpty())
        return wrong(field, "url_has_user_info");
    return Done{};
}

QString environmentKindName(Environment::Kind kind)
{
    switch (kind) {
    case Environment::Kind::Simulator:
        return u"simulator"_s;
    case Environment::Kind::Sandbox:
        return u"sandbox"_s;
    case Environment::Kind::Production:
        return u"production"_s;
    }
    Q_UNREACHABLE();
}

Outcome<Environment::Kind> environmentKindFromName(const QString& name)
{
    for (const auto kind :
        {Environment::Kind::Simulator, Environment::Kind::Sandbox, Environment::Kind::Production})
        if (environmentKindName(kind) == name)
            return kind;
    return failed(FailureKind::Invalid,
        u"\"kind\" must be simulator, sandbox or production, not \"%1\"."_s.arg(name), 0,
        u"kind"_s);
}

QUrl Environment::tokenUrl() const
{
    return below(apiUrl, u"/identity/oauth/token"_s);
}

QUrl Environment::integrationsUrl() const
{
    return below(apiUrl, u"/apps-integrations/partner-api/integrations"_s);
}

QString Environment::origin() const
{
    if (isEmbedded)
        return u"embedded simulator"_s;
    return originOf(apiUrl);
}

QString originOf(const QUrl& url)
{
    const bool isUsual = url.port() == (url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2%3"_s.arg(url.scheme(), url.host(QUrl::FullyEncoded),
        url.port() < 0 || isUsual ? QString() : u":%1"_s.arg(url.port()));
}

QUrl Environment::startUrl(const QString& companyId) const
{
    // The real portal's address of a company's Apps & Integrations page is not public, so its front
    // page is used.
    return kind == Kind::Simulator
        ? below(portalUrl, u"/companies/%1/apps-and-integrations"_s.arg(companyId))
        : portalUrl;
}

Outcome<Done> Environment::checkTyped(const CompanyId& company, const QString& typed) const
{
    if (kind != Kind::Production || typed == company.text())
        return Done{};
    return failed(FailureKind::NotPermitted,
        u"\"%1\" is a production environment: the company's identifier must be typed "
        "once more before anything is started there."_s.arg(name),
        0, u"production_not_confirmed"_s);
}

Outcome<Done> Environment::validate() const
{
    static const QRegularExpression nameRule(u"\\A[a-z0-9][a-z0-9-]{0,31}\\z"_s);
    static const QRegularExpression hostRule(
        u"\\A([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.|(?=:|\\z)))+(:\\d{1,5})?\\z"_s);
    if (!nameRule.match(name).hasMatch())
        return wrong("name", "environment_name", name);
    if (const auto ok = checkUrl("apiUrl", apiUrl); !ok)
        return ok;
    if (const auto ok = checkUrl("portalUrl", portalUrl); !ok)
        return ok;
    if (kind == Kind::Simulator && (!isLoopback(apiUrl) || !isLoopback(portalUrl)))
        return failed(FailureKind::Invalid, Message::of("simulator_stays_here"), 0, u"apiUrl"_s);
    if (!forwardTo.isEmpty())
        if (const auto ok = checkUrl("forwardTo", forwardTo); !ok)
            return ok;
    if (!publicUrl.isEmpty())
        if (const auto ok = checkUrl("publicUrl", publicUrl); !ok)
            return ok;
    if (const auto ok = registration.validate(); !ok)
        return ok;
    if (tokenService == TokenService::Registration && !registration.isSet())
        return wrong("registrationUrl", "registration_url_needed");
    if (const auto ok = webhook.validate(); !ok)
        return ok;
    if (tokenService == TokenService::Webhook && !webhook.isSet())
        return wrong("webhookUrl", "webhook_url_needed");
    if (tokenLifetimeSeconds < 60 || tokenLifetimeSeconds > 3600)
        return wrong("tokenLifetimeSeconds", "token_lifetime_range");
    if (verifyEveryHours < 0 || verifyEveryHours > 24 * 366)
        return wrong("verifyEveryHours", "verify_hours_range");
    if (const auto ok = checkClaims(*this); !ok)
        return ok;
    for (const QString& host : redirectHosts)
        if (!hostRule.match(host).hasMatch())
            return wrong("redirectHosts", "not_a_host", host);
    for (const QString& origin : frameOrigins) {
        const QUrl url(origin);
        if (const auto ok = checkUrl("frameOrigins", url); !ok)
            return ok;
        if (!url.path().isEmpty() || url.hasQuery())
            return wrong("frameOrigins", "not_an_origin", origin);
    }
    return Done{};
}

QJsonObject Environment::toJson() const
{
    return {
        {u"name"_s, name},
        {u"kind"_s, environmentKindName(kind)},
        {u"apiUrl"_s, apiUrl.toString(QUrl::FullyEncoded)},
        {u"portalUrl"_s, portalUrl.toString(QUrl::FullyEncoded)},
        {u"redirectHosts"_s, QJsonArray::fromStringList(redirectHosts)},
        {u"frameOrigins"_s, QJsonArray::fromStringList(frameOrigins)},
        {u"clientAuthentication"_s,
            clientAuthentication == ClientAuthentication::Body ? u"body"_s : u"basic"_s},
        {u"caFile"_s, caFile},
        {u"forwardTo"_s, forwardTo.toString(QUrl::FullyEncoded)},
        {u"publicUrl"_s, publicUrl.toString(QUrl::FullyEncoded)},
        {u"tokenLifetimeSeconds"_s, tokenLifetimeSeconds},
        {u"unknownScopes"_s, refusesUnknownScopes ? u"refuse"_s : u"ignore"_s},
        {u"verifyEveryHours"_s, verifyEveryHours},
        {u"tokenService"_s, tokenServiceName(tokenService)},
        {u"registration"_s, registration.toJson()},
        {u"webhook"_s, webhook.toJson()},
        {u"accessTokens"_s, tokenFormatName(tokenFormat)},
        {u"tokenIssuer"_s, tokenIssuer},
        {u"tokenAudience"_s, tokenAudience},
    };
}

Outcome<Environment> Environment::fromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* field) {
        return object.value(QLatin1String(field)).toString();
    };
    const auto kind = environmentKindFromName(text("kind"));
    if (!kind)
        return passOn(kind);
    Environment environment;
    environment.name = text("name");
    environment.kind = *kind;
    environment.apiUrl = QUrl(text("apiUrl"), QUrl::StrictMode);
    environment.portalUrl = QUrl(text("portalUrl"), QUrl::StrictMode);
    environment.redirectHosts = texts(object.value("redirectHosts"_L1));
    environment.frameOrigins = texts(object.value("frameOrigins"_L1));
    environment.clientAuthentication = text("clientAuthentication") == "basic"_L1
        ? ClientAuthentication::Basic
        : ClientAuthentication::Body;
    environment.caFile = text("caFile");
    environment.forwardTo = QUrl(text("forwardTo"), QUrl::StrictMode);
    environment.publicUrl = QUrl(text("publicUrl"), QUrl::StrictMode);
    environment.tokenLifetimeSeconds =
        object.value("tokenLifetimeSeconds"_L1).toInt(environment.tokenLifetimeSeconds);
    environment.refusesUnknownScopes = text("unknownScopes") == "refuse"_L1;
    environment.verifyEveryHours =
        object.value("verifyEveryHours"_L1).toInt(environment.verifyEveryHours);
    environment.tokenService =
        tokenServiceFromName(text("tokenService")).value_or(TokenService::Unset);
    const auto registration =
        RegistrationSettings::fromJson(object.value("registration"_L1).toObject());
    if (!registration)
        return passOn(registration);
    environment.registration = *registration;
    environment.webhook = WebhookSettings::fromJson(object.value("webhook"_L1).toObject());
    if (!text("accessTokens").isEmpty()) { // written since there are signed tokens
        const auto format = tokenFormatFromName(text("accessTokens"));
        if (!format)
            return passOn(format);
        environment.tokenFormat = *format;
    }
    environment.tokenIssuer = text("tokenIssuer");
    environment.tokenAudience = text("tokenAudience");
    if (const auto ok = environment.validate(); !ok)
        return passOn(ok);
    return environment;
}

QList<Environment> Environment::builtIn()
{
    const QString simulatorHost = u"localhost:%1"_s.arg(defaultSimulatorPort);
    Environment simulator;
    simulator.name = u"simulator"_s;
    simulator.kind = Kind::Simulator;
    simulator.apiUrl = QUrl(u"http://"_s + simulatorHost);
    simulator.portalUrl = simulator.apiUrl;
    simulator.redirectHosts = {simulatorHost};
    simulator.frameOrigins = {u"http://"_s + simulatorHost};

    // These addresses are seen in public places but not confirmed for this integration, so staff
    // can change them.
    Environment sandbox;
    sandbox.name = u"sandbox"_s;
    sandbox.kind = Kind::Sandbox;
    sandbox.apiUrl = QUrl(u"https://api.sandbox.smartrecruiters.com"_s);
    sandbox.portalUrl = QUrl(u"https://www.sandbox.smartrecruiters.com"_s);
    sandbox.redirectHosts = {u"www.sandbox.smartrecruiters.com"_s};
    sandbox.frameOrigins = {u"https://www.sandbox.smartrecruiters.com"_s};

    Environment production;
    production.name = u"production"_s;
    production.kind = Kind::Production;
    production.apiUrl = QUrl(u"https://api.smartrecruiters.com"_s);
    production.portalUrl = QUrl(u"https://www.smartrecruiters.com"_s);
    production.redirectHosts = {u"www.smartrecruiters.com"_s};
    production.frameOrigins = {u"https://www.smartrecruiters.com"_s};
    return {simulator, sandbox, production};
}

} // namespace jetbridge
