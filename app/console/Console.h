// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Invitation.h"
#include "domain/RateUse.h"
#include "flows/HandOver.h"
#include "flows/ImportCustomer.h"
#include "flows/KeepResourceServers.h"
#include "flows/OnboardCompany.h"
#include "ports/Backend.h"
#include "ports/ConsentDesk.h"
#include "ports/Exchanges.h"
#include "ports/Overview.h"
#include "ports/Registry.h"
#include "ports/SmartRecruiters.h"
#include "ports/Vault.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace jetbridge {

/// How a Console is opened.
struct ConsoleOptions {
    enum class VaultKind { Keychain, Memory };
    QString dataFolder; ///< Registry and recorded traffic; made if missing (0700).
    QString environment = QStringLiteral("simulator");
    VaultKind vault = VaultKind::Keychain;
    bool isPassing = false; ///< Nothing stays: whoever opens it removes folder and secrets.
};

/// Where a token may come from: the cache, as long as it is good, or SmartRecruiters in any case.
enum class TokenFrom { Cache, SmartRecruiters };

/// Where the partner's endpoints are reached.
struct EndpointUrls {
    quint16 port = 0;
    QString listening; ///< Address and port: "127.0.0.1:43117", "[::1]:43117".
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QUrl introspectionUrl; ///< For the partner's own APIs (RFC 7662).
};

struct EndpointsSetup;
class SimulatorControl;

/// The services of one environment, built once and outliving every flow; shared by window and CLI.
///
/// Lives on the main thread. Everything that takes time returns a Task; no function blocks for the
/// network.
class Console : public QObject {
    Q_OBJECT

public:
    /// Cheap: the data folder and the registry are opened on their own thread; ready() tells how
    /// that went.
    explicit Console(ConsoleOptions options);
    ~Console() override; ///< Closes everything; see shutDown().

    /// The registry is open, migrated, and this environment is loaded. StorageUnavailable, or
    /// Invalid: no such environment.
    Task<Outcome<Done>> ready();
    /// Before quitting: aborts what is under way and waits (5 s at most) until it is written down;
    /// a confirm call that was sent becomes "outcome unknown". The window and the CLI await this,
    /// then end.
    Task<Done> shutDown();
    QString dataFolder() const;
    /// After ready(): the folder that this one is a copy of; empty: it is none. A copy has items of
    /// its own in the keychain, copied when they are first used.
    QString copiedFrom() const;
    bool isNewCopy() const; ///< That was found out at this start.

    // --- Environments
    /// Valid after ready(). The simulator's is where the embedded simulator listens, while it runs.
    Environment environment() const;
    Environments& environments();
    /// Where SmartRecruiters gets its tokens, as application and environment say.
    TokenPlace tokenPlace() const;
    /// Takes over changed settings of the current environment.
    Task<Outcome<Done>> saveEnvironment(Environment environment);

    /// How the credentials that were used lately stand against SmartRecruiters' limits. Calls wait
    /// by themselves; this is for people to look at.
    QList<RateUse> rates() const;
    int callsWaiting() const; ///< How many of them in all.
    /// How far SmartRecruiters' clock is ahead of this computer's, by its last answer; nullopt:
    /// none came yet, or it did not say.
    std::optional<std::chrono::seconds> clockSkew() const;

    // --- The two servers
    /// Starts the partner's endpoints (or says they run already). Invalid: certificate or key
    /// cannot be used; Conflict: the port is taken.
    Task<Outcome<EndpointUrls>> startEndpoints(EndpointsSetup setup);
    /// On loopback, for this computer.
    Task<Outcome<EndpointUrls>> startEndpoints(quint16 port = 0);
    void stopEndpoints();
    std::optional<EndpointUrls> endpoints() const;
    /// Asks over the network whether their addresses really lead to these endpoints; 10 s at most.
    /// NotFound: somebody else answers there. Unreachable: nobody does, or they are stopped.
    Task<Outcome<Done>> probeEndpoints();

