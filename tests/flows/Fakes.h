// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Utc.h"
#include "flows/Services.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <limits>

/// Ports in memory that record in one list what was done in which order, and fail on demand. A
/// member is copied before it is co_returned: QCoro 0.8 moves from lvalues of another type than the
/// task's.
namespace jetbridge::fakes {

/// Record of what was done ("confirm", "vault.store customer"), and the actions that must fail.
struct World {
    QStringList done;
    QHash<QString, Failure> faults; ///< Name of the action -> its failure.
    QHash<QString, std::function<void()>> meanwhile; ///< Name of the action -> what else happens
                                                     ///< during it.

    /// Records an action; returns the failure if it must fail.
    std::optional<Failure> deed(const QString& name)
    {
        done.append(name);
        if (const auto other = meanwhile.constFind(name); other != meanwhile.cend())
            (*other)();
        const auto fault = faults.constFind(name);
        return fault == faults.cend() ? std::nullopt : std::optional(*fault);
    }
    int count(const QString& name) const { return int(done.count(name)); }
};

/// Origin of the fake of SmartRecruiters.
inline const QString origin = QStringLiteral("https://api.example");

class FixedClock final : public Clock {
public:
    QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, utc);
    }
};

class CountingRandomness final : public Randomness {
public:
    QByteArray bytes(int count) override { return QByteArray(count, char('a' + (m_calls++ % 26))); }

private:
    int m_calls = 0;
};

class FakeSmartRecruiters final : public SmartRecruiters {
public:
    explicit FakeSmartRecruiters(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<AccessToken>> token(ClientCredentials client, OnboardingId) override
    {
        const QString whose = client.clientId.text();
        if (const auto fault = m_world.deed(QStringLiteral("token ") + whose))
            co_return tl::unexpected<Failure>(*fault);
        AccessToken token;
        token.value = Secret(("token of " + whose).toUtf8());
        token.type = QStringLiteral("Bearer");
        token.origin = origin;
        co_return token;
    }
    Task<Outcome<CustomerCredentials>> confirm(AccessToken, IntegrationRequest request) override
    {
        sent.append(request);
        if (const auto fault = m_world.deed(QStringLiteral("confirm")))
            co_return tl::unexpected<Failure>(*fault);
        co_return CustomerCredentials(confirmed);
    }
    Task<Outcome<Company>> company(AccessToken, OnboardingId) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("company")))
            co_return tl::unexpected<Failure>(*fault);
        co_return Company{QStringLiteral("globex"), QStringLiteral("Globex Corporation")};
    }
    Task<Outcome<int>> count(Listing listing, AccessToken, OnboardingId) override
    {
        const QStringList names{QStringLiteral("jobs"), QStringLiteral("departments"),
            QStringLiteral("users"), QStringLiteral("candidates")};
        if (const auto fault = m_world.deed(names.at(int(listing))))
            co_return tl::unexpected<Failure>(*fault);
        co_return 3;
    }
    QList<IntegrationRequest> sent;
    CustomerCredentials confirmed{IntegrationId(QStringLiteral("int-1")),
        {ClientId(QStringLiteral("customer")), Secret("customer secret")}};

private:
    World& m_world;
};

