// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Console.h"

#include "async/Signal.h"
#include "authorization/HttpTokenTrials.h"
#include "console/DemoApplication.h"
#include "console/Desk.h"
#include "console/EndpointsSetup.h"
#include "console/Forwarding.h"
#include "console/Inviter.h"
#include "console/RunLock.h"
#include "console/SimulatorControl.h"
#include "console/System.h"
#include "console/UnstoredCustomers.h"
#include "console/VerificationRounds.h"
#include "endpoints/HttpBackend.h"
#include "endpoints/PartnerEndpoints.h"
#include "endpoints/TlsFiles.h"
#include "flows/CheckVault.h"
#include "flows/ConnectPartner.h"
#include "flows/ExportTraffic.h"
#include "flows/ForgetCustomer.h"
#include "flows/JournalKeeper.h"
#include "flows/MissingCredentials.h"
#include "flows/ProveIntegration.h"
#include "flows/ReceiveNotification.h"
#include "flows/RegisterApplication.h"
#include "flows/ReplayNotification.h"
#include "flows/RotateMasterCredentials.h"
#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"
#include "flows/UnknownOutcome.h"
#include "simulator/Simulator.h"
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "smartrecruiters/Pacer.h"
#include "smartrecruiters/TokenCache.h"
#include "storage/FolderVault.h"
#include "storage/GpgEncryption.h"
#include "storage/KeychainVault.h"
#include "storage/MemoryVault.h"
#include "storage/Registry.h"
#include "storage/RememberingVault.h"
#include "traffic/TrafficStore.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <sys/statvfs.h>

namespace jetbridge {

namespace {

// A coroutine that nobody waits for: it runs to its end by itself.
template <typename T> void letRun(Task<Outcome<T>>&&) { }

/// A run writes some ten kilobytes; what SmartRecruiters shows once must not meet a full disk.
constexpr quint64 roomForRuns = 4 * 1024 * 1024;

bool hasRoom(const QString& folder)
{
    struct statvfs disk = {};
    // Where nobody can tell, the run itself will.
    return ::statvfs(QFile::encodeName(folder).constData(), &disk) != 0 || disk.f_blocks == 0
        || quint64(disk.f_bavail) * disk.f_frsize >= roomForRuns;
}

/// The secrets of the keychain are recognised in recorded traffic for ever, unless nothing stays. A
/// vault around this one passes remember() and refreshRemembered() on to it.
std::unique_ptr<Vault> makeVault(const ConsoleOptions& options, storage::Registry& registry,
    Randomness& randomness, traffic::TrafficStore& traffic, async::Scope& scope)
{
    if (options.vault != ConsoleOptions::VaultKind::Keychain)
        return std::make_unique<storage::MemoryVault>();
    auto keychain = std::make_unique<storage::FolderVault>(
        registry.secrets(), std::make_unique<storage::KeychainVault>(&scope), &scope);
    if (options.isPassing)
        return keychain;
    return std::make_unique<storage::RememberingVault>(
        registry.secretHashes(), randomness, std::move(keychain),
        [&traffic](const SecretHasher& hasher, const QList<SecretHash>& hashes) {
            traffic.knowHashes(hasher, hashes);
        },
        &scope);
}

} // namespace

struct Console::Private {
    /// One onboarding under way.
    struct Run {
        CompanyId company;
        bool mayConfirm = true;
        std::shared_ptr<RunLock> lock;
        std::shared_ptr<RunLock> ofCompany; ///< No other run confirms for it meanwhile.
        bool isConfirming = false; ///< It was allowed to; nobody takes that back.
    };

    Private(Console& owner, ConsoleOptions given)
        : console(owner)
        , options(std::move(given))
        , traffic({options.dataFolder, options.environment, {}}, clock, randomness)
        , registry(options.dataFolder, &scope)
        , scoped(registry.environment(options.environment))
        , journal(scoped->journal())
        , integrations(scoped->integrations())
        , issuedClients(scoped->issuedClients())
        , applications(scoped->applications())
        , vault(makeVault(options, registry, randomness, traffic, scope))
        , forwarding(scoped->forwards(), backend, clock,
              [this](const Forward& tried) { Q_EMIT console.notificationForwarded(tried); })
        , unstored({options.environment, *vault, integrations, issuedClients, journal, clock},
              timer, options.dataFolder,
              [this](UnstoredCustomers::Held held) { prove(std::move(held)); })
        , rounds(timer, clock,
              [this](QDateTime before, std::function<bool()> mayGoOn) {
                  return verifyDue(
                      {proofServices(), journal, clock, mayGoOn}, before, provableScopes());
              })
        , desk(&owner, clock,
              {[this](OnboardingId id, CompanyId company, ConsentDisplayMode mode) {
                   return approve(id, company, mode);
               },
                  [this](OnboardingId id, CompanyId company) { return decline(id, company); },
                  [this](Notification notification) { return receive(notification); },
                  [this](const Invitation& tried, Invitation::Verdict verdict, int wrongCodes) {
                      noteTriedCode(tried, verdict, wrongCodes);
                  },
                  [this](const OnboardingId& onboarding) {
                      noteClientUsed(unknownOutcomeServices(), onboarding);
                  },
                  [this](ClientId client) {
                      letRun(issuedClients.tell(
                          std::move(client), {WayBackEvent::Kind::Used, clock.now()}));
                  },
                  [this](ClientId client) { return lookFor(std::move(client)); },
                  [this](OnboardingId run) { letRun(inviter.noteOpened(std::move(run))); },
                  [this] {
                      letRun(inviter.openDesk());
                  }})
        , inviter(
              {scoped->invitations(), journal, *vault, clock, randomness, desk, options.dataFolder})
    {
        QObject::connect(
            &unstored, &UnstoredCustomers::changed, &console, &Console::unstoredChanged);
        QObject::connect(&traffic, &traffic::TrafficStore::recorded, &console,
            &Console::trafficRecorded, Qt::QueuedConnection);
        scoped->listen([this](const RegistryNews& news) { hear(news); });
    }

    // --- What changed, here or in another program on the same data folder