    /// Starts the embedded simulator and points this environment to it for as long as it runs
    /// (simulator only).
    Task<Outcome<Done>> startSimulator(quint16 port = 0, quint64 seed = 0);
    void stopSimulator();
    bool simulatorRuns() const;
    /// Registers `application` with the running simulator, as the Partner & API Team would (guide,
    /// 1), by HTTP.
    /// With `master` the simulator takes this pair instead of making one. Conflict (code
    /// own_application): another application is saved here, which this one would replace.
    Task<Outcome<MasterCredentials>> registerWithSimulator(
        Application application, std::optional<MasterCredentials> master = {});
    /// What staff do with the simulator that this environment points to.
    SimulatorControl& simulatorControl();

    // --- The application and its credentials
    Applications& applications();
    /// The demo application with this console's endpoint URLs filled in; what "Try it with the
    /// simulator" registers.
    Application demoApplication(ConsentDisplayMode mode, bool bidirectional) const;
    /// Proves the pair with a real token request, then stores it (guide, 2). Refused: nothing is
    /// stored. `onboarding`: for which that is done, if for any.
    Task<Outcome<AccessToken>> connectPartner(
        MasterCredentials credentials, OnboardingId onboarding = {});
    /// Refused (code no_master_credentials): none were set yet.
    Task<Outcome<MasterCredentials>> masterCredentials();
    Task<Outcome<Done>> forgetMasterCredentials();
    /// Another pair takes the place of the one in use, and back (RotateMasterCredentials.h).
    Task<Outcome<AccessToken>> rotateMasterCredentials(MasterCredentials fresh);
    Task<Outcome<AccessToken>> rotateBack();
    /// The pair before, as long as it is kept.
    Task<Outcome<std::optional<MasterCredentials>>> previousMasterCredentials();

    // --- Onboarding
    /// What an onboarding that begins is called. Whatever is asked for it carries that, also before
    /// its customer is invited.
    OnboardingId newOnboarding();
    /// A one-time code for a company's administrator; the same company's earlier code ends. In
    /// production `typed` repeats the company's identifier (Environment::checkTyped): no confirm
    /// call is sent there without it. Whichever program serves the consent page knows the code, and
    /// finishes what the customer approved. Invalid: `validFor` is out of its bounds. Conflict: the
    /// customer's decision is being carried out. `given`: the pair that staff made in their own
    /// server (TokenService::Given), for this process alone.
    Task<Outcome<Invitation>> invite(CompanyId company, QString typed = {},
        OnboardingId onboarding = {}, std::chrono::seconds validFor = std::chrono::minutes(30),
        QString language = {}, std::optional<ClientCredentials> given = {});
    /// The company's last one that nobody withdrew, with its code where it was made here.
    std::optional<Invitation> invitation(CompanyId company) const;
    Invitations& invitations();
    /// Ends an invitation by which nobody decided yet. False: somebody did, or it had ended.
    Task<Outcome<bool>> withdrawInvitation(OnboardingId onboarding);
    /// Confirms for a company that consented elsewhere; runs the whole flow to the proof. `typed`
    /// as for invite(). After an unknown outcome only with `second` (checkMayConfirm).
    Task<Outcome<Integration>> onboard(CompanyId company, QString consentedBy, QString typed = {},
        SecondConfirm second = SecondConfirm::Refused, std::optional<ClientCredentials> given = {});
    /// Staff looked after an unknown outcome of this company, and have its administrator approve
    /// once more: the next approval may confirm (SecondConfirm::WantedByStaff). For this process
    /// only.
    void allowSecondConfirm(CompanyId company);
    /// Whether a confirm call for this company would be sent now, as far as earlier ones decide
    /// that (checkMayConfirm).
    Task<Outcome<Done>> mayConfirm(CompanyId company);
    /// The code ends, and nothing is confirmed any more. False: the confirm call is on its way, and
    /// the run goes on to its honest end.
    bool cancelOnboarding(CompanyId company, OnboardingId onboarding);

    /// No onboarding is under way, nor the proof of one whose credentials were stored late.
    bool isIdle() const;
    /// Credentials that came but could not be stored: held in memory and stored as soon as the
    /// keychain says that it is open. Quitting loses them.
    QList<Unstored> unstored() const;
    /// Staff looked after a run of unknown outcome and start again (row of status Unknown): the row
    /// goes, the journal stays.
    Task<Outcome<Done>> resolveUnknownOutcome(IntegrationId id);