/// The partner's token endpoint: the fault "trial" makes both requests fail, "trial body" and
/// "trial basic" one of them.
class FakeTokenTrials final : public TokenTrials {
public:
    explicit FakeTokenTrials(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> ask(
        QUrl url, ClientCredentials pair, ClientAuthentication by, OnboardingId) override
    {
        asked.append({url, pair.clientId});
        const auto both = m_world.deed(QStringLiteral("trial"));
        const auto one =
            m_world.deed(by == ClientAuthentication::Body ? QStringLiteral("trial body")
                                                          : QStringLiteral("trial basic"));
        if (both || one)
            co_return tl::unexpected<Failure>(both ? *both : *one);
        co_return Done{};
    }
    QList<std::pair<QUrl, ClientId>> asked;

private:
    World& m_world;
};

/// Passes every call on; TokenCache's own test covers caching.
class FakeTokens final : public Tokens {
public:
    FakeTokens(World& world, SmartRecruiters& source)
        : m_world(world)
        , m_source(source)
    {
    }
    Task<Outcome<AccessToken>> get(ClientCredentials client, OnboardingId correlation) override
    {
        auto token = co_await m_source.token(client, correlation);
        if (token)
            token->isCached = isCaching;
        co_return token;
    }
    void drop(ClientId client) override
    {
        m_world.deed(QStringLiteral("drop ") + client.text());
        isCaching = false;
    }
    bool isCaching = false; ///< Makes every token look as if it had been requested before.

private:
    World& m_world;
    SmartRecruiters& m_source;
};

class FakeVault : public Vault {
public:
    explicit FakeVault(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> store(VaultKey key, Secret value) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("vault.store ") + purpose(key)))
            co_return tl::unexpected<Failure>(*fault);
        items.insert(key.text(), value);
        if (const auto fault = m_world.deed(QStringLiteral("vault.read ") + purpose(key)))
            co_return tl::unexpected<Failure>(*fault);
        if (isForgetful)
            co_return failed(FailureKind::VaultUnavailable,
                QStringLiteral("The vault did not give the same back."));
        co_return Done{};
    }
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("vault.read ") + purpose(key)))
            co_return tl::unexpected<Failure>(*fault);
        const auto found = items.constFind(key.text());
        co_return found == items.cend() ? std::nullopt : std::optional(*found);
    }
    Task<Outcome<Done>> remove(VaultKey key) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("vault.remove ") + purpose(key)))
            co_return tl::unexpected<Failure>(*fault);
        items.remove(key.text());
        co_return Done{};
    }
    Task<Outcome<Done>> isOpen() override { co_return Done{}; }
    Message backendName() const override { return Message::inWords(QStringLiteral("fake")); }
    QHash<QString, Secret> items;
    bool isForgetful = false; ///< Makes the vault read back another secret than it was given.

private:
    static QString purpose(const VaultKey& key)
    {
        switch (key.purpose) {
        case VaultKey::Purpose::Master:
            return QStringLiteral("master");
        case VaultKey::Purpose::PreviousMaster:
            return QStringLiteral("previous");
        case VaultKey::Purpose::Customer:
            return QStringLiteral("customer");
        case VaultKey::Purpose::Run:
            return QStringLiteral("run");
        case VaultKey::Purpose::ResourceServer:
            return QStringLiteral("resource-server");
        case VaultKey::Purpose::Registration:
            return QStringLiteral("registration");
        case VaultKey::Purpose::RegistrationToken:
            return QStringLiteral("registration-token");
        case VaultKey::Purpose::WebhookSecrets:
            return QStringLiteral("webhook-secrets");
        case VaultKey::Purpose::Sink:
            return QStringLiteral("sink");
        case VaultKey::Purpose::SigningKeys:
        case VaultKey::Purpose::HashKey:
        case VaultKey::Purpose::Probe:
        case VaultKey::Purpose::Mark:
            break;
        }
        return QStringLiteral("probe");
    }
    World& m_world;
};

class FakeIntegrations final : public Integrations {
public:
    explicit FakeIntegrations(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> save(IntegrationChange change) override
    {
        if (const auto fault = put(change))
            co_return tl::unexpected<Failure>(*fault);
        co_return Done{};
    }
    /// Records the action "save <status>"; returns the failure if it must fail.
    std::optional<Failure> put(const IntegrationChange& change)
    {
        auto fault =
            m_world.deed(QStringLiteral("save ") + integrationStatusName(change.row.status));
        const auto now = rows.constFind(change.row.id);
        const bool isThere = now != rows.cend();
        const bool isOthers = isThere && now->company != change.row.company;
        const bool isChanged = change.from
            && (!isThere || now->status != *change.from
                || now->onboarding != change.row.onboarding);
        if (!fault && (isOthers || isChanged))
            fault = Failure{FailureKind::Conflict, 0, {},
                Message::inWords(QStringLiteral("changed meanwhile")), {}};
        if (!fault)
            rows.insert(change.row.id, change.row);
        return fault;
    }
    Task<Outcome<std::optional<Integration>>> find(IntegrationId id) override
    {
        co_return rows.contains(id) ? std::optional(rows.value(id)) : std::nullopt;
    }
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) override
    {
        for (const Integration& row : rows)
            if (row.issuedClientId == client)
                co_return std::optional(row);
        co_return std::optional<Integration>();
    }
    Task<Outcome<int>> count(Query query) override
    {
        query.limit = std::numeric_limits<int>::max();
        co_return int((co_await page(query))->rows.size());
    }
    Task<Outcome<Page>> page(Query query) override
    {
        Page page;
        for (const Integration& row : rows)
            if ((query.statuses.isEmpty() || query.statuses.contains(row.status))
                && (query.company.isEmpty() || query.company == row.company)
                && (!query.checkedBefore.isValid() || row.checkedAt < query.checkedBefore))
                page.rows.append(row);
        std::sort(page.rows.begin(), page.rows.end(),
            [](const Integration& one, const Integration& other) { return one.id < other.id; });
        page.rows.removeIf(
            [&query](const Integration& row) { return row.id.text() <= query.afterKey; });
        if (page.rows.size() > query.limit) {
            page.rows.resize(query.limit);
            page.nextKey = page.rows.constLast().id.text();
        }
        co_return page;
    }
    Task<Outcome<Done>> forget(IntegrationId id) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("integrations.forget")))
            co_return tl::unexpected<Failure>(*fault);
        rows.remove(id);
        co_return Done{};
    }
    Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("integrations.retire")))
            co_return tl::unexpected<Failure>(*fault);
        QList<Integration> left;
        for (const Integration& row : std::as_const(rows))
            if (row.company == company && row.id != current
                && row.status != IntegrationStatus::Unstored)
                left.append(row);
        for (const Integration& row : left) {
            rows.remove(row.id);
            formerRows.prepend({row, current, at});
        }
        co_return left;
    }
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) override
    {
        QList<FormerIntegration> found;
        for (const FormerIntegration& one : std::as_const(formerRows))
            if (one.integration.company == company)
                found.append(one);
        co_return found;
    }
    QHash<IntegrationId, Integration> rows;
    QList<FormerIntegration> formerRows;