    void hear(const RegistryNews& news)
    {
        if (news.application && !(*news.application == application)) {
            takeApplication(*news.application);
            Q_EMIT console.environmentChanged();
        }
        for (const Environment& environment : news.environments)
            if (environment.name == options.environment)
                takeEnvironment(environment);
        for (const IssuedClient& client : news.clients) {
            admitOrDismiss(client);
            if (!client.integration.isEmpty()) // its way back may stand otherwise now
                Q_EMIT console.integrationChanged(client.integration);
        }
        for (const Invitation::Record& record : news.invitations) {
            inviter.take(record);
            if (isOver(record.state))
                givenFor.remove(record.onboarding);
            if (record.state == InvitationState::Approved) // by whatever program
                secondConfirms.remove(record.company);
        }
        for (const JournalEntry& line : news.lines)
            Q_EMIT console.journalAppended(line);
        for (const Invitation::Record& record : news.invitations)
            Q_EMIT console.invitationChanged(record.onboarding);
        for (const RegistryChange& change : news.changes)
            hear(change);
        using Topic = RegistryChange::Topic;
        if (std::any_of(news.changes.begin(), news.changes.end(), [](const RegistryChange& change) {
                return change.topic == Topic::Everything
                    || (change.topic == Topic::SecretHash && !change.isOurs);
            }))
            letRun(recogniseSecretsOfOthers());
    }

    /// In what is recorded here. Nobody is asked for a password because of that.
    Task<Outcome<Done>> recogniseSecretsOfOthers()
    {
        const auto open = co_await vault->isOpen();
        if (!open)
            co_return passOn(open);
        co_return co_await vault->refreshRemembered();
    }

    void hear(const RegistryChange& change)
    {
        using Topic = RegistryChange::Topic;
        switch (change.topic) {
        case Topic::Integration:
            // SmartRecruiters may use its client here, whichever program sent the confirm call.
            if (const auto run = runOfUnknownOutcome(IntegrationId(change.id)); !run.isEmpty())
                desk.watchFor(run);
            Q_EMIT console.integrationChanged(IntegrationId(change.id));
            break;
        case Topic::ResourceServers:
            letRun(reloadResourceServers());
            Q_EMIT console.resourceServersChanged();
            break;
        case Topic::Answer:
        case Topic::Notification:
            Q_EMIT console.inboxChanged();
            break;
        case Topic::Secret:
            if (!change.isOurs)
                letRun(takeSecret(change.id));
            break;
        case Topic::SecretHash: // hear(news) asks once for all of them
        case Topic::IssuedClient:
        case Topic::Invitation:
        case Topic::Environment:
        case Topic::Application: // come with what they are now
            break;
        case Topic::Everything:
            letRun(reloadApplication());
            letRun(reloadEnvironment());
            letRun(reloadClients());
            letRun(inviter.load());
            letRun(reloadResourceServers());
            takeMasters();
            Q_EMIT console.integrationChanged({});
            break;
        }
    }

    /// Another program changed credentials: what was got with those before is not used any more.
    Task<Outcome<Done>> takeSecret(QString name)
    {
        const QString customer = VaultKey::customer(options.environment, {}).text();
        if (name == VaultKey::master(options.environment).text()
            || name == VaultKey::previousMaster(options.environment).text())
            takeMasters();
        if (!name.startsWith(customer))
            co_return Done{};
        const auto row = co_await integrations.find(IntegrationId(name.mid(customer.size())));
        if (tokens && row && row->has_value())
            tokens->drop((*row)->clientId);
        else if (tokens) // forgotten: which client it was, nobody knows any more
            tokens->dropAll();
        co_return Done{};
    }

    void takeMasters()
    {
        if (tokens)
            tokens->dropAll();
        mastersAreSettled = false;
        Q_EMIT console.credentialsChanged();
    }

    Task<Outcome<Done>> reloadClients()
    {
        const auto clients = co_await issuedClients.all();
        if (!clients)
            co_return passOn(clients);
        for (const IssuedClient& client : *clients)
            admitOrDismiss(client);
        co_return Done{};
    }

    Task<Outcome<Done>> reloadResourceServers()
    {
        const auto servers = co_await scoped->resourceServers().all();
        if (!servers)
            co_return passOn(servers);
        if (endpoints)
            endpoints->setResourceServers(*servers);
        co_return Done{};
    }

    /// Admitted here and in hear() alone, in the order in which the registry was read: what was
    /// withdrawn in between stays out.
    Task<Outcome<Done>> lookFor(ClientId id)
    {
        const auto client = co_await issuedClients.find(id);
        if (!client)
            co_return passOn(client);
        if (client->has_value())
            admitOrDismiss(**client);
        co_return Done{};
    }

    void admitOrDismiss(const IssuedClient& client)
    {
        if (endpoints && (client.withdrawn || client.servedBy != TokenService::Here))
            endpoints->dismiss(client.clientId);
        else if (endpoints)
            endpoints->admit(client);
    }

    Task<Outcome<Done>> reloadApplication()
    {
        const auto loaded = co_await applications.load();
        if (!loaded)
            co_return passOn(loaded);
        const Application now = loaded->value_or(Application());
        if (!(now == application))
            takeApplication(now);
        co_return Done{};
    }

    Task<Outcome<Done>> reloadEnvironment()
    {
        const auto found = co_await storedEnvironment();
        if (!found)
            co_return passOn(found);
        takeEnvironment(*found);
        co_return Done{};
    }

    void takeEnvironment(const Environment& saved)
    {
        if (saved == savedEnvironment)
            return;
        savedEnvironment = saved;
        useSavedEnvironment();
        serveBySettings();
    }

    /// The settings of the environment, where the endpoints were not started with others.
    void serveBySettings()
    {
        if (!endpoints)
            return;
        if (!served.tokenLifetimeSeconds)
            endpoints->setTokenLifetime(effectiveEnvironment.tokenLifetimeSeconds);
        if (!served.forwardTo.url.isEmpty())
            return;
        BackendAddress address;
        address.url = effectiveEnvironment.forwardTo;
        if (originOf(address.url) == bearerOrigin) // it is sent to no other host
            address.bearer = served.forwardTo.bearer;
        if (address.url.isEmpty())
            forwarding.stop();
        else
            forwarding.start(address);
    }

