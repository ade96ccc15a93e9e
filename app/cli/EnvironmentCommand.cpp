// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "domain/Json.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

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
        return u"unset: Jetbridge itself, if the registered oauthTokenUrl is its own"_s;
    case TokenService::Here:
        return u"here: Jetbridge itself (`serve` or the window)"_s;
    case TokenService::Given:
        return u"given: your own authorization server, whose pairs you give"_s;
    case TokenService::Registration:
        return u"registration: your own authorization server, which registers a client for each "
               "customer"_s;
    case TokenService::Webhook:
        return u"webhook: your own server, whose backend is told of each customer's client"_s;
    }
    Q_UNREACHABLE();
}

/// Returns where and how clients are registered.
QString registrationText(const RegistrationSettings& settings)
{
    if (!settings.isSet())
        return {};
    const QString where = settings.url.isEmpty()
        ? u"as %1 says"_s.arg(settings.metadataUrl.toString())
        : settings.url.toString();
    QString text = u"%1; access: %2; clients: %3"_s.arg(
        where, registrationAccessName(settings.access), settings.clientAuthentication);
    if (!settings.more.isEmpty())
        text += u"; more: "_s
            + QString::fromUtf8(QJsonDocument(settings.more).toJson(QJsonDocument::Compact));
    return text;
}

/// Describes the form of oauthTokenUrl's tokens.
QString tokenFormatText(const Environment& environment)
{
    const QString name = tokenFormatName(environment.tokenFormat);
    return environment.signsTokens()
        ? u"%1: signed (RFC 9068); public keys at /oauth/jwks.json"_s.arg(name)
        : u"%1: an API asks /oauth/introspect"_s.arg(name);
}

QString describeForPeople(const Environment& environment)
{
    const QJsonObject json = environment.toJson();
    return facts({
        {u"Name"_s, environment.name},
        {u"Kind"_s, environmentKindName(environment.kind)},
        {u"API"_s, environment.apiUrl.toString()},
        {u"Portal"_s, environment.portalUrl.toString()},
        {u"Token URL"_s, environment.tokenUrl().toString()},
        {u"Integrations URL"_s, environment.integrationsUrl().toString()},
        {u"Redirect hosts"_s, environment.redirectHosts.join(u", "_s)},
        {u"Frame origins"_s, environment.frameOrigins.join(u", "_s)},
        {u"Client authentication"_s, json.value(u"clientAuthentication"_s).toString()},
        {u"Authority file"_s, environment.caFile},
        {u"Forward to"_s, environment.forwardTo.toString()},
        {u"Public URL"_s, environment.publicUrl.toString()},
        {u"Token lifetime"_s, u"%1 s"_s.arg(environment.tokenLifetimeSeconds)},
        {u"Token service"_s, tokenServiceText(environment)},
        {u"Registration"_s, registrationText(environment.registration)},
        {u"Webhook"_s, environment.webhook.url.toString()},
        {u"Access tokens"_s, tokenFormatText(environment)},
        {u"Token issuer"_s, environment.tokenIssuer},
        {u"Token audience"_s, environment.tokenAudience},
        {u"Unknown scopes"_s, json.value(u"unknownScopes"_s).toString()},
        {u"Verify customers"_s,
            environment.verifyEveryHours == 0 ? u"only when asked"_s
                                              : u"every %1 h"_s.arg(environment.verifyEveryHours)},
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
    co_return Report{
        QJsonObject{{u"environments"_s, json}}, table({u"NAME"_s, u"KIND"_s, u"API"_s}, rows)};
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.value(0, invocation.global().environment);
    const auto found = co_await findEnvironment(invocation, name);
    if (!found)
        co_return passOn(found);
    if (!*found)
        co_return failed(FailureKind::NotFound, u"There is no environment \"%1\"."_s.arg(name));
    co_return Report{(*found)->toJson(), describeForPeople(**found)};
}

Outcome<QUrl> urlOf(const Arguments& arguments, const char* option)
{
    const QUrl url(arguments.value(option), QUrl::StrictMode);
    if (!url.isValid() && !arguments.value(option).isEmpty())
        return failed(FailureKind::Invalid,
            u"--%1 is not a URL: %2"_s.arg(QLatin1String(option), url.errorString()));
    return url;
}

Outcome<QString> authorityFileOf(const Arguments& arguments)
{
    const QString path = arguments.value("ca-file");
    if (path.isEmpty())
        return path; // The system's authorities are used again.
    if (QSslCertificate::fromPath(path).isEmpty())
        return failed(
            FailureKind::Invalid, u"--ca-file: there is no PEM certificate in \"%1\"."_s.arg(path));
    return QFileInfo(path).absoluteFilePath();
}

/// Tells whether an option names the second of its two values. Invalid: it names neither.
Outcome<bool> secondOf(
    const Arguments& arguments, const char* option, const char* first, const char* second)
{
    const QString value = arguments.value(option);
    if (value != QLatin1String(first) && value != QLatin1String(second))
        return failed(FailureKind::Invalid,
            u"--%1 must be %2 or %3, not \"%4\"."_s.arg(
                QLatin1String(option), QLatin1String(first), QLatin1String(second), value));
    return value == QLatin1String(second);
}

/// Applies the command line's options to the settings for the registration of clients.
Outcome<RegistrationSettings> changed(RegistrationSettings settings, const Arguments& arguments)
{
    // Either address replaces the other.
    for (const auto& [option, field, other] :
        {std::tuple{"registration-url", &settings.url, &settings.metadataUrl},
            std::tuple{"registration-metadata", &settings.metadataUrl, &settings.url}}) {
        if (!arguments.has(option))
            continue;
        const auto url = urlOf(arguments, option);
        if (!url)
            return passOn(url);
        *field = *url;
        if (!arguments.has("registration-url") || !arguments.has("registration-metadata"))
            other->clear();
    }
    if (arguments.has("registration-access")) {
        const auto access = registrationAccessFromName(arguments.value("registration-access"));
        if (!access)
            return passOn(access);
        settings.access = *access;
    }
    if (arguments.has("registration-client-auth"))
        settings.clientAuthentication = arguments.value("registration-client-auth");
    if (arguments.has("registration-extra")) {
        const QByteArray json = arguments.value("registration-extra").toUtf8();
        const auto more = json.isEmpty() ? Outcome<QJsonObject>(QJsonObject()) : jsonObject(json);
        if (!more)
            return failed(FailureKind::Invalid,
                u"--registration-extra must be a JSON object: "_s + more.error().detail);
        settings.more = *more;
    }
    return settings;
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
                u"\"%1\" is a %2 environment and stays one: its credentials belong "
                "there. Use another name."_s.arg(
                    environment.name, environmentKindName(environment.kind)));
        environment.kind = *kind;
    } else if (isNew) {
        return failed(FailureKind::Invalid,
            u"\"%1\" is new: say --kind simulator, sandbox or production."_s.arg(environment.name));
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
    const auto registration = changed(environment.registration, arguments);
    if (!registration)
        return passOn(registration);
    environment.registration = *registration;
    if (arguments.has("webhook-url")) {
        const auto url = urlOf(arguments, "webhook-url");
        if (!url)
            return passOn(url);
        environment.webhook.url = *url;
    }
    if (arguments.has("access-tokens")) {
        const auto format = tokenFormatFromName(arguments.value("access-tokens"));
        if (!format)
            return passOn(format);
        environment.tokenFormat = *format;
    }
    if (arguments.has("issuer"))
        environment.tokenIssuer = arguments.value("issuer");
    if (arguments.has("audience"))
        environment.tokenAudience = arguments.value("audience");
    if (arguments.has("ca-file")) {
        const auto file = authorityFileOf(arguments);
        if (!file)
            return passOn(file);
        environment.caFile = *file;
    }
    if (environment.signsTokens() && environment.tokenIssuer.isEmpty())
        return failed(FailureKind::Invalid,
            u"Signed access tokens need --issuer URL: the https address of the server that issues "
            "them, as their claim iss."_s,
            0, u"tokenIssuer"_s);
    if (environment.signsTokens() && environment.tokenAudience.isEmpty())
        return failed(FailureKind::Invalid,
            u"Signed access tokens need --audience TEXT: the name of your API, as their claim "
            "aud."_s,
            0, u"tokenAudience"_s);
    if (const auto ok = environment.validate(); !ok)
        return passOn(ok);
    return environment;
}

/// Returns the one secret that stdin holds.
Task<Outcome<Secret>> secretFromStdin(Invocation& invocation, QString prompt)
{
    auto read = co_await readStandardInput(invocation.interruption(), prompt);
    if (!read)
        co_return passOn(read);
    QByteArray line = read->trimmed();
    const Secret secret(line);
    wipe(*read);
    wipe(line);
    co_return secret;
}

/// Stores the secrets that are given for the partner's own server.
Task<Outcome<Done>> keepSecrets(Invocation& invocation, Environment environment)
{
    const Arguments& arguments = invocation.arguments();
    ClientRegistrations& clients = invocation.clientRegistrations();
    const bool isToken = arguments.has("registration-token-from-stdin");
    const bool isSecret = arguments.has("webhook-secret-from-stdin");
    if (isToken && isSecret)
        co_return failed(FailureKind::Invalid,
            u"--registration-token-from-stdin and --webhook-secret-from-stdin both read stdin: "
            "give one at a time."_s);
    if (isToken) {
        const auto token = co_await secretFromStdin(
            invocation, u"Paste the initial access token of your authorization server: "_s);
        co_return token ? co_await clients.keepToken(environment, *token) : passOn(token);
    }
    if (isSecret) {
        const auto secret = co_await secretFromStdin(
            invocation, u"Paste the secret that signs webhooks (whsec_...): "_s);
        const auto kept =
            secret ? co_await clients.keepSecret(environment, *secret) : passOn(secret);
        if (!kept)
            co_return kept;
    }
    if (arguments.has("webhook-end-rotation"))
        co_return co_await clients.endRotation(environment);
    co_return Done{};
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
    const auto kept = co_await keepSecrets(invocation, *environment);
    if (!kept)
        co_return passOn(kept);
    const auto saved = co_await invocation.current().environments().save(*environment);
    if (!saved)
        co_return passOn(saved);
    QString text = describeForPeople(*environment);
    if (environment->signsTokens() && !before.signsTokens())
        text +=
            u"\nFrom now on, an API that checks tokens by itself accepts them until they expire, "
            "even if\nthe customer is forgotten or disables the integration before. "
            "/oauth/introspect refuses them\nat once.\n"_s;
    co_return Report{environment->toJson(), text};
}

} // namespace

