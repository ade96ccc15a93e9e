// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Endpoints.h"

#include "async/Signal.h"
#include "async/Worker.h"
#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "console/DemoApplication.h"
#include "console/Detached.h"
#include "console/Onboardings.h"
#include "console/TokenKeys.h"
#include "endpoints/PartnerEndpoints.h"
#include "endpoints/TlsFiles.h"
#include "flows/ReceiveNotification.h"
#include "flows/ReplayNotification.h"
#include "flows/UnknownOutcome.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Endpoints::Endpoints(const Services& services, Parts parts)
    : m_services(services)
    , m_parts(parts)
    , m_forwarding(m_parts.forwards, m_parts.backend, m_services.clock,
          [this](const Forward& tried) { Q_EMIT notificationForwarded(tried); })
    , m_tokenKeys(std::make_unique<TokenKeys>(
          m_services, m_parts.current, m_parts.timer, m_parts.dataFolder))
{
    connect(&m_parts.current, &CurrentEnvironment::changed, this, &Endpoints::useSettings);
    connect(m_tokenKeys.get(), &TokenKeys::changed, this, &Endpoints::useSigningKeys);
    connect(&m_parts.onboardings, &Onboardings::outcomeUnknown, this, &Endpoints::watchFor);
}

Endpoints::~Endpoints() = default;

// --- The server

Task<Outcome<EndpointUrls>> Endpoints::start(quint16 port)
{
    EndpointsSetup setup;
    setup.port = port;
    return start(setup);
}

Task<Outcome<EndpointUrls>> Endpoints::start(EndpointsSetup setup)
{
    if (const auto running = urls())
        co_return *running;
    // What strangers send is recorded from now on, with or without all hashes.
    disregard(co_await recogniseSecretsOfOthers(m_services.vault));
    // With a locked keychain the consent page says so, and tries again.
    disregard(co_await m_parts.onboardings.provideHasher());
    // Without the keys no token is issued, and they are tried again.
    co_await m_tokenKeys->load();
    const auto servers = co_await m_services.resourceServers.all();
    if (!servers)
        co_return passOn(servers);
    // Last: a client that is withdrawn after this is told to the endpoints, which are there then.
    const auto clients = co_await m_services.issuedClients.all();
    if (!clients)
        co_return passOn(clients);
    if (const auto running = urls()) // somebody else was quicker
        co_return *running;
    auto server = listen(setup);
    if (!server)
        co_return passOn(server);
    for (const IssuedClient& client : *clients)
        if (!client.withdrawn && client.servedBy == TokenService::Here)
            (*server)->admit(client);
    (*server)->setResourceServers(*servers);
    m_server = std::move(*server);
    m_parts.current.setOwnUrl(m_server->baseUrl());
    runDetached(reloadResourceServers()); // what changed since they were read
    m_setup = setup;
    m_bearerOrigin = originOf(m_parts.current.environment().forwardTo);
    useSettings();
    if (!setup.forwardTo.url.isEmpty())
        m_forwarding.start(setup.forwardTo);
    Q_EMIT changed();
    co_return *urls();
}

Outcome<std::unique_ptr<endpoints::PartnerEndpoints>> Endpoints::listen(const EndpointsSetup& setup)
{
    endpoints::EndpointsOptions options;
    options.address = setup.address;
    options.port = setup.port;
    const Environment& settings = m_parts.current.environment();
    options.publicUrl = setup.publicUrl.isEmpty() ? settings.publicUrl : setup.publicUrl;
    options.tokenLifetimeSeconds =
        setup.tokenLifetimeSeconds.value_or(settings.tokenLifetimeSeconds);
    options.refusesUnknownScopes = settings.refusesUnknownScopes;
    options.forwardingPeer = setup.forwardingPeer;
    options.signedTokens = m_tokenKeys->tokensAtStart();
    if (!setup.certificateFile.isEmpty()) {
        const auto tls = endpoints::tlsFromFiles(setup.certificateFile, setup.keyFile);
        if (!tls)
            return passOn(tls);
        options.tls = *tls;
    }
    NotificationReceiver& receiver = *this;
    auto server =
        std::make_unique<endpoints::PartnerEndpoints>(m_parts.onboardings.consentHandler(),
            receiver, m_services.clock, m_services.randomness, &m_parts.recorder, options);
    const auto listening = server->listen();
    if (!listening)
        return passOn(listening);
    return server;
}