    Task<Outcome<Environment>> storedEnvironment()
    {
        const auto known = co_await registry.environments().all();
        if (!known)
            co_return passOn(known);
        const auto found = std::find_if(known->begin(), known->end(),
            [this](const Environment& candidate) { return candidate.name == options.environment; });
        if (found == known->end())
            co_return failed(FailureKind::Invalid,
                QStringLiteral("There is no environment \"%1\": see `environment list`.")
                    .arg(options.environment));
        co_return Environment(*found);
    }

    // --- Opening

    Task<Outcome<Done>> open()
    {
        const auto opened = co_await registry.secrets().folder();
        if (!opened)
            co_return passOn(opened);
        folder = *opened;
        const auto found = co_await storedEnvironment();
        if (!found)
            co_return passOn(found);
        savedEnvironment = *found;
        const auto loaded = co_await applications.load();
        if (!loaded)
            co_return passOn(loaded);
        application = loaded->value_or(Application());
        useEnvironment(savedEnvironment);
        const auto invited = co_await inviter.load();
        if (!invited)
            co_return passOn(invited);
        co_return co_await recover();
    }

    /// Finds what a killed program left half done.
    Task<Outcome<Done>> recover()
    {
        const HasEnded hasEnded = [this](const OnboardingId& run) {
            return !RunLock::isHeld(options.dataFolder, run);
        };
        const auto unknown = co_await recoverUnknownOutcomes(unknownOutcomeServices(), hasEnded);
        if (!unknown)
            co_return passOn(unknown);
        for (const OnboardingId& run : *unknown)
            desk.watchFor(run);
        const auto found = co_await unstored.lookAfterRows();
        // A locked keychain is no reason not to start: the rows wait for it.
        if (!found && found.error().kind != FailureKind::VaultUnavailable)
            co_return found;
        const auto missing = co_await findMissingCredentials(missingCredentialsServices(), {});
        if (missing && !missing->isEmpty())
            letRun(findMoreMissing(*missing));
        if (!missing && missing.error().kind != FailureKind::VaultUnavailable)
            co_return passOn(missing);
        co_return Done{};
    }

    /// Nobody waits for those of many customers.
    Task<Outcome<Done>> findMoreMissing(QString after)
    {
        while (!closing && !after.isEmpty()) {
            const auto next = co_await findMissingCredentials(missingCredentialsServices(), after);
            if (!next)
                co_return passOn(next);
            after = *next;
        }
        co_return Done{};
    }

    MissingCredentialsServices missingCredentialsServices()
    {
        return {options.environment, *vault, integrations, journal, clock};
    }

    Task<Outcome<Done>> ready()
    {
        if (!opening) {
            opening.emplace();
            async::follow(open(), *opening);
        }
        const async::Later<Outcome<Done>> opened = *opening;
        const Outcome<Done> outcome = co_await opened;
        co_return outcome;
    }

    // --- Environment and application

    void useEnvironment(const Environment& environment)
    {
        effectiveEnvironment = environment;
        if (!smartRecruiters) {
            smartRecruiters = std::make_unique<smartrecruiters::HttpSmartRecruiters>(
                environment, clock, &traffic, pacer);
            tokens = std::make_unique<smartrecruiters::TokenCache>(*smartRecruiters, clock);
        } else {
            smartRecruiters->setEnvironment(environment);
        }
        backend.setAuthorities(environment.caFile);
        tokenTrials.setAuthorities(environment.caFile);
        tokens->setPlace(environment.apiUrl, provableScopes());
        const std::chrono::hours longestAge(environment.verifyEveryHours);
        scoped->ageAfter(longestAge, clock);
        rounds.setInterval(longestAge);
        desk.present(application, environment);
        Q_EMIT console.environmentChanged();
    }

    /// As it is saved, at the simulator's addresses as long as it runs.
    void useSavedEnvironment()
    {
        Environment environment = savedEnvironment;
        if (simulator) {
            environment.isEmbedded = true;
            environment.apiUrl = simulator->apiUrl();
            environment.portalUrl = simulator->portalUrl();
            environment.redirectHosts = {environment.portalUrl.authority()};
            environment.frameOrigins = {
                environment.portalUrl.toString(QUrl::RemovePath | QUrl::RemoveQuery)};
        }
        useEnvironment(environment);
    }

    void takeApplication(const Application& changed)
    {
        application = changed;
        if (tokens) // what was granted before does not say what is granted now
            tokens->setPlace(effectiveEnvironment.apiUrl, provableScopes());
        desk.present(application, effectiveEnvironment);
    }

    QStringList provableScopes() const { return application.scopeNames().names(); }

    // --- What the consent page and callbackUrl ask for (main thread)

    OnboardingServices onboardingServices()
    {
        return {options.environment, *smartRecruiters, *tokens, *vault, integrations, issuedClients,
            tokenTrials, journal, clock, randomness};
    }

    UnknownOutcomeServices unknownOutcomeServices()
    {
        return {integrations, issuedClients, journal, clock};
    }

    ForgettingServices forgettingServices()
    {
        return {options.environment, *tokens, *vault, integrations, issuedClients, journal, clock};
    }

    ResourceServerServices resourceServerServices()
    {
        return {options.environment, scoped->resourceServers(), *vault, clock, randomness};
    }

    ProofServices proofServices()
    {
        return {options.environment, integrations, *smartRecruiters, *tokens, *vault,
            RehearsalServices{tokenTrials, issuedClients, clock}, tokenPlace()};
    }

    StoreServices storeServices()
    {
        return {options.environment, *vault, integrations, issuedClients};
    }

    RotationServices rotationServices()
    {
        return {
            options.environment, *smartRecruiters, *tokens, *vault, issuedClients, journal, clock};
    }

    TokenPlace tokenPlace() const
    {
        return {application.oauthTokenUrl, effectiveEnvironment.tokenService, ownUrl()};
    }

