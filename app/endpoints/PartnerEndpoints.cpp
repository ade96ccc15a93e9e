// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/PartnerEndpoints.h"

#include "domain/Environment.h"
#include "endpoints/ConsentPage.h"
#include "endpoints/Forwarded.h"
#include "endpoints/Probe.h"
#include "oauth/BearerCheck.h"
#include "oauth/Introspection.h"
#include "oauth/TokenEndpoint.h"
#include "web/Server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QReadWriteLock>

#include <atomic>
#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

namespace {

/// Limits how much attackers who invent client ids can load the registry.
constexpr int mostLookUps = 16;
constexpr int retryAfterSeconds = 30; ///< Sent when a notification could not be stored.

/// The two lanes between which an exchange runs.
struct Lanes {
    Lane from;
    Lane to;
};
constexpr Lanes customerToApp{Lane::Browser, Lane::PartnerApp};
constexpr Lanes smartRecruitersToApi{Lane::SmartRecruiters, Lane::PartnerApi};
constexpr Lanes appToApi{Lane::PartnerApp, Lane::PartnerApi};

constexpr char tokenPath[] = "/oauth/token";
/// The header's name as in ports/TokenTrials.h; names of request headers are in lower case.
constexpr char rehearsalHeaderInRequests[] = "jetbridge-rehearsal";
constexpr char introspectionPath[] = "/oauth/introspect";
constexpr char keySetPath[] = "/oauth/jwks.json";
constexpr char callbackPath[] = "/callback";
constexpr char descriptionPath[] = "/openapi.json";
/// The only scope of the clients that we issue: their tokens give access to callbackUrl, and to
/// nothing else.
constexpr char notificationScope[] = "notifications";

/// Everything that requests need, shared with the coroutines that answer them: one that waits for
/// a decision when the server closes must find it all in place.
struct Parts {
    Parts(ConsentHandler& handler, NotificationReceiver& notifications, const Clock& time,
        Randomness& randomness, ExchangeRecorder* exchanges, const EndpointsOptions& options)
        : receiver(notifications)
        , clock(time)
        , recorder(exchanges)
        , forwardingPeer(options.forwardingPeer)
        , scheme(options.tls ? u"https"_s : u"http"_s)
        , consent(std::make_shared<ConsentPage>(handler, time, randomness, pages))
        , issuer(time, randomness,
              {options.tokenLifetimeSeconds, oauth::TokenIssuer::Options().mostLive})
        , tokens(clients, issuer, time)
        , introspection(resourceServers, issuer, clients, time)
        , probeKey(randomness.bytes(32))
    {
    }

    NotificationReceiver& receiver;
    const Clock& clock;
    ExchangeRecorder* recorder;
    const QHostAddress forwardingPeer;
    const QString scheme;
    Pages pages;
    std::shared_ptr<ConsentPage> consent;
    oauth::Clients clients;
    oauth::TokenIssuer issuer;
    oauth::TokenEndpoint tokens;
    oauth::Clients resourceServers;
    oauth::Introspection introspection;
    Secret probeKey;
    int lookUps = 0; ///< Number of look-ups under way; used on the endpoints' thread.

    QReadWriteLock runsLock;
    QHash<ClientId, OnboardingId> runs; ///< The run in which a client was issued.
    QSet<ClientId> dismissed; ///< Clients whose tokens are not revoked yet; under the same lock.
    std::atomic<bool> hasDismissed = false;

    OnboardingId onboardingOf(const ClientId& client)
    {
        const QReadLocker locker(&runsLock);
        return runs.value(client);
    }

    /// Revokes the tokens of dismissed clients for good: a client that is admitted again gets new
    /// ones. Used on the endpoints' thread, before any token is checked.
    void endTokensOfDismissed()
    {
        if (!hasDismissed.exchange(false))
            return;
        const QWriteLocker locker(&runsLock);
        issuer.revoke(dismissed);
        dismissed.clear();
    }