/// The settings of the environment, where the server was not started with others.
void Endpoints::useSettings()
{
    if (!m_server)
        return;
    const Environment& settings = m_parts.current.environment();
    if (!m_setup.tokenLifetimeSeconds)
        m_server->setTokenLifetime(settings.tokenLifetimeSeconds);
    m_server->setRefusesUnknownScopes(settings.refusesUnknownScopes);
    m_tokenKeys->takeSettings();
    if (!m_setup.forwardTo.url.isEmpty())
        return;
    BackendAddress address;
    address.url = settings.forwardTo;
    if (originOf(address.url) == m_bearerOrigin) // it is sent to no other host
        address.bearer = m_setup.forwardTo.bearer;
    if (address.url.isEmpty())
        m_forwarding.stop();
    else
        m_forwarding.start(address);
}

void Endpoints::stop()
{
    if (!m_server)
        return;
    close();
    m_forwarding.stop();
    Q_EMIT changed();
}

void Endpoints::close()
{
    m_server.reset();
    m_tokenKeys->stop();
    m_parts.current.setOwnUrl(std::nullopt);
}

Task<Done> Endpoints::settled()
{
    if (!m_forwarding.isIdle())
        co_await async::emission(&m_forwarding, &Forwarding::idle, std::chrono::seconds(5));
    co_return Done{};
}

std::optional<EndpointUrls> Endpoints::urls() const
{
    if (!m_server)
        return std::nullopt;
    return EndpointUrls{m_server->port(), m_server->listening(), m_server->consentUrl(),
        m_server->oauthTokenUrl(), m_server->callbackUrl(), m_server->introspectionUrl(),
        m_server->keySetUrl()};
}

Task<Outcome<Done>> Endpoints::probe()
{
    if (!m_server)
        co_return failed(FailureKind::Unreachable, u"The partner's endpoints are stopped."_s);
    co_return co_await m_server->probe(m_parts.current.environment().caFile);
}

Application Endpoints::demoApplication(ConsentDisplayMode mode, bool bidirectional) const
{
    const QUrl base = m_server ? m_server->consentUrl()
                               : QUrl(u"http://127.0.0.1:%1"_s.arg(defaultEndpointsPort));
    return makeDemoApplication(base, mode, bidirectional);
}

// --- Notifications

/// A notification's whole way: from callbackUrl on the server's thread to the flow that keeps it.
Task<Outcome<ChosenAnswer>> Endpoints::receive(Notification notification)
{
    const std::function<Task<Outcome<ChosenAnswer>>()> work = [this, notification] {
        return keep(notification);
    };
    co_return co_await async::onThreadOf<Outcome<ChosenAnswer>>(this, work, programIsClosing());
}

Task<Outcome<ChosenAnswer>> Endpoints::keep(Notification notification)
{
    notification.isOwed = m_forwarding.isOn();
    const auto received = co_await receiveNotification(m_services, notification);
    if (!received)
        co_return passOn(received);
    m_forwarding.wake();
    Q_EMIT notificationReceived(*received);
    co_return ChosenAnswer(received->answer);
}

Notification Endpoints::withoutSecrets(Notification notification) const
{
    notification.eventType = m_parts.recorder.withoutSecrets(notification.eventType);
    notification.body = m_parts.recorder.withoutSecrets(notification.body);
    return notification;
}

Task<Outcome<QList<Notification>>> Endpoints::notifications(int most)
{
    auto latest = co_await inbox().latest(most);
    if (!latest || latest->isEmpty())
        co_return latest;
    disregard(co_await recogniseSecretsOfOthers(m_services.vault));
    for (Notification& one : *latest)
        one = withoutSecrets(one);
    co_return latest;
}

Task<Outcome<Notification>> Endpoints::notification(qint64 number)
{
    const auto found = co_await notificationOf(inbox(), number);
    if (!found)
        co_return passOn(found);
    disregard(co_await recogniseSecretsOfOthers(m_services.vault));
    co_return withoutSecrets(*found);
}

Task<Outcome<BackendAnswer>> Endpoints::replay(
    qint64 number, BackendAddress address, std::optional<QByteArray> otherBody)
{
    return replayNotification(
        inbox(), m_parts.backend, number, std::move(address), std::move(otherBody));
}