private:
    World& m_world;
};

class FakeIssuedClients final : public IssuedClients {
public:
    explicit FakeIssuedClients(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> issue(IssuedClient client) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("issue")))
            co_return tl::unexpected<Failure>(*fault);
        for (const IssuedClient& earlier : std::as_const(clients))
            if (earlier.clientId == client.clientId
                && !(earlier.withdrawn && earlier.servedBy == TokenService::Given
                    && client.servedBy == TokenService::Given && earlier.company == client.company))
                co_return failed(FailureKind::Conflict,
                    QStringLiteral("The client id \"%1\" was issued before.")
                        .arg(client.clientId.text()));
        clients.append(client);
        co_return Done{};
    }
    Task<Outcome<Done>> withdraw(ClientId id) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("withdraw")))
            co_return tl::unexpected<Failure>(*fault);
        bool isKnown = false;
        for (IssuedClient& client : clients)
            if (client.clientId == id)
                client.withdrawn = isKnown = true;
        if (isKnown && onWithdrawn)
            onWithdrawn(id);
        co_return Done{};
    }
    Task<Outcome<Done>> tell(ClientId client, WayBackEvent event) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("tell")))
            co_return tl::unexpected<Failure>(*fault);
        told.append({client, event});
        co_return Done{};
    }
    Task<Outcome<QList<IssuedClient>>> all() override { co_return QList<IssuedClient>(clients); }
    Task<Outcome<std::optional<IssuedClient>>> find(ClientId client) override
    {
        for (const IssuedClient& issued : std::as_const(clients))
            if (issued.clientId == client)
                co_return std::optional<IssuedClient>(issued);
        co_return std::optional<IssuedClient>();
    }
    Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId id) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("companyOf")))
            co_return tl::unexpected<Failure>(*fault);
        for (const IssuedClient& client : clients)
            if (client.clientId == id)
                co_return std::optional(client.company);
        co_return given.contains(id) ? std::optional(given.value(id)) : std::nullopt;
    }
    QList<IssuedClient> clients;
    QList<std::pair<ClientId, WayBackEvent>> told;
    QHash<ClientId, CompanyId> given; ///< Customer-level clients that SmartRecruiters made.
    std::function<void(const ClientId&)> onWithdrawn; ///< What the registry changes besides.

private:
    World& m_world;
};