    /// How our own endpoints are called.
    QUrl ownUrl() const
    {
        return endpoints ? endpoints->baseUrl() : effectiveEnvironment.publicUrl;
    }

    void mastersChanged(const Outcome<AccessToken>& proof)
    {
        if (!proof)
            return;
        mastersAreSettled = false;
        Q_EMIT console.credentialsChanged();
    }

    /// A confirmed integration proves the master credentials more than any token does. Where
    /// somebody changes them just now, or another pair confirmed, the next one tries again.
    Task<Done> settleMasters(ClientCredentials confirmedWith)
    {
        if (mastersAreSettled)
            co_return Done{};
        const auto lock = RunLock::takeMasters(options.dataFolder, options.environment);
        if (!lock)
            co_return Done{};
        mastersAreSettled = true;
        const auto settled = co_await settleRotation(rotationServices(), confirmedWith);
        if (closing)
            co_return Done{};
        if (!settled || *settled == Settled::OtherPair)
            mastersAreSettled = false;
        else if (*settled == Settled::Removed)
            Q_EMIT console.credentialsChanged();
        co_return Done{};
    }

    ExportServices exportServices()
    {
        return {options.environment, *vault, integrations, traffic, traffic};
    }

    /// A run that may begin, with its locks.
    Outcome<Run> begin(const OnboardingRequest& request, const QString& typed) const
    {
        // Once more here: whatever led to this run, and whatever the environment was then.
        const auto permitted = effectiveEnvironment.checkTyped(request.company, typed);
        if (!permitted)
            return passOn(permitted);
        if (!hasRoom(options.dataFolder))
            return failed(FailureKind::StorageUnavailable,
                QStringLiteral("The disk of the data folder \"%1\" is nearly full: nothing was "
                               "sent. Make room, then try again.")
                    .arg(options.dataFolder));
        const auto ofCompany =
            RunLock::takeCompany(options.dataFolder, options.environment, request.company);
        if (!ofCompany)
            return passOn(ofCompany);
        const auto ofRun = RunLock::takeRun(options.dataFolder, request.onboarding);
        if (!ofRun)
            return passOn(ofRun);
        return Run{request.company, true, *ofRun, *ofCompany};
    }

    /// Runs the whole flow after the customer's consent; `finished` is kept as soon as the browser
    /// may be sent back, or when the flow failed.
    Task<Outcome<Integration>> onboard(OnboardingRequest request, QString typed,
        Message consentDetail, async::Later<Outcome<Done>> finished)
    {
        const JournalKeeper lines = keeper(request.onboarding, request.company);
        lines.owe(lines.line(Step::Consent, StepState::Done, std::move(consentDetail)));
        const auto begun = begin(request, typed);
        if (!begun) {
            // Why it did not begin counts, with or without its line.
            disregard(co_await lines.write(lines.failedLine(Step::Preflight, begun.error(), 0)));
            finished.settle(passOn(begun));
            co_return passOn(begun);
        }
        runs.insert(request.onboarding, *begun);
        const auto confirmedWith = std::make_shared<ClientCredentials>();
        const FinishSetup finish = [finished, confirmedWith](
                                       const Integration&, const ClientCredentials& master) {
            *confirmedWith = master;
            finished.settle(Done{});
        };
        const MayStillConfirm mayStillConfirm = [this, id = request.onboarding] {
            const auto run = runs.find(id);
            if (closing || run == runs.end() || !run->mayConfirm)
                return false;
            run->isConfirming = true;
            return true;
        };
        const HoldUnstored hold = [this, lock = begun->lock](const UnstoredCustomer& customer) {
            unstored.hold({customer, lock});
        };
        const auto outcome = co_await onboardCompany(
            onboardingServices(), lines, request, finish, mayStillConfirm, hold);
        if (!outcome && outcome.error().kind == FailureKind::OutcomeUnknown)
            desk.watchFor(request.onboarding);
        if (!outcome)
            finished.settle(passOn(outcome));
        else
            co_await settleMasters(*confirmedWith);
        endRun(request.onboarding);
        co_return outcome;
    }

    void endRun(const OnboardingId& onboarding)
    {
        runs.remove(onboarding);
        if (runs.isEmpty())
            Q_EMIT console.idle();
    }

    /// One whose credentials were stored late is proved like any other.
    Task<Done> prove(UnstoredCustomers::Held late)
    {
        const Integration& integration = late.customer.integration;
        runs.insert(integration.onboarding, {integration.company, false, late.lock, nullptr});
        disregard(co_await proveIntegration( // The row tells how it stands.
            proofServices(), late.customer.keeper, integration, provableScopes()));
        endRun(integration.onboarding);
        co_return Done{};
    }

    OnboardingRequest requestFor(OnboardingId onboarding, CompanyId company,
        ConsentDisplayMode mode, QString consentedBy) const
    {
        return {std::move(onboarding), std::move(company), mode, application.isBidirectional(),
            std::move(consentedBy), provableScopes(), SecondConfirm::Refused, tokenPlace(), {}};
    }

    Task<Outcome<Done>> approve(OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode)
    {
        const auto invitation = co_await inviter.claim(onboarding);
        if (!invitation)
            co_return passOn(invitation);
        const async::Later<Outcome<Done>> browserMayGoOn;
        OnboardingRequest request = requestFor(onboarding, company, mode,
            QStringLiteral("the customer's administrator, by one-time code"));
        if (const auto pair = givenFor.constFind(onboarding); pair != givenFor.cend())
            request.given = *pair;
        secondConfirms.remove(company);
        if (invitation->mayRepeat)
            request.second = SecondConfirm::WantedByStaff;
        // Goes on to the proof after the browser was answered.
        onboard(request, invitation->typed, {}, browserMayGoOn);
        const Outcome<Done> approved = co_await browserMayGoOn;
        // Where this cannot be written, it is found at the next start.
        disregard(co_await inviter.conclude(onboarding, approved, closing));
        co_return approved;
    }

    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company)
    {
        const auto declined = co_await inviter.decline(onboarding);
        if (!declined)
            co_return passOn(declined);
        const JournalKeeper lines = keeper(onboarding, company);
        co_return co_await lines.write(lines.failedLine(Step::Consent,
            {FailureKind::NotPermitted, 0, QStringLiteral("declined"),
                Message::of("customer_declined"), {}},
            -1));
    }