QList<Command> environmentCommands()
{
    return {
        {u"environment list"_s, {}, u"The places to run against."_s, {}, list},
        {u"environment show"_s, u"[NAME]"_s,
            u"Where an environment lives (default: the one of --environment)."_s, {}, show},
        {
            u"environment set"_s,
            u"NAME"_s,
            u"Changes an environment, or adds one."_s,
            {
                {u"kind"_s, u"What it is; needed for a new one."_s,
                    u"simulator|sandbox|production"_s},
                {u"api-url"_s, u"Base of the API."_s, u"URL"_s},
                {u"portal-url"_s, u"Where a customer's administrator starts."_s, u"URL"_s},
                {u"redirect-host"_s,
                    u"A host that `redirect` may name, as HOST or HOST:PORT; may be repeated."_s,
                    u"HOST"_s},
                {u"frame-origin"_s,
                    u"An origin that may frame the consent page; may be repeated."_s, u"ORIGIN"_s},
                {u"client-auth"_s, u"How we prove ourselves at the token endpoint."_s,
                    u"body|basic"_s},
                {u"verify-every"_s,
                    u"How old a customer's last proof may get before it counts as "
                    "expiring (default: 24; 0: as old as it likes)."_s,
                    u"HOURS"_s},
                {u"forward-to"_s,
                    u"Your own backend, which gets what came to callbackUrl (empty: "
                    "nobody does)."_s,
                    u"URL"_s},
                {u"public-url"_s,
                    u"How a tunnel or proxy calls your endpoints (empty: as they "
                    "listen)."_s,
                    u"URL"_s},
                {u"token-lifetime"_s,
                    u"How long a token of oauthTokenUrl lives: 60 to 3600 (default: "
                    "1800)."_s,
                    u"SECONDS"_s},
                {u"token-service"_s,
                    u"Who serves the registered oauthTokenUrl: Jetbridge itself (here), or your "
                    "own authorization server, where you make each customer's pair and give it "
                    "(given: onboard --client-from-stdin). unset, the default: here, if the "
                    "address is Jetbridge's. registration: your own authorization server registers "
                    "a client for each customer (RFC 7591), at --registration-url. webhook: "
                    "Jetbridge "
                    "makes the pairs and tells your backend of them, at --webhook-url."_s,
                    u"unset|here|given|registration|webhook"_s},
                {u"registration-url"_s,
                    u"The client registration endpoint of your authorization server (RFC 7591)."_s,
                    u"URL"_s},
                {u"registration-metadata"_s,
                    u"Or its metadata, which names that endpoint (RFC 8414: "
                    "https://HOST/.well-known/oauth-authorization-server)."_s,
                    u"URL"_s},
                {u"registration-access"_s,
                    u"How we authenticate to register a client: not at all (the default), with "
                    "an initial access token, or with an API token of Okta."_s,
                    u"none|bearer|ssws"_s},
                {u"registration-token-from-stdin"_s,
                    u"Reads that token from stdin and keeps it in the keychain. It is sent to "
                    "that server only."_s},
                {u"registration-client-auth"_s,
                    u"The token_endpoint_auth_method of the clients (default: "
                    "client_secret_post)."_s,
                    u"client_secret_post|client_secret_basic"_s},
                {u"registration-extra"_s,
                    u"Further client metadata, a JSON object such as {\"scope\":\"notify\"} "
                    "(empty: none)."_s,
                    u"JSON"_s},
                {u"webhook-url"_s,
                    u"Where your backend is told, by signed webhooks (Standard Webhooks), of each "
                    "client: staged before the integration is confirmed, then committed or "
                    "withdrawn (empty: nowhere)."_s,
                    u"URL"_s},
                {u"webhook-secret-from-stdin"_s,
                    u"Reads the secret that signs webhooks from stdin (whsec_ and the base64 of 24 "
                    "to 64 bytes) and keeps it in the keychain. The one before signs them, too, "
                    "until --webhook-end-rotation."_s},
                {u"webhook-end-rotation"_s,
                    u"Only the newest secret signs webhooks from now on."_s},
                {u"access-tokens"_s,
                    u"Form of oauthTokenUrl's tokens: random text that your API checks at "
                    "/oauth/introspect (opaque, the default), or JWTs that it checks by itself "
                    "with the keys at /oauth/jwks.json (RFC 9068; needs --issuer and --audience). "
                    "When a customer is forgotten or disables the integration, opaque tokens end "
                    "at once; signed ones are accepted by such an API until they expire."_s,
                    u"opaque|rs256|es256"_s},
                {u"issuer"_s,
                    u"The claim iss of signed tokens, as your API expects it; usually the public "
                    "URL."_s,
                    u"URL"_s},
                {u"audience"_s,
                    u"The claim aud of signed tokens: the name of your API, as it expects it."_s,
                    u"TEXT"_s},
                {u"unknown-scopes"_s,
                    u"What oauthTokenUrl does about a scope that it does not know: issue its "
                    "own scope (ignore, the default) or answer invalid_scope (refuse). Whether "
                    "SmartRecruiters sends a scope is unknown."_s,
                    u"ignore|refuse"_s},
                {u"ca-file"_s, u"PEM file of an own certificate authority."_s, u"FILE"_s},
            },
            set,
        },
    };
}

} // namespace jetbridge::cli