class FakeJournal final : public Journal {
public:
    FakeJournal(World& world, FakeIntegrations& integrations)
        : m_world(world)
        , m_integrations(integrations)
    {
    }
    using Journal::append;
    Task<Outcome<qint64>> append(
        QList<JournalEntry> lines, std::optional<IntegrationChange> row) override
    {
        if (const auto fault = put(lines, row))
            co_return tl::unexpected<Failure>(*fault);
        co_return qint64(entries.size());
    }
    /// Records the action "journal <step> <state>" of each line; returns the failure if one of them
    /// or the row must fail, and then adds nothing.
    std::optional<Failure> put(
        QList<JournalEntry> lines, const std::optional<IntegrationChange>& row)
    {
        std::optional<Failure> fault;
        for (const JournalEntry& line : lines) {
            const auto found =
                m_world.deed(QStringLiteral("journal %1 %2")
                                 .arg(stepName(line.step), stepStateName(line.state)));
            fault = fault ? fault : found;
        }
        if (!fault && row)
            fault = m_integrations.put(*row);
        if (fault)
            return fault;
        for (JournalEntry& line : lines) {
            line.number = entries.size() + 1;
            entries.append(line);
        }
        return std::nullopt;
    }
    Task<Outcome<QList<JournalEntry>>> of(OnboardingId) override
    {
        co_return QList<JournalEntry>(entries);
    }
    Task<Outcome<QList<JournalEntry>>> ofCompany(CompanyId company) override
    {
        QList<JournalEntry> found;
        for (const JournalEntry& entry : std::as_const(entries))
            if (entry.company == company)
                found.append(entry);
        co_return found;
    }
    /// Returns runs whose last line about the confirm call is "started" or "unknown".
    Task<Outcome<QList<JournalEntry>>> unresolved() override
    {
        QHash<OnboardingId, JournalEntry> last;
        for (const JournalEntry& entry : entries)
            if (entry.step == Step::Confirm)
                last.insert(entry.onboarding, entry);
        QList<JournalEntry> open;
        for (const JournalEntry& entry : last)
            if (entry.state == StepState::Started || entry.state == StepState::Unknown)
                open.append(entry);
        co_return open;
    }
    QList<JournalEntry> entries;

private:
    World& m_world;
    FakeIntegrations& m_integrations;
};

class FakeInbox final : public Inbox {
public:
    FakeInbox(World& world, FakeJournal& journal)
        : m_world(world)
        , m_journal(journal)
    {
    }
    using Inbox::append;
    Task<Outcome<Notification>> append(
        Notification notification, NotificationEffect effect) override
    {
        auto fault = m_world.deed(QStringLiteral("inbox.append"));
        if (!fault && effect.endsClientAfter(answer))
            fault = m_world.deed(QStringLiteral("disable client"));
        if (!fault)
            fault = m_journal.put(effect.lines, effect.row);
        if (fault)
            co_return tl::unexpected<Failure>(*fault);
        notification.number = notifications.size() + 1;
        notification.repeat = std::any_of(notifications.begin(), notifications.end(),
            [&notification](const Notification& earlier) {
                return earlier.client == notification.client && earlier.body == notification.body;
            });
        notification.answer = answer;
        notifications.append(notification);
        co_return notification;
    }
    ChosenAnswer answer; ///< Answer for the next notifications.
    Task<Outcome<QList<Notification>>> latest(int) override
    {
        co_return QList<Notification>(notifications);
    }
    Task<Outcome<std::optional<Notification>>> find(qint64 number) override
    {
        if (number < 1 || number > notifications.size())
            co_return std::optional<Notification>();
        co_return std::optional<Notification>(notifications.at(number - 1));
    }
    Task<Outcome<Done>> rehearse(Rehearsal wanted) override
    {
        current = wanted;
        co_return Done{};
    }
    Task<Outcome<Rehearsal>> rehearsal() override { co_return Rehearsal(current); }
    QList<Notification> notifications;
    Rehearsal current;

private:
    World& m_world;
    FakeJournal& m_journal;
};

class FakeResourceServers final : public ResourceServers {
public:
    explicit FakeResourceServers(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> add(ResourceServer server) override
    {
        for (const ResourceServer& one : std::as_const(servers))
            if (one.name == server.name)
                co_return failed(FailureKind::Conflict, QStringLiteral("taken"));
        servers.append(server);
        co_return Done{};
    }
    Task<Outcome<Done>> remove(ClientId client) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("resourceServers.remove")))
            co_return tl::unexpected<Failure>(*fault);
        servers.removeIf(
            [&client](const ResourceServer& server) { return server.clientId == client; });
        co_return Done{};
    }
    Task<Outcome<QList<ResourceServer>>> all() override
    {
        co_return QList<ResourceServer>(servers);
    }
    QList<ResourceServer> servers;

private:
    World& m_world;
};