    Task<Outcome<ChosenAnswer>> receive(Notification notification)
    {
        const NotificationServices services{
            scoped->inbox(), integrations, issuedClients, journal, clock};
        notification.isOwed = forwarding.isOn();
        const auto received = co_await receiveNotification(services, notification);
        if (!received)
            co_return passOn(received);
        forwarding.wake();
        Q_EMIT console.notificationReceived(*received);
        co_return ChosenAnswer(received->answer);
    }

    void noteTriedCode(const Invitation& tried, Invitation::Verdict verdict, int wrongCodes)
    {
        const JournalKeeper lines = keeper(tried.onboarding(), tried.company());
        if (wrongCodes > 0)
            letRun(lines.write(lines.line(Step::Consent, StepState::Started,
                Message::of("wrong_codes_typed", {QString::number(wrongCodes)}))));
        if (verdict == Invitation::Verdict::Accepted) {
            letRun(inviter.noteSignedIn(tried.onboarding()));
            letRun(lines.write(
                lines.line(Step::Consent, StepState::Started, Message::of("customer_signed_in"))));
        }
        if (verdict == Invitation::Verdict::Expired || verdict == Invitation::Verdict::Used)
            letRun(lines.write(lines.failedLine(Step::Consent, refusedCode(verdict), -1)));
    }

    /// Why a code that was typed is worth nothing any more.
    static Failure refusedCode(Invitation::Verdict verdict)
    {
        const char* code = verdict == Invitation::Verdict::Used ? "code_used" : "code_expired";
        return {FailureKind::NotPermitted, 0, QLatin1String(code), Message::of(code), {}};
    }

    JournalKeeper keeper(OnboardingId onboarding, CompanyId company)
    {
        return JournalKeeper(journal, clock, std::move(onboarding), std::move(company));
    }

    OnboardingId newOnboarding()
    {
        return OnboardingId(QString::fromLatin1(randomness.bytes(16).toHex()));
    }

    // Declared in the order in which they may be used: destroyed the other way round.
    async::Scope scope; ///< Of everything that waits for the registry or the keychain.
    Console& console;
    ConsoleOptions options;
    SystemClock clock;
    SystemRandomness randomness;
    SystemTimer timer;
    std::shared_ptr<smartrecruiters::Pacer> pacer =
        std::make_shared<smartrecruiters::Pacer>(timer, clock, randomness);
    traffic::TrafficStore traffic;
    storage::Registry registry;
    std::unique_ptr<storage::EnvironmentRegistry> scoped;
    Journal& journal;
    Integrations& integrations;
    IssuedClients& issuedClients;
    Applications& applications;
    const std::unique_ptr<Vault> vault;
    std::unique_ptr<smartrecruiters::HttpSmartRecruiters> smartRecruiters;
    std::unique_ptr<smartrecruiters::TokenCache> tokens;
    SimulatorControl simulatorControl{[this] {
        return effectiveEnvironment;
    }};
    authorization::HttpTokenTrials tokenTrials{clock, &traffic};
    endpoints::HttpBackend backend{clock, &traffic};
    storage::GpgEncryption encryption;
    Forwarding forwarding;
    Environment savedEnvironment;
    Environment effectiveEnvironment;
    Application application;
    QHash<OnboardingId, Run> runs;
    /// The pairs that staff gave for runs whose customers have not approved yet.
    QHash<OnboardingId, ClientCredentials> givenFor;
    QSet<CompanyId> secondConfirms; ///< Whose next approval may confirm after an unknown outcome.
    UnstoredCustomers unstored;
    VerificationRounds rounds;
    storage::Folder folder; ///< After ready().
    bool mastersAreSettled = false; ///< No earlier pair is kept, as far as this program knows.
    bool closing = false;
    std::optional<async::Later<Outcome<Done>>> opening;
    Desk desk;
    Inviter inviter;
    std::unique_ptr<simulator::Simulator> simulator;
    std::unique_ptr<endpoints::PartnerEndpoints> endpoints;
    EndpointsSetup served; ///< What they were started with.
    QString bearerOrigin; ///< Whose the bearer of `served` is, where the environment names the URL.
};

Console::Console(ConsoleOptions options)
    : d(std::make_unique<Private>(*this, std::move(options)))
{
}

Console::~Console()
{
    // What is still under way ends here without telling anybody: whoever would listen is going too.
    blockSignals(true);
    d->closing = true;
    d->endpoints.reset();
    d->simulator.reset();
    // Each run ends now, while everything that it uses is still there.
    d->backend.abortAll();
    d->tokenTrials.abortAll();
    if (d->smartRecruiters)
        d->smartRecruiters->abortAll();
    d->scope.end();
    d.reset();
}

Task<Outcome<Done>> Console::ready()
{
    return d->ready();
}

Task<Done> Console::shutDown()
{
    d->closing = true;
    d->rounds.stop();
    stopEndpoints();
    d->backend.abortAll();
    d->tokenTrials.abortAll();
    if (!d->forwarding.isIdle())
        co_await async::emission(&d->forwarding, &Forwarding::idle, std::chrono::seconds(5));
    if (d->smartRecruiters)
        d->smartRecruiters->abortAll();
    if (!d->rounds.isIdle())
        co_await async::emission(&d->rounds, &VerificationRounds::idle, std::chrono::seconds(5));
    // What was sent is written down as unknown before we go; a full disk must not keep the program
    // from ending.
    if (!d->runs.isEmpty())
        co_await async::emission(this, &Console::idle, std::chrono::seconds(5));
    stopSimulator();
    co_return Done{};
}

QString Console::copiedFrom() const
{
    return d->folder.copiedFrom;
}

bool Console::isNewCopy() const
{
    return d->folder.isNewCopy;
}

QString Console::dataFolder() const
{
    return d->options.dataFolder;
}