    // --- Customers
    Integrations& integrations();
    IssuedClients& issuedClients();
    ResourceServers& resourceServers();
    /// KeepResourceServers.h.
    Task<Outcome<ResourceServerPair>> addResourceServer(QString name);
    Task<Outcome<ResourceServer>> removeResourceServer(QString name);
    Task<Outcome<ResourceServerPair>> resourceServerPair(QString name);
    Journal& journal();
    /// What happened, summed up by week, and the latest of it.
    Overview& overview();
    Inbox& inbox();
    ForwardQueue& forwards();
    /// NotFound: there is none with this number.
    Task<Outcome<Notification>> notification(qint64 number);
    /// Sends a notification to the partner's own backend once more, with another body if one is
    /// given (ReplayNotification.h).
    Task<Outcome<BackendAnswer>> replay(
        qint64 number, BackendAddress address, std::optional<QByteArray> otherBody);
    /// A token and one harmless call on the customer's behalf; updates the status.
    Task<Outcome<Integration>> verify(IntegrationId id);
    /// Verifies all customers again and again, each before it becomes Expiring (the environment's
    /// verifyEveryHours), until it is switched off or the console ends. Off at first.
    void verifyOnSchedule(bool on);
    /// A customer-level token (cached until shortly before expiry). NotPermitted: the customer
    /// disabled the integration; what is left of its credentials is not used by itself.
    Task<Outcome<AccessToken>> customerToken(IntegrationId id, TokenFrom from = TokenFrom::Cache);
    /// A master token.
    Task<Outcome<AccessToken>> masterToken(OnboardingId onboarding = {});
    /// The credentials as a document for another program or person, also those that are not stored
    /// yet. That they leave is in the journal (HandOver.h).
    Task<Outcome<Done>> handOver(IntegrationId id, Handover handover, DeliverHandover deliver);
    /// NotFound: the vault has none for this integration.
    Task<Outcome<CustomerCredentials>> customerCredentials(IntegrationId id);
    /// Takes in a customer who was connected by other means (ImportCustomer.h). Conflict, too: the
    /// company is being onboarded just now.
    Task<Outcome<Integration>> importCustomer(ForeignCustomer customer);
    /// The two ways of letting go of a customer (ForgetCustomer.h).
    Task<Outcome<Integration>> deleteCredentials(IntegrationId id);
    Task<Outcome<Integration>> forget(IntegrationId id);

    // --- Recorded traffic
    /// Every HTTP exchange of this environment, redacted.
    RecordedTraffic& traffic();
    TrafficKeeping& trafficKeeping();
    /// For what the window alone sees: the pages of the embedded browser.
    ExchangeRecorder& recorder();
    /// ExportTraffic.h says what is checked before anything leaves, also what was drawn of it.
    Task<Outcome<QByteArray>> exportTraffic(ExchangeFilter filter, ExchangeFormat format);
    Task<Outcome<Done>> checkExport(QByteArray text);
    TrafficExport& trafficExport(); ///< Checks by what is known already, and reads no keychain.

    Vault& vault();
    /// Writes, reads back and removes a probe item: VaultUnavailable says what to do.
    Task<Outcome<Done>> checkVault();

Q_SIGNALS:
    /// No onboarding is under way any more.
    void idle();
    void endpointsChanged();
    void resourceServersChanged();
    void simulatorChanged();
    void environmentChanged(); ///< Or the application.
    void credentialsChanged();
    void unstoredChanged();
    void journalAppended(const jetbridge::JournalEntry& entry);
    void integrationChanged(const jetbridge::IntegrationId& id);
    /// The invitation of this run was made, or came to another state, in whatever program.
    void invitationChanged(const jetbridge::OnboardingId& onboarding);
    void notificationReceived(const jetbridge::Notification& notification);
    /// Notifications arrived in whatever program, or other answers were chosen for them.
    void inboxChanged();
    /// There is more in traffic() than before.
    void trafficRecorded();
    /// The partner's own backend took one, or did not (EndpointsSetup::forwardTo).
    void notificationForwarded(const jetbridge::Forward& tried);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge
