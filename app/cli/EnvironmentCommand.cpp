// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSslCertificate>

#include <algorithm>

namespace jetbridge::cli {

namespace {

Task<Outcome<std::optional<Environment>>> findEnvironment(Invocation& invocation, QString name)
{
    const auto all = co_await invocation.current().environments().all();
    if (!all)
        co_return passOn(all);
    const auto found = std::find_if(all->begin(), all->end(),
        [&name](const Environment& candidate) { return candidate.name == name; });
    if (found == all->end())
        co_return std::optional<Environment>();
    co_return std::optional<Environment>(*found);
}

/// Describes who serves the registered oauthTokenUrl.
QString tokenServiceText(const Environment& environment)
{
    switch (environment.tokenService) {
    case TokenService::Unset:
        return QStringLiteral(
            "unset: Jetbridge itself, if the registered oauthTokenUrl is its own");
    case TokenService::Here:
        return QStringLiteral("here: Jetbridge itself (`serve` or the window)");
    case TokenService::Given:
        return QStringLiteral("given: your own authorization server, whose pairs you give");
    }
    Q_UNREACHABLE();
}

QString describeForPeople(const Environment& environment)
{
    const QJsonObject json = environment.toJson();
    return facts({
        {QStringLiteral("Name"), environment.name},
        {QStringLiteral("Kind"), environmentKindName(environment.kind)},
        {QStringLiteral("API"), environment.apiUrl.toString()},
        {QStringLiteral("Portal"), environment.portalUrl.toString()},
        {QStringLiteral("Token URL"), environment.tokenUrl().toString()},
        {QStringLiteral("Integrations URL"), environment.integrationsUrl().toString()},
        {QStringLiteral("Redirect hosts"), environment.redirectHosts.join(QStringLiteral(", "))},
        {QStringLiteral("Frame origins"), environment.frameOrigins.join(QStringLiteral(", "))},
        {QStringLiteral("Client authentication"),
            json.value(QStringLiteral("clientAuthentication")).toString()},
        {QStringLiteral("Authority file"), environment.caFile},
        {QStringLiteral("Forward to"), environment.forwardTo.toString()},
        {QStringLiteral("Public URL"), environment.publicUrl.toString()},
        {QStringLiteral("Token lifetime"),
            QStringLiteral("%1 s").arg(environment.tokenLifetimeSeconds)},
        {QStringLiteral("Token service"), tokenServiceText(environment)},
        {QStringLiteral("Unknown scopes"), json.value(QStringLiteral("unknownScopes")).toString()},
        {QStringLiteral("Verify customers"),
            environment.verifyEveryHours == 0
                ? QStringLiteral("only when asked")
                : QStringLiteral("every %1 h").arg(environment.verifyEveryHours)},
    });
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto all = co_await invocation.current().environments().all();
    if (!all)
        co_return passOn(all);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Environment& environment : *all) {
        json.append(environment.toJson());
        rows.append({environment.name, environmentKindName(environment.kind),
            environment.apiUrl.toString()});
    }
    co_return Report{QJsonObject{{QStringLiteral("environments"), json}},
        table({QStringLiteral("NAME"), QStringLiteral("KIND"), QStringLiteral("API")}, rows)};
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.value(0, invocation.global().environment);
    const auto found = co_await findEnvironment(invocation, name);
    if (!found)
        co_return passOn(found);
    if (!*found)
        co_return failed(
            FailureKind::NotFound, QStringLiteral("There is no environment \"%1\".").arg(name));
    co_return Report{(*found)->toJson(), describeForPeople(**found)};
}

Outcome<QUrl> urlOf(const Arguments& arguments, const char* option)
{
    const QUrl url(arguments.value(option), QUrl::StrictMode);
    if (!url.isValid() && !arguments.value(option).isEmpty())
        return failed(FailureKind::Invalid,
            QStringLiteral("--%1 is not a URL: %2").arg(QLatin1String(option), url.errorString()));
    return url;
}

Outcome<QString> authorityFileOf(const Arguments& arguments)
{
    const QString path = arguments.value("ca-file");
    if (path.isEmpty())
        return path; // The system's authorities are used again.
    if (QSslCertificate::fromPath(path).isEmpty())
        return failed(FailureKind::Invalid,
            QStringLiteral("--ca-file: there is no PEM certificate in \"%1\".").arg(path));
    return QFileInfo(path).absoluteFilePath();
}

/// Tells whether an option names the second of its two values. Invalid: it names neither.
Outcome<bool> secondOf(
    const Arguments& arguments, const char* option, const char* first, const char* second)
{
    const QString value = arguments.value(option);
    if (value != QLatin1String(first) && value != QLatin1String(second))
        return failed(FailureKind::Invalid,
            QStringLiteral("--%1 must be %2 or %3, not \"%4\".")
                .arg(QLatin1String(option), QLatin1String(first), QLatin1String(second), value));
    return value == QLatin1String(second);
}

/// Applies the command line's options to an environment.
Outcome<Environment> changed(Environment environment, const Arguments& arguments, bool isNew)
{
    if (arguments.has("kind")) {
        const auto kind = environmentKindFromName(arguments.value("kind"));
        if (!kind)
            return passOn(kind);
        if (!isNew && *kind != environment.kind)
            return failed(FailureKind::Invalid,
                QStringLiteral("\"%1\" is a %2 environment and stays one: its credentials belong "
                               "there. Use another name.")
                    .arg(environment.name, environmentKindName(environment.kind)));
        environment.kind = *kind;
    } else if (isNew) {
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" is new: say --kind simulator, sandbox or production.")
                .arg(environment.name));
    }
    for (const auto& [option, field] :
        {std::pair{"api-url", &environment.apiUrl}, std::pair{"portal-url", &environment.portalUrl},
            std::pair{"forward-to", &environment.forwardTo},
            std::pair{"public-url", &environment.publicUrl}}) {
        if (!arguments.has(option))
            continue;
        const auto url = urlOf(arguments, option);
        if (!url)
            return passOn(url);
        *field = *url;
    }
    for (const auto& [option, field] :
        {std::pair{"token-lifetime", &environment.tokenLifetimeSeconds},
            std::pair{"verify-every", &environment.verifyEveryHours}}) {
        if (!arguments.has(option))
            continue;
        const auto number = arguments.number(option);
        if (!number)
            return passOn(number);
        *field = *number;
    }
    if (environment.portalUrl.isEmpty())
        environment.portalUrl = environment.apiUrl;
    if (arguments.has("redirect-host"))
        environment.redirectHosts = arguments.values("redirect-host");
    if (arguments.has("frame-origin"))
        environment.frameOrigins = arguments.values("frame-origin");
    if (arguments.has("client-auth")) {
        const auto isBasic = secondOf(arguments, "client-auth", "body", "basic");
        if (!isBasic)
            return passOn(isBasic);
        environment.clientAuthentication =
            *isBasic ? ClientAuthentication::Basic : ClientAuthentication::Body;
    }
    if (arguments.has("unknown-scopes")) {
        const auto isRefuse = secondOf(arguments, "unknown-scopes", "ignore", "refuse");
        if (!isRefuse)
            return passOn(isRefuse);
        environment.refusesUnknownScopes = *isRefuse;
    }
    if (arguments.has("token-service")) {
        const auto service = tokenServiceFromName(arguments.value("token-service"));
        if (!service)
            return passOn(service);
        environment.tokenService = *service;
    }
    if (arguments.has("ca-file")) {
        const auto file = authorityFileOf(arguments);
        if (!file)
            return passOn(file);
        environment.caFile = *file;
    }
    if (const auto ok = environment.validate(); !ok)
        return passOn(ok);
    return environment;
}

