// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Console.h"

#include "authorization/HttpClientRegistrar.h"
#include "authorization/HttpClientWebhook.h"
#include "authorization/HttpTokenTrials.h"
#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Deliveries.h"
#include "console/Detached.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/System.h"
#include "console/TrafficRecords.h"
#include "endpoints/HttpBackend.h"
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

#include <algorithm>

namespace jetbridge {

namespace {

/// The secrets of the keychain are recognised in recorded traffic for ever, unless nothing stays. A
/// vault around this one passes remember() and refreshRemembered() on to it.
std::unique_ptr<Vault> makeVault(const ConsoleOptions& options, storage::Registry& registry,
    Randomness& randomness, traffic::TrafficStore& traffic, async::Scope& scope)
{
    if (options.vault != ConsoleOptions::VaultKind::Keychain)
        return std::make_unique<storage::MemoryVault>();
    auto keychain = std::make_unique<storage::FolderVault>(registry.secrets(), options.environment,
        std::make_unique<storage::KeychainVault>(&scope), &scope);
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
    explicit Private(ConsoleOptions given)
        : options(std::move(given))
    {
        scoped->listen([this](const RegistryNews& news) { hear(news); });
    }

    // --- What changed, here or in another program on the same data folder

    void hear(const RegistryNews& news)
    {
        if (news.application)
            current.take(*news.application);
        for (const Environment& environment : news.environments)
            current.take(environment);
        for (const IssuedClient& client : news.clients) {
            endpoints.take(client);
            if (!client.integration.isEmpty()) // its way back may stand otherwise now
                Q_EMIT customers.integrationChanged(client.integration);
        }
        for (const Invitation::Record& record : news.invitations)
            onboardings.take(record);
        for (const JournalEntry& line : news.lines)
            Q_EMIT customers.journalAppended(line);
        for (const Invitation::Record& record : news.invitations)
            Q_EMIT onboardings.invitationChanged(record.onboarding);
        for (const RegistryChange& change : news.changes)
            hear(change);
        using Topic = RegistryChange::Topic;
        if (std::any_of(news.changes.begin(), news.changes.end(), [](const RegistryChange& change) {
                return change.topic == Topic::Everything
                    || (change.topic == Topic::SecretHash && !change.isOurs);
            }))
            runDetached(recogniseSecretsOfOthers(*vault));
    }

    void hear(const RegistryChange& change)
    {
        using Topic = RegistryChange::Topic;
        switch (change.topic) {
        case Topic::Integration:
            // SmartRecruiters may use its client here, whichever program sent the confirm call.
            if (const auto run = runOfUnknownOutcome(IntegrationId(change.id)); !run.isEmpty())
                endpoints.watchFor(run);
            Q_EMIT customers.integrationChanged(IntegrationId(change.id));
            break;
        case Topic::ResourceServers:
            runDetached(endpoints.reloadResourceServers());
            break;
        case Topic::Answer:
        case Topic::Notification:
            Q_EMIT endpoints.inboxChanged();
            break;
        case Topic::Delivery:
            deliveries.take(IntegrationId(change.id));
            break;
        case Topic::Secret:
            if (change.isOurs)
                break;
            runDetached(partnerAccess.takeChangedSecret(change.id));
            endpoints.takeChangedSecret(change.id);
            break;
        case Topic::SecretHash: // hear(news) asks once for all of them
        case Topic::IssuedClient:
        case Topic::Invitation:
        case Topic::Environment:
        case Topic::Application: // come with what they are now
            break;
        case Topic::Everything:
            runDetached(current.load());
            runDetached(endpoints.reloadClients());
            runDetached(onboardings.load());
            runDetached(endpoints.reloadResourceServers());
            endpoints.reloadSigningKeys();
            partnerAccess.takeChangedMasters();
            deliveries.take({});
            Q_EMIT customers.integrationChanged({});
            break;
        }
    }

    // --- From the start to the end

    Task<Outcome<Done>> open()
    {
        const auto opened = co_await registry.secrets().folder();
        if (!opened)
            co_return passOn(opened);
        dataFolder.setOrigin(opened->copiedFrom, opened->isNewCopy);
        const auto loaded = co_await current.load();
        if (!loaded)
            co_return passOn(loaded);
        const auto invited = co_await onboardings.load();
        if (!invited)
            co_return passOn(invited);
        const auto recovered = co_await onboardings.recover();
        if (!recovered)
            co_return passOn(recovered);
        const auto registered = co_await clientRegistrations.recover();
        if (!registered)
            co_return passOn(registered);
        co_return co_await customers.recover();
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

    Task<Done> shutDown()
    {
        onboardings.stop();
        customers.stop();
        clientRegistrations.stop();
        deliveries.stop();
        endpoints.stop();
        backend.abortAll();
        tokenTrials.abortAll();
        clientRegistrar.abortAll();
        clientWebhook.abortAll();
        co_await endpoints.settled();
        smartRecruiters.abortAll();
        co_await customers.settled();
        co_await deliveries.settled();
        // What was sent is written down as unknown before we go; a full disk must not keep the
        // program from ending.
        co_await onboardings.settled();
        simulator.stop();
        co_return Done{};
    }

    void close()
    {
        // What is still under way ends here without telling anybody: whoever would listen is going
        // too.
        for (QObject* topic : QList<QObject*>{&current, &partnerAccess, &simulator, &trafficRecords,
                 &onboardings, &customers, &deliveries, &endpoints})
            topic->blockSignals(true);
        onboardings.stop();
        customers.stop();
        clientRegistrations.stop();
        deliveries.stop();
        endpoints.close();
        simulator.close();
        // Each run ends now, while everything that it uses is still there.
        backend.abortAll();
        tokenTrials.abortAll();
        clientRegistrar.abortAll();
        clientWebhook.abortAll();
        smartRecruiters.abortAll();
        scope.end();
    }

    Services services()
    {
        return {options.environment, smartRecruiters, tokens, tokenTrials, clientRegistrar,
            clientWebhook, *vault, scoped->integrations(), scoped->issuedClients(),
            scoped->registrations(), scoped->resourceServers(), scoped->inbox(), scoped->journal(),
            clock, randomness};
    }

    // Declared in the order in which they may be used: destroyed the other way round.
    async::Scope scope; ///< Of everything that waits for the registry or the keychain.
    const ConsoleOptions options;
    SystemClock clock;
    SystemRandomness randomness;
    SystemTimer timer;
    const std::shared_ptr<smartrecruiters::Pacer> pacer =
        std::make_shared<smartrecruiters::Pacer>(timer, clock, randomness);
    traffic::TrafficStore traffic{
        {options.dataFolder, options.environment, {}}, clock, randomness, &scope};
    storage::Registry registry{options.dataFolder, &scope};
    const std::unique_ptr<storage::EnvironmentRegistry> scoped =
        registry.environment(options.environment);
    const std::unique_ptr<Vault> vault = makeVault(options, registry, randomness, traffic, scope);
    smartrecruiters::HttpSmartRecruiters smartRecruiters{{}, clock, &traffic, pacer};
    smartrecruiters::TokenCache tokens{smartRecruiters, clock};
    authorization::HttpTokenTrials tokenTrials{clock, &traffic};
    authorization::HttpClientRegistrar clientRegistrar{clock, &traffic};
    authorization::HttpClientWebhook clientWebhook{clock, &traffic};
    endpoints::HttpBackend backend{clock, &traffic};
    storage::GpgEncryption encryption;

    DataFolder dataFolder{options.dataFolder, options.environment, *vault, options.isPassing};
    CurrentEnvironment current{options.environment, registry.environments(), scoped->applications(),
        {smartRecruiters, tokens, tokenTrials, clientRegistrar, clientWebhook, backend, *scoped,
            clock}};
    PartnerAccess partnerAccess{
        services(), scoped->applications(), {smartRecruiters, tokens, *pacer}, options.dataFolder};
    EmbeddedSimulator simulator{current, scoped->applications()};
    TrafficRecords trafficRecords{services(), current, traffic};
    ClientRegistrations clientRegistrations{services(),
        [this] {
            return PartnerServers{
                current.application().oauthTokenUrl, current.environment().webhook};
        },
        timer, options.dataFolder};
    Onboardings onboardings{services(),
        {current, partnerAccess, clientRegistrations, scoped->invitations(), traffic, timer,
            options.dataFolder}};
    Customers customers{services(),
        {current, clientRegistrations, scoped->overview(), encryption,
            onboardings.unstoredCustomers(), timer, options.dataFolder}};
    Deliveries deliveries{{current, scoped->sinks(), scoped->outbox(), *vault, scoped->journal(),
        encryption, clock, randomness, timer, traffic, options.dataFolder}};
    Endpoints endpoints{services(),
        {current, onboardings, scoped->forwards(), backend, traffic, timer, options.dataFolder}};
    std::optional<async::Later<Outcome<Done>>> opening;
};

Console::Console(ConsoleOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Console::~Console()
{
    d->close();
}

Task<Outcome<Done>> Console::ready()
{
    return d->ready();
}

Task<Done> Console::shutDown()
{
    return d->shutDown();
}

DataFolder& Console::dataFolder()
{
    return d->dataFolder;
}

CurrentEnvironment& Console::current()
{
    return d->current;
}

PartnerAccess& Console::partnerAccess()
{
    return d->partnerAccess;
}

Endpoints& Console::endpoints()
{
    return d->endpoints;
}

EmbeddedSimulator& Console::simulator()
{
    return d->simulator;
}

Onboardings& Console::onboardings()
{
    return d->onboardings;
}

ClientRegistrations& Console::clientRegistrations()
{
    return d->clientRegistrations;
}

Customers& Console::customers()
{
    return d->customers;
}

Deliveries& Console::deliveries()
{
    return d->deliveries;
}

TrafficRecords& Console::traffic()
{
    return d->trafficRecords;
}

} // namespace jetbridge
