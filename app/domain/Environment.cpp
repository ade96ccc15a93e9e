// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Environment.h"

#include "domain/Application.h"

#include <QJsonArray>
#include <QRegularExpression>

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
    if (url.scheme() != QLatin1String("https") && !isLoopback(url))
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
        return QStringLiteral("simulator");
    case Environment::Kind::Sandbox:
        return QStringLiteral("sandbox");
    case Environment::Kind::Production:
        return QStringLiteral("production");
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
        QStringLiteral("\"kind\" must be simulator, sandbox or production, not \"%1\".").arg(name),
        0, QStringLiteral("kind"));
}

QUrl Environment::tokenUrl() const
{
    return below(apiUrl, QStringLiteral("/identity/oauth/token"));
}

QUrl Environment::integrationsUrl() const
{
    return below(apiUrl, QStringLiteral("/apps-integrations/partner-api/integrations"));
}

QString Environment::origin() const
{
    if (isEmbedded)
        return QStringLiteral("embedded simulator");
    return originOf(apiUrl);
}

QString originOf(const QUrl& url)
{
    const bool isUsual = url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80);
    return QStringLiteral("%1://%2%3")
        .arg(url.scheme(), url.host(QUrl::FullyEncoded),
            url.port() < 0 || isUsual ? QString() : QStringLiteral(":%1").arg(url.port()));
}

QUrl Environment::startUrl(const QString& companyId) const
{
    // The real portal's address of a company's Apps & Integrations page is not public, so its front
    // page is used.
    return kind == Kind::Simulator
        ? below(portalUrl, QStringLiteral("/companies/%1/apps-and-integrations").arg(companyId))
        : portalUrl;
}

Outcome<Done> Environment::checkTyped(const CompanyId& company, const QString& typed) const
{
    if (kind != Kind::Production || typed == company.text())
        return Done{};
    return failed(FailureKind::NotPermitted,
        QStringLiteral("\"%1\" is a production environment: the company's identifier must be typed "
                       "once more before anything is started there.")
            .arg(name),
        0, QStringLiteral("production_not_confirmed"));
}

Outcome<Done> Environment::validate() const
{
    static const QRegularExpression nameRule(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,31}\\z"));
    static const QRegularExpression hostRule(QStringLiteral(
        "\\A([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.|(?=:|\\z)))+(:\\d{1,5})?\\z"));
    if (!nameRule.match(name).hasMatch())
        return wrong("name", "environment_name", name);
    if (const auto ok = checkUrl("apiUrl", apiUrl); !ok)
        return ok;
    if (const auto ok = checkUrl("portalUrl", portalUrl); !ok)
        return ok;
    if (kind == Kind::Simulator && (!isLoopback(apiUrl) || !isLoopback(portalUrl)))
        return failed(
            FailureKind::Invalid, Message::of("simulator_stays_here"), 0, QStringLiteral("apiUrl"));
    if (!forwardTo.isEmpty())
        if (const auto ok = checkUrl("forwardTo", forwardTo); !ok)
            return ok;
    if (!publicUrl.isEmpty())
        if (const auto ok = checkUrl("publicUrl", publicUrl); !ok)
            return ok;
    if (tokenLifetimeSeconds < 60 || tokenLifetimeSeconds > 3600)
        return wrong("tokenLifetimeSeconds", "token_lifetime_range");
    if (verifyEveryHours < 0 || verifyEveryHours > 24 * 366)
        return wrong("verifyEveryHours", "verify_hours_range");
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
        {QStringLiteral("name"), name},
        {QStringLiteral("kind"), environmentKindName(kind)},
        {QStringLiteral("apiUrl"), apiUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("portalUrl"), portalUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("redirectHosts"), QJsonArray::fromStringList(redirectHosts)},
        {QStringLiteral("frameOrigins"), QJsonArray::fromStringList(frameOrigins)},
        {QStringLiteral("clientAuthentication"),
            clientAuthentication == ClientAuthentication::Body ? QStringLiteral("body")
                                                               : QStringLiteral("basic")},
        {QStringLiteral("caFile"), caFile},
        {QStringLiteral("forwardTo"), forwardTo.toString(QUrl::FullyEncoded)},
        {QStringLiteral("publicUrl"), publicUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("tokenLifetimeSeconds"), tokenLifetimeSeconds},
        {QStringLiteral("unknownScopes"),
            refusesUnknownScopes ? QStringLiteral("refuse") : QStringLiteral("ignore")},
        {QStringLiteral("verifyEveryHours"), verifyEveryHours},
        {QStringLiteral("tokenService"), tokenServiceName(tokenService)},
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
    environment.redirectHosts = texts(object.value(QLatin1String("redirectHosts")));
    environment.frameOrigins = texts(object.value(QLatin1String("frameOrigins")));
    environment.clientAuthentication = text("clientAuthentication") == QLatin1String("basic")
        ? ClientAuthentication::Basic
        : ClientAuthentication::Body;
    environment.caFile = text("caFile");
    environment.forwardTo = QUrl(text("forwardTo"), QUrl::StrictMode);
    environment.publicUrl = QUrl(text("publicUrl"), QUrl::StrictMode);
    environment.tokenLifetimeSeconds =
        object.value(QLatin1String("tokenLifetimeSeconds")).toInt(environment.tokenLifetimeSeconds);
    environment.refusesUnknownScopes = text("unknownScopes") == QLatin1String("refuse");
    environment.verifyEveryHours =
        object.value(QLatin1String("verifyEveryHours")).toInt(environment.verifyEveryHours);
    environment.tokenService =
        tokenServiceFromName(text("tokenService")).value_or(TokenService::Unset);
    if (const auto ok = environment.validate(); !ok)
        return passOn(ok);
    return environment;
}

QList<Environment> Environment::builtIn()
{
    const QString simulatorHost = QStringLiteral("localhost:%1").arg(defaultSimulatorPort);
    Environment simulator;
    simulator.name = QStringLiteral("simulator");
    simulator.kind = Kind::Simulator;
    simulator.apiUrl = QUrl(QStringLiteral("http://") + simulatorHost);
    simulator.portalUrl = simulator.apiUrl;
    simulator.redirectHosts = {simulatorHost};
    simulator.frameOrigins = {QStringLiteral("http://") + simulatorHost};

    // These addresses are seen in public places but not confirmed for this integration, so staff
    // can change them.
    Environment sandbox;
    sandbox.name = QStringLiteral("sandbox");
    sandbox.kind = Kind::Sandbox;
    sandbox.apiUrl = QUrl(QStringLiteral("https://api.sandbox.smartrecruiters.com"));
    sandbox.portalUrl = QUrl(QStringLiteral("https://www.sandbox.smartrecruiters.com"));
    sandbox.redirectHosts = {QStringLiteral("www.sandbox.smartrecruiters.com")};
    sandbox.frameOrigins = {QStringLiteral("https://www.sandbox.smartrecruiters.com")};

    Environment production;
    production.name = QStringLiteral("production");
    production.kind = Kind::Production;
    production.apiUrl = QUrl(QStringLiteral("https://api.smartrecruiters.com"));
    production.portalUrl = QUrl(QStringLiteral("https://www.smartrecruiters.com"));
    production.redirectHosts = {QStringLiteral("www.smartrecruiters.com")};
    production.frameOrigins = {QStringLiteral("https://www.smartrecruiters.com")};
    return {simulator, sandbox, production};
}

} // namespace jetbridge