    /// Tells whether one more unauthenticated request may be attributed to a run: a few at once,
    /// then one every few seconds. Used on the endpoints' thread.
    bool mayAttribute()
    {
        constexpr qint64 everyMs = 3000;
        constexpr qint64 atOnce = 20;
        const qint64 ms = clock.steadyMs();
        attributedUntil = std::max(attributedUntil, ms - atOnce * everyMs);
        if (attributedUntil + everyMs > ms)
            return false;
        attributedUntil += everyMs;
        return true;
    }
    qint64 attributedUntil = std::numeric_limits<qint64>::min(); ///< Milliseconds of the steady
                                                                 ///< clock.

    QUrl url(const QByteArray& host, const QByteArray& target) const
    {
        return QUrl::fromEncoded(scheme.toLatin1() + "://" + host + target);
    }
};
using SharedParts = std::shared_ptr<Parts>;

QList<QPair<QByteArray, QByteArray>> pairs(const QList<web::Header>& headers)
{
    QList<QPair<QByteArray, QByteArray>> pairs;
    for (const auto& [name, value] : headers)
        pairs.append({name, value});
    return pairs;
}

void takeReply(Exchange& exchange, const web::Reply& reply)
{
    exchange.replyHeaders = pairs(reply.headers);
    if (reply.transport.closeBeforeReply) {
        exchange.failure = u"The connection was closed without an answer."_s;
        return;
    }
    exchange.status = reply.status;
    exchange.replyBody = reply.body;
}

void record(const SharedParts& parts, Lanes lanes, const web::Request& request,
    const Answer& answer, const QDateTime& at, const QElapsedTimer& since)
{
    if (!parts->recorder || answer.isOurOwn)
        return;
    Exchange exchange;
    exchange.isProven = answer.isProven;
    // Requests that anybody can send in the name of a run must not flood its history or use up the
    // space.
    if (!answer.onboarding.isEmpty() && (answer.isProven || parts->mayAttribute()))
        exchange.correlationId = answer.onboarding.text().toUtf8();
    exchange.from = lanes.from;
    exchange.to = lanes.to;
    exchange.at = at;
    exchange.milliseconds = int(since.elapsed());
    exchange.method = request.methodName();
    exchange.url = parts->url(request.host,
        request.path + (request.query.isEmpty() ? QByteArray() : '?' + request.query));
    exchange.tls = request.tls;
    exchange.requestHeaders = pairs(request.headers);
    exchange.requestBody = request.body;
    takeReply(exchange, answer.reply);
    parts->recorder->record(std::move(exchange));
}

/// Records a request that no handler saw. Requests to SmartRecruiters' addresses are attributed to
/// SmartRecruiters.
void recordUnhandled(const SharedParts& parts, const web::UnhandledRequest& request)
{
    const QByteArray path = request.target.split('?').constFirst();
    const bool isApi = path == tokenPath || path == callbackPath;
    const bool isForApis = path == introspectionPath || path == keySetPath;
    const Lanes lanes = isApi ? smartRecruitersToApi : isForApis ? appToApi : customerToApp;
    Exchange exchange;
    exchange.isProven = false;
    exchange.from = lanes.from;
    exchange.to = lanes.to;
    exchange.at = parts->clock.now();
    exchange.milliseconds = 0;
    exchange.method = request.method;
    exchange.url = parts->url(request.host, request.target);
    exchange.requestHeaders = pairs(request.headers);
    takeReply(exchange, request.reply);
    parts->recorder->record(std::move(exchange));
}

using Answering = std::function<Answer(const web::Request&)>;
using AnsweringLater = std::function<Task<Answer>(web::Request)>;

web::Handler recorded(SharedParts parts, Lanes lanes, Answering answering)
{
    return [parts, lanes, answering](const web::Request& request) {
        QElapsedTimer since;
        since.start();
        const QDateTime at = parts->clock.now();
        const Answer answer = answering(request);
        record(parts, lanes, request, answer, at, since);
        return answer.reply;
    };
}

Task<web::Reply> recordLater(
    SharedParts parts, Lanes lanes, AnsweringLater answering, web::Request request)
{
    QElapsedTimer since;
    since.start();
    const QDateTime at = parts->clock.now();
    const Answer answer = co_await answering(request);
    record(parts, lanes, request, answer, at, since);
    co_return answer.reply;
}

web::AsyncHandler recorded(SharedParts parts, Lanes lanes, AnsweringLater answering)
{
    return [parts, lanes, answering](web::Request request) {
        return recordLater(parts, lanes, answering, std::move(request));
    };
}

using Attempting = std::function<std::optional<Answer>(const web::Request&)>;

/// Records a request that is answered at once; otherwise leaves it to the handler that answers
/// later.
web::Attempt recorded(SharedParts parts, Lanes lanes, Attempting attempting)
{
    return [parts, lanes, attempting](const web::Request& request) -> std::optional<web::Reply> {
        QElapsedTimer since;
        since.start();
        const QDateTime at = parts->clock.now();
        const auto answer = attempting(request);
        if (!answer)
            return std::nullopt;
        record(parts, lanes, request, *answer, at, since);
        return answer->reply;
    };
}

/// Sets the peer that the configured proxy names; other senders of such headers are ignored.
web::Request asForwarded(web::Request request, const QHostAddress& forwardingPeer)
{
    if (!forwardingPeer.isNull() && request.peer.isEqual(forwardingPeer))
        request.peer = forwardedAddress(request);
    return request;
}

/// Makes the answer to a token request. Our own rehearsal does not count as use by SmartRecruiters.
Answer answered(const SharedParts& parts, const web::Request& request, const web::Reply& reply,
    const ClientId& client)
{
    const bool isGood = reply.status == 200;
    const bool isOurOwn = isGood && request.headerCount(rehearsalHeaderInRequests) > 0;
    if (isGood && !isOurOwn)
        parts->receiver.clientUsed(parts->onboardingOf(client), client);
    return Answer{reply, parts->onboardingOf(client), isGood, isOurOwn};
}

/// Answers POST oauthTokenUrl (guide, 1) for a client that is known here; nullopt if it is not:
/// another program may have issued it a moment ago.
std::optional<Answer> answerKnown(const SharedParts& parts, const web::Request& request)
{
    parts->endTokensOfDismissed();
    ClientId client;
    const auto reply = parts->tokens.handleKnown(request, &client);
    if (!reply)
        return std::nullopt;
    return answered(parts, request, *reply, client);
}

/// Answers POST oauthTokenUrl for a client that is not known here yet: SmartRecruiters may call at
/// once.
Task<Answer> answerUnknown(SharedParts parts, web::Request request)
{
    parts->endTokensOfDismissed();
    ClientId client;
    const auto known = parts->tokens.handleKnown(request, &client);
    if (!known && parts->lookUps < mostLookUps) {
        ++parts->lookUps;
        disregard(co_await parts->receiver.lookFor(client));
        --parts->lookUps;
    }
    if (!known)
        parts->endTokensOfDismissed();
    const web::Reply reply = known ? *known : parts->tokens.handle(request, &client);
    co_return answered(parts, request, reply, client);
}

/// Returns the notification in this request, or the refusal if it is not a valid one.
tl::expected<Notification, Answer> verifiedNotification(
    const SharedParts& parts, const web::Request& request)
{
    parts->endTokensOfDismissed();
    const auto grant = oauth::checkBearer(request, parts->issuer);
    if (!grant)
        return tl::unexpected(Answer{grant.error(), {}});
    const OnboardingId onboarding = parts->onboardingOf(grant->client);
    const auto client = parts->clients.find(grant->client);
    if (!client) // The client was dismissed, and its tokens ended with it.
        return tl::unexpected(
            Answer{web::Reply::json(QJsonObject{{u"error"_s, u"invalid_token"_s}}, 401)
                       .with("WWW-Authenticate", "Bearer error=\"invalid_token\""),
                onboarding});
    const auto body = request.json();
    if (!body)
        return tl::unexpected(Answer{web::Reply::fromFailure(body.error()), onboarding});

    Notification notification;
    notification.client = client->id;
    notification.company = CompanyId(client->subject);
    notification.onboarding = onboarding;
    notification.eventType = body->value("eventType"_L1).toString();
    notification.body = request.body;
    if (parts->recorder) { // It is stored, shown and forwarded.
        notification.eventType = parts->recorder->withoutSecrets(notification.eventType);
        notification.body = parts->recorder->withoutSecrets(notification.body);
    }
    notification.at = parts->clock.now();
    return notification;
}

web::Reply replyOf(const ChosenAnswer& answer)
{
    web::Reply reply = web::Reply::empty(answer.status);
    reply.transport.delayMs = answer.delayMs;
    reply.transport.closeBeforeReply = answer.drop;
    return reply;
}

/// Asks the sender to send the notification again; the cause (such as a disk error) is not
/// disclosed.
web::Reply notKept()
{
    const QJsonObject error{{u"error"_s, u"temporarily_unavailable"_s},
        {u"error_description"_s, u"The notification could not be stored. Send it again later."_s}};
    return web::Reply::json(error, 503).with("Retry-After", QByteArray::number(retryAfterSeconds));
}

/// Answers POST callbackUrl (guide, 1): the bearer token identifies the customer, and 200 means
/// that the notification is on disk.
Task<Answer> answerCallback(SharedParts parts, web::Request request)
{
    const auto notification = verifiedNotification(parts, request);
    if (!notification)
        co_return notification.error();
    const OnboardingId onboarding = parts->onboardingOf(notification->client);
    const auto kept = co_await parts->receiver.receive(*notification);
    if (!kept)
        co_return Answer{notKept(), onboarding, true};
    co_return Answer{replyOf(*kept), onboarding, true};
}

/// Answers GET /oauth/jwks.json: the public keys with which an API checks signed tokens by itself.
web::Reply keySet(const SharedParts& parts)
{
    const auto tokens = parts->issuer.signedTokens();
    const bool isSigning = tokens && tokens->format != TokenFormat::Opaque;
    if (isSigning && tokens->keys.isEmpty())
        return oauth::tokenError(
            u"temporarily_unavailable"_s, u"The keys cannot be read now. Try again."_s, 503)
            .with("Retry-After", QByteArray::number(retryAfterSeconds));
    const QJsonObject keys = tokens ? tokens->keys.keySet(parts->clock.now())
                                    : oauth::SigningKeys().keySet(parts->clock.now());
    web::Reply reply = web::Reply::json(keys);
    // A set without keys is not kept: the first key signs at once.
    reply.with("Cache-Control",
        keys.value("keys"_L1).toArray().isEmpty()
            ? QByteArray("no-store")
            : "public, max-age=" + QByteArray::number(oauth::SigningKeys::cachedSeconds));
    return reply;
}

/// Returns what introspection and signed tokens tell about a customer.
QJsonObject claimsOf(const IssuedClient& client)
{
    QJsonObject claims{{u"companyId"_s, client.company.text()}};
    if (!client.integration.isEmpty()) // There is none until the customer is confirmed.
        claims.insert(u"integrationId"_s, client.integration.text());
    return claims;
}

/// Answers GET /openapi.json. Its addresses are relative, so that they are right behind any proxy.
web::Reply description()
{
    QFile file(u":/endpoints/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return web::Reply::empty(404);
    return web::Reply::json(QJsonDocument::fromJson(file.readAll()).object());
}

web::Router routerOf(const SharedParts& parts)
{
    using web::Method;
    const auto consent = parts->consent;
    web::Router router;
    router.on(Method::Get, "/",
        recorded(parts, customerToApp, Answering([consent](const web::Request& request) {
            return consent->status(request);
        })));
    router.on(Method::Get, "/consent",
        recorded(parts, customerToApp,
            Answering([consent](const web::Request& request) { return consent->open(request); })));
    router.on(Method::Post, "/consent/sign-in",
        recorded(parts, customerToApp, Answering([parts](const web::Request& request) {
            return parts->consent->signIn(asForwarded(request, parts->forwardingPeer));
        })));
    router.onAsync(Method::Post, "/consent/decision",
        recorded(parts, customerToApp, AnsweringLater([consent](web::Request request) {
            return ConsentPage::decide(consent, std::move(request));
        })));
    router.onAsync(Method::Post, tokenPath,
        recorded(parts, smartRecruitersToApi, AnsweringLater([parts](web::Request request) {
            return answerUnknown(parts, asForwarded(std::move(request), parts->forwardingPeer));
        })),
        recorded(parts, smartRecruitersToApi, Attempting([parts](const web::Request& request) {
            return parts->forwardingPeer.isNull()
                ? answerKnown(parts, request)
                : answerKnown(parts, asForwarded(request, parts->forwardingPeer));
        })));
    router.on(Method::Post, introspectionPath,
        recorded(parts, appToApi, Answering([parts](const web::Request& request) {
            parts->endTokensOfDismissed();
            const web::Reply reply =
                parts->introspection.handle(asForwarded(request, parts->forwardingPeer));
            return Answer{reply, {}, reply.status == 200};
        })));
    router.on(
        Method::Get, keySetPath, recorded(parts, appToApi, Answering([parts](const web::Request&) {
            return Answer{keySet(parts), {}, false};
        })));
    router.onAsync(Method::Post, callbackPath,
        recorded(parts, smartRecruitersToApi, AnsweringLater([parts](web::Request request) {
            return answerCallback(parts, asForwarded(std::move(request), parts->forwardingPeer));
        })));
    router.on(Method::Get, descriptionPath, [](const web::Request&) { return description(); });
    router.on(Method::Get, probePath,
        [parts](const web::Request& request) { return probeReply(request, parts->probeKey); });
    return router;
}

/// The address as people give it: "::" stands for both families, whose text would be "0.0.0.0".
QString nameOf(const QHostAddress& address)
{
    return address == QHostAddress::Any ? u"::"_s : address.toString();
}

/// Checks that traffic to other computers uses TLS, ours or the proxy's (RFC 6749 3.2).
Outcome<Done> checkReach(const EndpointsOptions& options)
{
    if (!options.publicUrl.isEmpty())
        if (const auto sound = checkUrl("publicUrl", options.publicUrl); !sound)
            return sound;
    if (options.address.isLoopback())
        return Done{};
    const auto invalid = [&options](const QString& why) {
        return failed(
            FailureKind::Invalid, u"Listening on %1 %2"_s.arg(nameOf(options.address), why));
    };
    if (!options.tls && options.forwardingPeer.isNull())
        return invalid(u"accepts connections from other computers: set a certificate "
                       "and key, or the address of the proxy that has them."_s);
    const bool isAny = options.address == QHostAddress::Any
        || options.address == QHostAddress::AnyIPv4 || options.address == QHostAddress::AnyIPv6;
    if (isAny && options.publicUrl.isEmpty())
        return invalid(u"does not determine a host name: set a public URL."_s);
    return Done{};
}

} // namespace

struct PartnerEndpoints::Private {
    EndpointsOptions options;
    Randomness& randomness;
    SharedParts parts;
    std::unique_ptr<web::Server> server;
};

PartnerEndpoints::PartnerEndpoints(ConsentHandler& handler, NotificationReceiver& receiver,
    const Clock& clock, Randomness& randomness, ExchangeRecorder* recorder,
    EndpointsOptions options)
    : d(std::make_unique<Private>(Private{options, randomness,
        std::make_shared<Parts>(handler, receiver, clock, randomness, recorder, options), nullptr}))
{
    setRefusesUnknownScopes(options.refusesUnknownScopes);
    setSignedTokens(options.signedTokens);
}

PartnerEndpoints::~PartnerEndpoints()
{
    close();
}

Outcome<Done> PartnerEndpoints::listen()
{
    close();
    if (const auto sound = checkReach(d->options); !sound)
        return sound;
    web::ServerOptions options;
    options.address = d->options.address;
    if (options.address == QHostAddress(QHostAddress::LocalHost))
        options.moreAddresses = web::otherLocalAddresses();
    options.port = d->options.port;
    options.tls = d->options.tls;
    if (d->parts->recorder)
        options.onUnhandled = [parts = d->parts](const web::UnhandledRequest& request) {
            recordUnhandled(parts, request);
        };
    options.healthPath = "/health";
    options.hostNameSetting = u"\"Public URL\" of the environment (--public-url): "
                              "how a tunnel or proxy calls this server"_s;
    if (!d->options.publicUrl.isEmpty()) {
        // Proxies pass the name with or without its port.
        options.hostNames.append(d->options.publicUrl.host(QUrl::FullyEncoded));
        options.pathPrefix = d->options.publicUrl.path(QUrl::FullyEncoded).toLatin1();
    }
    // A server that listens elsewhere is also called by that address.
    if (!options.address.isLoopback())
        options.hostNames.append(web::hostInUrl(options.address));
    auto server = std::make_unique<web::Server>(routerOf(d->parts), std::move(options));
    const auto listening = server->listen();
    if (listening)
        d->server = std::move(server);
    return listening;
}

void PartnerEndpoints::close()
{
    d->server.reset();
}

quint16 PartnerEndpoints::port() const
{
    return d->server ? d->server->port() : 0;
}

QString PartnerEndpoints::listening() const
{
    return web::addressAndPort(d->options.address, port());
}

QUrl PartnerEndpoints::baseUrl() const
{
    if (!d->options.publicUrl.isEmpty())
        return d->options.publicUrl.adjusted(QUrl::StripTrailingSlash);
    return d->server ? d->server->url(d->options.address.toString()) : QUrl();
}

QUrl PartnerEndpoints::consentUrl() const
{
    return below(baseUrl(), u"/consent"_s);
}

QUrl PartnerEndpoints::oauthTokenUrl() const
{
    return below(baseUrl(), QLatin1String(tokenPath));
}

QUrl PartnerEndpoints::callbackUrl() const
{
    return below(baseUrl(), QLatin1String(callbackPath));
}

QByteArrayList PartnerEndpoints::routes() const
{
    QByteArrayList all = routerOf(d->parts).routes();
    all.removeOne(QByteArray("GET ") + probePath); // Only this program asks it, with a key.
    return all;
}

QUrl PartnerEndpoints::introspectionUrl() const
{
    return below(baseUrl(), QLatin1String(introspectionPath));
}

QUrl PartnerEndpoints::keySetUrl() const
{
    return below(baseUrl(), QLatin1String(keySetPath));
}

void PartnerEndpoints::setResourceServers(const QList<ResourceServer>& servers)
{
    QList<oauth::Client> clients;
    for (const ResourceServer& server : servers)
        clients.append({server.clientId, server.secretSha256, server.name, {}, {}});
    d->parts->resourceServers.replace(clients);
}

void PartnerEndpoints::admit(const IssuedClient& client)
{
    if (client.withdrawn)
        return;
    {
        const QWriteLocker locker(&d->parts->runsLock);
        d->parts->runs.insert(client.clientId, client.onboarding);
    }
    d->parts->clients.put({client.clientId, client.secretSha256, client.company.text(),
        Scopes::of({QString::fromLatin1(notificationScope)}).value_or(Scopes()), claimsOf(client)});
}

void PartnerEndpoints::dismiss(const ClientId& client)
{
    if (!d->parts->clients.find(client)) // An unknown client has no tokens.
        return;
    d->parts->clients.remove(client);
    const QWriteLocker locker(&d->parts->runsLock);
    d->parts->runs.remove(client);
    d->parts->dismissed.insert(client);
    d->parts->hasDismissed = true;
}

void PartnerEndpoints::setTokenLifetime(int seconds)
{
    d->parts->issuer.setLifetime(seconds);
}

void PartnerEndpoints::setRefusesUnknownScopes(bool refuses)
{
    d->parts->tokens.setUnknownScopes(refuses ? oauth::TokenEndpoint::UnknownScopes::Refused
                                              : oauth::TokenEndpoint::UnknownScopes::Ignored);
}

void PartnerEndpoints::setSignedTokens(std::shared_ptr<const oauth::SignedTokens> tokens)
{
    d->parts->issuer.setSigned(std::move(tokens));
}

Task<Outcome<Done>> PartnerEndpoints::probe(QString caFile) const
{
    return endpoints::probe(below(baseUrl(), QString::fromLatin1(probePath)), d->parts->probeKey,
        d->randomness.bytes(16).toHex(), std::move(caFile));
}

} // namespace jetbridge::endpoints