Task<Outcome<Report>> set(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.constFirst();
    const auto found = co_await findEnvironment(invocation, name);
    if (!found)
        co_return passOn(found);
    Environment before = found->value_or(Environment());
    before.name = name;
    const auto environment = changed(before, invocation.arguments(), !found->has_value());
    if (!environment)
        co_return passOn(environment);
    const auto saved = co_await invocation.current().environments().save(*environment);
    if (!saved)
        co_return passOn(saved);
    co_return Report{environment->toJson(), describeForPeople(*environment)};
}

} // namespace

QList<Command> environmentCommands()
{
    return {
        {QStringLiteral("environment list"), {}, QStringLiteral("The places to run against."), {},
            list},
        {QStringLiteral("environment show"), QStringLiteral("[NAME]"),
            QStringLiteral("Where an environment lives (default: the one of --environment)."), {},
            show},
        {
            QStringLiteral("environment set"),
            QStringLiteral("NAME"),
            QStringLiteral("Changes an environment, or adds one."),
            {
                {QStringLiteral("kind"), QStringLiteral("What it is; needed for a new one."),
                    QStringLiteral("simulator|sandbox|production")},
                {QStringLiteral("api-url"), QStringLiteral("Base of the API."),
                    QStringLiteral("URL")},
                {QStringLiteral("portal-url"),
                    QStringLiteral("Where a customer's administrator starts."),
                    QStringLiteral("URL")},
                {QStringLiteral("redirect-host"),
                    QStringLiteral(
                        "A host that `redirect` may name, as HOST or HOST:PORT; may be repeated."),
                    QStringLiteral("HOST")},
                {QStringLiteral("frame-origin"),
                    QStringLiteral("An origin that may frame the consent page; may be repeated."),
                    QStringLiteral("ORIGIN")},
                {QStringLiteral("client-auth"),
                    QStringLiteral("How we prove ourselves at the token endpoint."),
                    QStringLiteral("body|basic")},
                {QStringLiteral("verify-every"),
                    QStringLiteral("How old a customer's last proof may get before it counts as "
                                   "expiring (default: 24; 0: as old as it likes)."),
                    QStringLiteral("HOURS")},
                {QStringLiteral("forward-to"),
                    QStringLiteral("Your own backend, which gets what came to callbackUrl (empty: "
                                   "nobody does)."),
                    QStringLiteral("URL")},
                {QStringLiteral("public-url"),
                    QStringLiteral("How a tunnel or proxy calls your endpoints (empty: as they "
                                   "listen)."),
                    QStringLiteral("URL")},
                {QStringLiteral("token-lifetime"),
                    QStringLiteral("How long a token of oauthTokenUrl lives: 60 to 3600 (default: "
                                   "1800)."),
                    QStringLiteral("SECONDS")},
                {QStringLiteral("token-service"),
                    QStringLiteral(
                        "Who serves the registered oauthTokenUrl: Jetbridge itself (here), or your "
                        "own authorization server, where you make each customer's pair and give it "
                        "(given: onboard --client-from-stdin). unset, the default: here, if the "
                        "address is Jetbridge's."),
                    QStringLiteral("unset|here|given")},
                {QStringLiteral("unknown-scopes"),
                    QStringLiteral(
                        "What oauthTokenUrl does about a scope that it does not know: issue its "
                        "own scope (ignore, the default) or answer invalid_scope (refuse). Whether "
                        "SmartRecruiters sends a scope is unknown."),
                    QStringLiteral("ignore|refuse")},
                {QStringLiteral("ca-file"),
                    QStringLiteral("PEM file of an own certificate authority."),
                    QStringLiteral("FILE")},
            },
            set,
        },
    };
}

} // namespace jetbridge::cli
