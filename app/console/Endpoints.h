// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/EndpointsSetup.h"
#include "console/Forwarding.h"
#include "domain/TokenFormat.h"
#include "flows/KeepResourceServers.h"
#include "flows/Services.h"
#include "ports/NotificationReceiver.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge {

class CurrentEnvironment;
class ExchangeRecorder;
class Onboardings;
class Timer;
class TokenKeys;

namespace endpoints {
class PartnerEndpoints;
}

/// Where the partner's endpoints are reached.
struct EndpointUrls {
    quint16 port = 0;
    QString listening; ///< Address and port: "127.0.0.1:43117", "[::1]:43117".
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QUrl introspectionUrl; ///< For the partner's own APIs (RFC 7662).
    QUrl keySetUrl; ///< For the partner's own APIs: public keys of signed tokens (RFC 7517).
};

/// What the partner serves to SmartRecruiters, to customers and to its own APIs; and the
/// notifications that arrived there, with their way to the partner's own backend.
class Endpoints : public QObject, private NotificationReceiver {
    Q_OBJECT

public:
    /// What they need besides the flows' services; everything outlives them.
    struct Parts {
        CurrentEnvironment& current;
        Onboardings& onboardings;
        ForwardQueue& forwards;
        Backend& backend;
        ExchangeRecorder& recorder;
        Timer& timer;
        QString dataFolder;
    };
    Endpoints(const Services& services, Parts parts);
    ~Endpoints() override;

    // --- The server
    /// Starts it (or says it runs already). Invalid: certificate or key cannot be used; Conflict:
    /// the port is taken.
    Task<Outcome<EndpointUrls>> start(EndpointsSetup setup);
    /// On loopback, for this computer.
    Task<Outcome<EndpointUrls>> start(quint16 port = 0);
    void stop();
    /// nullopt: it does not run.
    std::optional<EndpointUrls> urls() const;
    /// Asks over the network whether the addresses really lead here; 10 s at most. NotFound:
    /// somebody else answers there. Unreachable: nobody does, or the server is stopped.
    Task<Outcome<Done>> probe();
    /// The demo application with these addresses filled in; what "Try it with the simulator"
    /// registers.
    Application demoApplication(ConsentDisplayMode mode, bool bidirectional) const;

    // --- Notifications
    Inbox& inbox() { return m_services.inbox; }
    ForwardQueue& forwards() { return m_parts.forwards; }
    /// For people, without the secrets that an earlier version kept in their bodies. Newest first.
    Task<Outcome<QList<Notification>>> notifications(int most);
    /// The same for one. NotFound: there is none with this number.
    Task<Outcome<Notification>> notification(qint64 number);
    /// Sends a notification to the partner's own backend once more, with another body if one is
    /// given (ReplayNotification.h).
    Task<Outcome<BackendAnswer>> replay(
        qint64 number, BackendAddress address, std::optional<QByteArray> otherBody);

    // --- Who may ask what a token stands for (KeepResourceServers.h)
    ResourceServers& resourceServers() { return m_services.resourceServers; }
    Task<Outcome<ResourceServerPair>> addResourceServer(QString name);
    Task<Outcome<ResourceServer>> removeResourceServer(QString name);
    Task<Outcome<ResourceServerPair>> resourceServerPair(QString name);

    // --- The keys of signed access tokens (TokenKeys.h)
    /// Those that are published at keySetUrl, the newest last.
    Task<Outcome<QList<PublishedKey>>> signingKeys();
    /// Makes a new key. Invalid: the environment's tokens are opaque. Conflict: another program
    /// changes the keys just now.
    Task<Outcome<QList<PublishedKey>>> rotateSigningKeys(KeyRotation how);
    /// Why the running server cannot sign tokens, and issues none; empty: nothing is wrong.
    QString signingTrouble() const;

    // --- For the rest of the console
    /// A client that was issued or withdrawn in whatever program: admitted or dismissed.
    void take(const IssuedClient& client);
    /// Resource servers were added or removed in whatever program.
    Task<Outcome<Done>> reloadResourceServers();
    /// An item of the keychain was changed by another program (RegistryChange::id).
    void takeChangedSecret(const QString& name);
    /// The signing keys may be other ones now.
    void reloadSigningKeys();
    /// Any client may be another one now.
    Task<Outcome<Done>> reloadClients();
    /// The outcome of this run is unknown: note once when SmartRecruiters uses its client.
    void watchFor(const OnboardingId& onboarding);
    /// Ends the server without telling anybody.
    void close();
    /// No notification is on its way to the partner's backend; 5 s at most.
    Task<Done> settled();

Q_SIGNALS:
    void changed(); ///< The server started, or stopped.
    void signingTroubleChanged();
    void notificationReceived(const jetbridge::Notification& notification);
    /// Notifications arrived in whatever program, or other answers were chosen for them.
    void inboxChanged();
    /// The partner's own backend took one, or did not (EndpointsSetup::forwardTo).
    void notificationForwarded(const jetbridge::Forward& tried);

private:
    // --- Called on the server's thread (NotificationReceiver)
    Task<Outcome<ChosenAnswer>> receive(Notification notification) override;
    Task<Outcome<Done>> lookFor(ClientId client) override;
    void clientUsed(const OnboardingId& onboarding, const ClientId& client) override;

    Task<Outcome<ChosenAnswer>> keep(Notification notification);
    Notification withoutSecrets(Notification notification) const;
    Task<Outcome<Done>> admitIfIssued(ClientId client);
    Outcome<std::unique_ptr<endpoints::PartnerEndpoints>> listen(const EndpointsSetup& setup);
    void useSettings();
    void useSigningKeys();

    const Services m_services;
    const Parts m_parts;
    Forwarding m_forwarding;
    EndpointsSetup m_setup; ///< What the server was started with.
    QString m_bearerOrigin; ///< Whose the setup's bearer is, where the environment names the URL.
    QMutex m_watchedMutex;
    QSet<OnboardingId> m_watched;
    QHash<ClientId, qint64> m_toldTokenAt; ///< By the steady clock; on the server's thread.
    const std::unique_ptr<TokenKeys> m_tokenKeys;
    QString m_signingTrouble; ///< As it was told last.
    std::unique_ptr<endpoints::PartnerEndpoints> m_server; ///< Ends first: it calls the rest.
};

} // namespace jetbridge