Environment Console::environment() const
{
    return d->effectiveEnvironment;
}

TokenPlace Console::tokenPlace() const
{
    return d->tokenPlace();
}

Environments& Console::environments()
{
    return d->registry.environments();
}

Task<Outcome<Done>> Console::saveEnvironment(Environment environment)
{
    if (const auto valid = environment.validate(); !valid)
        co_return passOn(valid);
    const auto saved = co_await environments().save(environment);
    if (!saved)
        co_return passOn(saved);
    if (environment.name == d->options.environment)
        d->takeEnvironment(environment);
    co_return Done{};
}

QList<RateUse> Console::rates() const
{
    return d->pacer->use();
}

int Console::callsWaiting() const
{
    return d->pacer->waiting();
}

std::optional<std::chrono::seconds> Console::clockSkew() const
{
    return d->smartRecruiters ? d->smartRecruiters->clockSkew() : std::nullopt;
}

Task<Outcome<EndpointUrls>> Console::startEndpoints(quint16 port)
{
    EndpointsSetup setup;
    setup.port = port;
    return startEndpoints(setup);
}

Task<Outcome<EndpointUrls>> Console::startEndpoints(EndpointsSetup setup)
{
    if (const auto running = endpoints())
        co_return *running;
    // What strangers send is recorded from now on, with or without all hashes.
    disregard(co_await d->recogniseSecretsOfOthers());
    // With a locked keychain the consent page says so, and tries again.
    disregard(co_await d->inviter.openDesk());
    const auto resourceServers = co_await d->scoped->resourceServers().all();
    if (!resourceServers)
        co_return passOn(resourceServers);
    // Last: a client that is withdrawn after this is told to the endpoints, which are there then.
    const auto clients = co_await d->issuedClients.all();
    if (!clients)
        co_return passOn(clients);
    if (const auto running = endpoints()) // somebody else was quicker
        co_return *running;
    endpoints::EndpointsOptions options;
    options.address = setup.address;
    options.port = setup.port;
    const Environment& settings = d->effectiveEnvironment;
    options.publicUrl = setup.publicUrl.isEmpty() ? settings.publicUrl : setup.publicUrl;
    options.tokenLifetimeSeconds =
        setup.tokenLifetimeSeconds.value_or(settings.tokenLifetimeSeconds);
    options.caFile = settings.caFile;
    options.refusesUnknownScopes = settings.refusesUnknownScopes;
    options.forwardingPeer = setup.forwardingPeer;
    if (!setup.certificateFile.isEmpty()) {
        const auto tls = endpoints::tlsFromFiles(setup.certificateFile, setup.keyFile);
        if (!tls)
            co_return passOn(tls);
        options.tls = *tls;
    }
    auto server = std::make_unique<endpoints::PartnerEndpoints>(
        d->desk, d->desk, d->clock, d->randomness, &d->traffic, options);
    const auto listening = server->listen();
    if (!listening)
        co_return passOn(listening);
    for (const IssuedClient& client : *clients)
        if (!client.withdrawn && client.servedBy == TokenService::Here)
            server->admit(client);
    server->setResourceServers(*resourceServers);
    d->endpoints = std::move(server);
    letRun(d->reloadResourceServers()); // what changed since they were read
    d->served = setup;
    d->bearerOrigin = originOf(settings.forwardTo);
    d->serveBySettings();
    if (!setup.forwardTo.url.isEmpty())
        d->forwarding.start(setup.forwardTo);
    Q_EMIT endpointsChanged();
    co_return *endpoints();
}

void Console::stopEndpoints()
{
    if (!d->endpoints)
        return;
    d->endpoints.reset();
    d->forwarding.stop();
    Q_EMIT endpointsChanged();
}

std::optional<EndpointUrls> Console::endpoints() const
{
    if (!d->endpoints)
        return std::nullopt;
    return EndpointUrls{d->endpoints->port(), d->endpoints->listening(), d->endpoints->consentUrl(),
        d->endpoints->oauthTokenUrl(), d->endpoints->callbackUrl(),
        d->endpoints->introspectionUrl()};
}

Task<Outcome<Done>> Console::probeEndpoints()
{
    if (!d->endpoints)
        co_return failed(
            FailureKind::Unreachable, QStringLiteral("The partner's endpoints are stopped."));
    co_return co_await d->endpoints->probe();
}

Task<Outcome<Done>> Console::startSimulator(quint16 port, quint64 seed)
{
    if (simulatorRuns())
        co_return Done{};
    if (d->savedEnvironment.kind != Environment::Kind::Simulator)
        co_return failed(FailureKind::Invalid,
            QStringLiteral("The environment \"%1\" is not a simulator.")
                .arg(d->savedEnvironment.name));
    simulator::SimulatorOptions options;
    options.port = port;
    options.seed = seed;
    auto simulator = std::make_unique<simulator::Simulator>(options);
    const auto listening = simulator->listen();
    if (!listening)
        co_return passOn(listening);
    d->simulator = std::move(simulator);

    d->useSavedEnvironment();
    Q_EMIT simulatorChanged();
    co_return Done{};
}

void Console::stopSimulator()
{
    if (!d->simulator)
        return;
    d->simulator.reset();
    d->useSavedEnvironment();
    Q_EMIT simulatorChanged();
}

bool Console::simulatorRuns() const
{
    return d->simulator != nullptr;
}

Task<Outcome<MasterCredentials>> Console::registerWithSimulator(
    Application application, std::optional<MasterCredentials> master)
{
    const auto saved = co_await d->applications.load();
    if (!saved)
        co_return passOn(saved);
    if (saved->has_value() && (*saved)->name != application.name)
        co_return failed(FailureKind::Conflict,
            Message::of("another_application", {(*saved)->name}), 0,
            QStringLiteral("own_application"));
    const auto registered = co_await registerApplication(d->applications, application);
    if (!registered)
        co_return passOn(registered);
    co_return co_await d->simulatorControl.registerApplication(application, master);
}

SimulatorControl& Console::simulatorControl()
{
    return d->simulatorControl;
}

Applications& Console::applications()
{
    return d->applications;
}