// --- Clients that SmartRecruiters uses here

Task<Outcome<Done>> Endpoints::lookFor(ClientId client)
{
    const std::function<Task<Outcome<Done>>()> work = [this, client] {
        return admitIfIssued(client);
    };
    co_return co_await async::onThreadOf<Outcome<Done>>(this, work, programIsClosing());
}

/// Clients are admitted by take() alone, in the order in which the registry was read: what was
/// withdrawn in between stays out.
Task<Outcome<Done>> Endpoints::admitIfIssued(ClientId client)
{
    const auto issued = co_await m_services.issuedClients.find(client);
    if (!issued)
        co_return passOn(issued);
    if (issued->has_value())
        take(**issued);
    co_return Done{};
}

void Endpoints::take(const IssuedClient& client)
{
    if (m_server && (client.withdrawn || client.servedBy != TokenService::Here))
        m_server->dismiss(client.clientId);
    else if (m_server)
        m_server->admit(client);
}

Task<Outcome<Done>> Endpoints::reloadClients()
{
    const auto clients = co_await m_services.issuedClients.all();
    if (!clients)
        co_return passOn(clients);
    for (const IssuedClient& client : *clients)
        take(client);
    co_return Done{};
}

void Endpoints::watchFor(const OnboardingId& onboarding)
{
    const QMutexLocker lock(&m_watchedMutex);
    m_watched.insert(onboarding);
}

/// Noted once a minute at most for each client.
void Endpoints::clientUsed(const OnboardingId& onboarding, const ClientId& client)
{
    constexpr qint64 pauseMs = 60'000;
    const qint64 now = m_services.clock.steadyMs();
    const auto told = m_toldTokenAt.constFind(client);
    if (told == m_toldTokenAt.constEnd() || now - *told >= pauseMs) {
        m_toldTokenAt.insert(client, now);
        QMetaObject::invokeMethod(
            this,
            [this, client] {
                runDetached(m_services.issuedClients.tell(
                    client, {WayBackEvent::Kind::Used, m_services.clock.now()}));
            },
            Qt::QueuedConnection);
    }
    const QMutexLocker lock(&m_watchedMutex);
    if (m_watched.remove(onboarding))
        QMetaObject::invokeMethod(
            this, [this, onboarding] { runDetached(noteClientUsed(m_services, onboarding)); },
            Qt::QueuedConnection);
}

// --- Resource servers

Task<Outcome<Done>> Endpoints::reloadResourceServers()
{
    const auto servers = co_await m_services.resourceServers.all();
    if (!servers)
        co_return passOn(servers);
    if (m_server)
        m_server->setResourceServers(*servers);
    co_return Done{};
}

Task<Outcome<ResourceServerPair>> Endpoints::addResourceServer(QString name)
{
    return jetbridge::addResourceServer(m_services, std::move(name));
}

Task<Outcome<ResourceServer>> Endpoints::removeResourceServer(QString name)
{
    return jetbridge::removeResourceServer(m_services, std::move(name));
}

Task<Outcome<ResourceServerPair>> Endpoints::resourceServerPair(QString name)
{
    return jetbridge::resourceServerPair(m_services, std::move(name));
}

// --- The keys of signed access tokens

void Endpoints::useSigningKeys()
{
    if (m_server)
        m_server->setSignedTokens(m_tokenKeys->tokens());
    if (m_tokenKeys->trouble() == m_signingTrouble)
        return;
    m_signingTrouble = m_tokenKeys->trouble();
    Q_EMIT signingTroubleChanged();
}

void Endpoints::takeChangedSecret(const QString& name)
{
    if (m_server)
        m_tokenKeys->takeChangedSecret(name);
}

void Endpoints::reloadSigningKeys()
{
    if (m_server)
        runDetached(m_tokenKeys->load());
}

Task<Outcome<QList<PublishedKey>>> Endpoints::signingKeys()
{
    return m_tokenKeys->published();
}

Task<Outcome<QList<PublishedKey>>> Endpoints::rotateSigningKeys(KeyRotation how)
{
    const auto keys = co_await m_tokenKeys->rotate(how);
    if (keys) // A change of our own is not told as one of another program.
        reloadSigningKeys();
    co_return keys;
}

QString Endpoints::signingTrouble() const
{
    return m_signingTrouble;
}

} // namespace jetbridge