/// Fake of the partner's authorization server; "register" and "unregister" fail on demand.
class FakeRegistrar final : public ClientRegistrar {
public:
    explicit FakeRegistrar(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<RegisteredClient>> add(
        RegistrationSettings, Secret initialToken, QString clientName, OnboardingId) override
    {
        tokens.append(initialToken);
        names.append(clientName);
        if (const auto fault = m_world.deed(QStringLiteral("register")))
            co_return tl::unexpected<Failure>(*fault);
        co_return RegisteredClient(made);
    }
    Task<Outcome<Done>> remove(ClientManagement management, OnboardingId) override
    {
        removed.append(management.url);
        if (const auto fault = m_world.deed(QStringLiteral("unregister")))
            co_return tl::unexpected<Failure>(*fault);
        co_return Done{};
    }
    RegisteredClient made{{ClientId(QStringLiteral("registered")), Secret("registered secret"), {},
                              {QUrl(QStringLiteral("https://partner.example/register/1")),
                                  Secret("management token")}},
        {}, {}};
    QList<Secret> tokens;
    QStringList names;
    QList<QUrl> removed;

private:
    World& m_world;
};

/// Fake of the partner's backend; "webhook" fails on demand.
class FakeWebhook final : public ClientWebhook {
public:
    explicit FakeWebhook(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<WebhookAnswer>> tell(
        WebhookSettings settings, WebhookSecrets secrets, ClientNotice notice) override
    {
        const QString id = QString::fromUtf8(notice.id());
        sent.append(notice);
        urls.append(settings.url);
        signedBy = secrets.secrets;
        if (const auto fault = m_world.deed(QStringLiteral("webhook")))
            co_return tl::unexpected<Failure>(*fault);
        m_world.deed(QStringLiteral("webhook ") + id.section(QLatin1Char('_'), -1));
        co_return WebhookAnswer(answer);
    }
    WebhookAnswer answer{204};
    QList<ClientNotice> sent;
    QList<QUrl> urls;
    QList<Secret> signedBy; ///< The secrets of the last one.

private:
    World& m_world;
};

class FakeRegistrations final : public Registrations {
public:
    explicit FakeRegistrations(World& world)
        : m_world(world)
    {
    }
    Task<Outcome<Done>> begin(Registration registration) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("registrations.begin")))
            co_return tl::unexpected<Failure>(*fault);
        rows.append(registration);
        co_return Done{};
    }
    Task<Outcome<bool>> change(QList<ClientRegistrationState> from, Registration to) override
    {
        if (const auto fault = m_world.deed(
                QStringLiteral("registrations ") + clientRegistrationStateName(to.state)))
            co_return tl::unexpected<Failure>(*fault);
        for (Registration& row : rows)
            if (row.onboarding == to.onboarding && from.contains(row.state)) {
                row = to;
                co_return true;
            }
        co_return false;
    }
    Task<Outcome<Done>> close(OnboardingId onboarding) override
    {
        if (const auto fault = m_world.deed(QStringLiteral("registrations.close")))
            co_return tl::unexpected<Failure>(*fault);
        rows.removeIf(
            [&onboarding](const Registration& row) { return row.onboarding == onboarding; });
        co_return Done{};
    }
    Task<Outcome<QList<Registration>>> in(QList<ClientRegistrationState> states) override
    {
        QList<Registration> found;
        for (const Registration& row : std::as_const(rows))
            if (states.contains(row.state))
                found.append(row);
        co_return found;
    }
    QList<Registration> rows;

private:
    World& m_world;
};

/// All fakes that a flow works with; tests add the data that their flow needs.
struct Office {
    World world;
    FixedClock clock;
    CountingRandomness randomness;
    FakeSmartRecruiters smartRecruiters{world};
    FakeTokens tokens{world, smartRecruiters};
    FakeTokenTrials tokenTrials{world};
    FakeVault vault{world};
    FakeIntegrations integrations{world};
    FakeIssuedClients issuedClients{world};
    FakeJournal journal{world, integrations};
    FakeResourceServers resourceServers{world};
    FakeInbox inbox{world, journal};
    FakeRegistrar registrar{world};
    FakeWebhook webhook{world};
    FakeRegistrations registrations{world};

    Services services(const QString& environment = QStringLiteral("simulator"))
    {
        return services(environment, vault);
    }
    /// With another vault, or with another source of random bytes.
    Services services(const QString& environment, Vault& otherVault)
    {
        return services(environment, otherVault, randomness);
    }
    Services services(const QString& environment, Vault& otherVault, Randomness& otherRandomness)
    {
        return {environment, smartRecruiters, tokens, tokenTrials, registrar, webhook, otherVault,
            integrations, issuedClients, registrations, resourceServers, inbox, journal, clock,
            otherRandomness};
    }
};

} // namespace jetbridge::fakes