Application Console::demoApplication(ConsentDisplayMode mode, bool bidirectional) const
{
    const auto urls = endpoints();
    const QUrl base = urls ? urls->consentUrl
                           : QUrl(QStringLiteral("http://127.0.0.1:%1").arg(defaultEndpointsPort));
    return makeDemoApplication(base, mode, bidirectional);
}

Task<Outcome<AccessToken>> Console::connectPartner(
    MasterCredentials credentials, OnboardingId onboarding)
{
    const auto lock = RunLock::takeMasters(d->options.dataFolder, d->options.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token = co_await jetbridge::connectPartner(*d->smartRecruiters, *d->tokens,
        *d->vault, d->issuedClients, d->options.environment, credentials, onboarding);
    if (token)
        Q_EMIT credentialsChanged();
    co_return token;
}

Task<Outcome<MasterCredentials>> Console::masterCredentials()
{
    return storedMasterCredentials(*d->vault, d->options.environment);
}

Task<Outcome<Done>> Console::forgetMasterCredentials()
{
    const auto open = co_await ready();
    if (!open)
        co_return passOn(open);
    const auto lock = RunLock::takeMasters(d->options.dataFolder, d->options.environment);
    if (!lock)
        co_return passOn(lock);
    const auto stored = co_await masterCredentials();
    for (const VaultKey& key : {VaultKey::previousMaster(d->options.environment),
             VaultKey::master(d->options.environment)}) {
        const auto removed = co_await d->vault->remove(key);
        if (!removed)
            co_return passOn(removed);
    }
    if (stored)
        d->tokens->drop(stored->client.clientId);
    Q_EMIT credentialsChanged();
    co_return Done{};
}

Task<Outcome<AccessToken>> Console::rotateMasterCredentials(MasterCredentials fresh)
{
    const auto lock = RunLock::takeMasters(d->options.dataFolder, d->options.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token =
        co_await jetbridge::rotateMasterCredentials(d->rotationServices(), std::move(fresh));
    d->mastersChanged(token);
    co_return token;
}

Task<Outcome<AccessToken>> Console::rotateBack()
{
    const auto lock = RunLock::takeMasters(d->options.dataFolder, d->options.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token = co_await jetbridge::rotateBack(d->rotationServices());
    d->mastersChanged(token);
    co_return token;
}

Task<Outcome<std::optional<MasterCredentials>>> Console::previousMasterCredentials()
{
    return jetbridge::previousMasterCredentials(*d->vault, d->options.environment);
}

OnboardingId Console::newOnboarding()
{
    return d->newOnboarding();
}

Task<Outcome<Invitation>> Console::invite(CompanyId company, QString typed, OnboardingId onboarding,
    std::chrono::seconds validFor, QString language, std::optional<ClientCredentials> given)
{
    if (const auto permitted = d->effectiveEnvironment.checkTyped(company, typed); !permitted)
        co_return passOn(permitted);
    // Said before the customer is asked for anything; once more before the call itself.
    if (d->application.isBidirectional())
        if (const auto served = checkTokenPlace(d->tokenPlace(), given.has_value()); !served)
            co_return passOn(served);
    Inviter::Wish wish;
    wish.onboarding = onboarding.isEmpty() ? d->newOnboarding() : onboarding;
    wish.mayRepeat = d->secondConfirms.contains(company);
    wish.company = company;
    wish.typed = typed;
    wish.validFor = validFor;
    wish.language = language;
    const auto invitation = co_await d->inviter.invite(wish);
    if (invitation) // also where the vault remembers nothing
        d->traffic.knowSecret(Secret(invitation->code().toUtf8()));
    if (invitation && given)
        d->givenFor.insert(invitation->onboarding(), *given);
    co_return invitation;
}

std::optional<Invitation> Console::invitation(CompanyId company) const
{
    return d->inviter.last(company);
}

Invitations& Console::invitations()
{
    return d->scoped->invitations();
}

Task<Outcome<bool>> Console::withdrawInvitation(OnboardingId onboarding)
{
    const auto record = co_await invitations().find(onboarding);
    if (!record)
        co_return passOn(record);
    if (!record->has_value())
        co_return false;
    co_return co_await d->inviter.withdraw(**record);
}

Task<Outcome<Integration>> Console::onboard(CompanyId company, QString consentedBy, QString typed,
    SecondConfirm second, std::optional<ClientCredentials> given)
{
    if (const auto permitted = d->effectiveEnvironment.checkTyped(company, typed); !permitted)
        co_return passOn(permitted);
    OnboardingRequest request =
        d->requestFor(d->newOnboarding(), company, d->application.consentDisplayMode, consentedBy);
    request.second = second;
    request.given = std::move(given);
    const async::Later<Outcome<Done>> nobodyWaits;
    co_return co_await d->onboard(
        request, typed, Message::of("consented_elsewhere", {consentedBy}), nobodyWaits);
}

void Console::allowSecondConfirm(CompanyId company)
{
    d->secondConfirms.insert(std::move(company));
}

Task<Outcome<Done>> Console::mayConfirm(CompanyId company)
{
    return checkMayConfirm(
        d->integrations, d->journal, std::move(company), OnboardingId(), SecondConfirm::Refused);
}

bool Console::isIdle() const
{
    return d->runs.isEmpty();
}

QList<Unstored> Console::unstored() const
{
    return d->unstored.all();
}

Task<Outcome<Done>> Console::resolveUnknownOutcome(IntegrationId id)
{
    return jetbridge::resolveUnknownOutcome(d->unknownOutcomeServices(), std::move(id));
}

bool Console::cancelOnboarding(CompanyId company, OnboardingId onboarding)
{
    const auto run = d->runs.find(onboarding);
    if (run != d->runs.end() && run->isConfirming)
        return false;
    if (run != d->runs.end())
        run->mayConfirm = false;
    const auto invited = d->desk.invitation(company);
    if (!invited || invited->onboarding() != onboarding)
        return true;
    d->givenFor.remove(onboarding);
    Invitation::Record record = invited->record();
    if (run == d->runs.end() && record.state == InvitationState::Deciding)
        return false; // another program carries the customer's decision out
    record.state = InvitationState::Withdrawn;
    d->desk.take(Invitation(record)); // at once
    letRun(d->inviter.withdraw(record));
    return true;
}

Integrations& Console::integrations()
{
    return d->integrations;
}

IssuedClients& Console::issuedClients()
{
    return d->issuedClients;
}

ResourceServers& Console::resourceServers()
{
    return d->scoped->resourceServers();
}

Task<Outcome<ResourceServerPair>> Console::addResourceServer(QString name)
{
    return jetbridge::addResourceServer(d->resourceServerServices(), std::move(name));
}

Task<Outcome<ResourceServer>> Console::removeResourceServer(QString name)
{
    return jetbridge::removeResourceServer(d->resourceServerServices(), std::move(name));
}

Task<Outcome<ResourceServerPair>> Console::resourceServerPair(QString name)
{
    return jetbridge::resourceServerPair(d->resourceServerServices(), std::move(name));
}

Journal& Console::journal()
{
    return d->journal;
}

Overview& Console::overview()
{
    return d->scoped->overview();
}

Inbox& Console::inbox()
{
    return d->scoped->inbox();
}

ForwardQueue& Console::forwards()
{
    return d->scoped->forwards();
}

Task<Outcome<Notification>> Console::notification(qint64 number)
{
    return notificationOf(inbox(), number);
}

Task<Outcome<BackendAnswer>> Console::replay(
    qint64 number, BackendAddress address, std::optional<QByteArray> otherBody)
{
    return replayNotification(
        inbox(), d->backend, number, std::move(address), std::move(otherBody));
}

Task<Outcome<Integration>> Console::verify(IntegrationId id)
{
    const auto found = co_await storedIntegration(d->integrations, id);
    if (!found)
        co_return passOn(found);
    co_return co_await proveIntegration(d->proofServices(),
        d->keeper(found->onboarding, found->company), *found, d->provableScopes());
}

void Console::verifyOnSchedule(bool on)
{
    if (on && !d->closing)
        d->rounds.start();
    else
        d->rounds.stop();
}

Task<Outcome<AccessToken>> Console::customerToken(IntegrationId id, TokenFrom from)
{
    const auto found = co_await d->integrations.find(id);
    if (!found)
        co_return passOn(found);
    if (found->has_value() && (*found)->status == IntegrationStatus::Disabled)
        co_return failed(FailureKind::NotPermitted,
            QStringLiteral("The customer disabled \"%1\": no token is asked for. If it was enabled "
                           "again, verify it first.")
                .arg(id.text()),
            0, QStringLiteral("integration_disabled"));
    const auto credentials = co_await customerCredentials(id);
    if (!credentials)
        co_return passOn(credentials);
    if (from == TokenFrom::SmartRecruiters)
        d->tokens->drop(credentials->client.clientId);
    co_return co_await d->tokens->get(
        credentials->client, found->has_value() ? (*found)->onboarding : OnboardingId());
}

Task<Outcome<AccessToken>> Console::masterToken(OnboardingId onboarding)
{
    const auto credentials = co_await masterCredentials();
    if (!credentials)
        co_return passOn(credentials);
    co_return co_await d->tokens->get(credentials->client, onboarding);
}

Task<Outcome<CustomerCredentials>> Console::customerCredentials(IntegrationId id)
{
    return storedCustomerCredentials(*d->vault, d->options.environment, std::move(id));
}

Task<Outcome<Integration>> Console::importCustomer(ForeignCustomer customer)
{
    const auto lock =
        RunLock::takeCompany(d->options.dataFolder, d->options.environment, customer.company);
    if (!lock)
        co_return passOn(lock);
    const OnboardingId onboarding = d->newOnboarding();
    const auto ofRun = RunLock::takeRun(d->options.dataFolder, onboarding);
    if (!ofRun)
        co_return passOn(ofRun);
    const ImportServices services{d->proofServices(), d->storeServices()};
    co_return co_await jetbridge::importCustomer(services, d->keeper(onboarding, customer.company),
        onboarding, customer, d->provableScopes());
}

Task<Outcome<Integration>> Console::deleteCredentials(IntegrationId id)
{
    return jetbridge::deleteCredentials(d->forgettingServices(), std::move(id));
}

Task<Outcome<Integration>> Console::forget(IntegrationId id)
{
    return forgetCustomer(d->forgettingServices(), std::move(id));
}

RecordedTraffic& Console::traffic()
{
    return d->traffic;
}

TrafficKeeping& Console::trafficKeeping()
{
    return d->traffic;
}

ExchangeRecorder& Console::recorder()
{
    return d->traffic;
}

Task<Outcome<QByteArray>> Console::exportTraffic(ExchangeFilter filter, ExchangeFormat format)
{
    return jetbridge::exportTraffic(d->exportServices(), std::move(filter), format);
}

Task<Outcome<Done>> Console::checkExport(QByteArray text)
{
    return jetbridge::checkExport(d->exportServices(), std::move(text));
}

TrafficExport& Console::trafficExport()
{
    return d->traffic;
}

Task<Outcome<Done>> Console::handOver(IntegrationId id, Handover handover, DeliverHandover deliver)
{
    auto customer = d->unstored.find(id);
    if (!customer) {
        const auto integration = co_await storedIntegration(d->integrations, id);
        if (!integration)
            co_return passOn(integration);
        const auto credentials = co_await customerCredentials(id);
        if (!credentials)
            co_return passOn(credentials);
        customer.emplace(UnstoredCustomer{
            *credentials, *integration, d->keeper(integration->onboarding, integration->company)});
    }
    const Integration& integration = customer->integration;
    co_return co_await jetbridge::handOver(d->keeper(integration.onboarding, integration.company),
        d->encryption, d->effectiveEnvironment, integration, customer->credentials, handover,
        std::move(deliver));
}

Vault& Console::vault()
{
    return *d->vault;
}

Task<Outcome<Done>> Console::checkVault()
{
    return checkVaultKeepsSecrets(*d->vault, d->options.environment);
}

} // namespace jetbridge
