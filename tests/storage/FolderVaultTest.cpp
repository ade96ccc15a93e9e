// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FolderVault.h"

#include "domain/Credentials.h"
#include "domain/Utc.h"
#include "storage/Database.h"
#include "storage/MemoryVault.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <chrono>
#include <tuple>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

const QString simulator = u"simulator"_s;
const VaultKey master = VaultKey::master(simulator);
const IntegrationId one(u"int-1"_s);
const VaultKey customerKey = VaultKey::customer(simulator, one);

/// The user's keychain, which all folders share.
class Shared final : public Vault {
public:
    explicit Shared(std::shared_ptr<MemoryVault> keychain)
        : m_keychain(std::move(keychain))
    {
    }
    Task<Outcome<Done>> store(VaultKey key, Secret value) override
    {
        if (key.purpose == VaultKey::Purpose::Mark && !takesMarks)
            co_return failed(FailureKind::VaultUnavailable, u"no marks"_s);
        co_return co_await m_keychain->store(key, value);
    }
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override
    {
        return m_keychain->read(key);
    }
    Task<Outcome<Done>> remove(VaultKey key) override { return m_keychain->remove(key); }
    Task<Outcome<Done>> isOpen() override { return m_keychain->isOpen(); }
    Message backendName() const override { return m_keychain->backendName(); }

    bool takesMarks = true;

private:
    std::shared_ptr<MemoryVault> m_keychain;
};

/// A program on a data folder.
struct Program {
    Program(const QString& folder, const std::shared_ptr<MemoryVault>& keychain)
        : registry(folder)
        , vault(registry.secrets(), simulator, std::make_unique<Shared>(keychain))
    {
    }
    /// Saves a connected customer and stores its credentials.
    bool onboard(const IntegrationId& id, IntegrationStatus status = IntegrationStatus::Live,
        const QDateTime& checkedAt = {})
    {
        Integration row;
        row.id = id;
        row.company = CompanyId(id.text());
        row.status = status;
        row.clientId = ClientId(u"theirs"_s);
        row.checkedAt = checkedAt;
        const CustomerCredentials credentials{
            id, {row.clientId, Secret(QByteArrayView("its secret"))}};
        return await(rows->integrations().save(row))
            && await(vault.store(VaultKey::customer(simulator, id), credentials.toJson()));
    }
    std::optional<Integration> row(const IntegrationId& id)
    {
        return await(rows->integrations().find(id)).value_or(std::nullopt);
    }
    IntegrationStatus statusOf(const IntegrationId& id)
    {
        const auto found = row(id);
        return found ? found->status : IntegrationStatus::Unknown;
    }

    Registry registry;
    const std::unique_ptr<EnvironmentRegistry> rows = registry.environment(simulator);
    FolderVault vault;
};

/// A clock that stands still.
class ThatClock final : public Clock {
public:
    QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, utc);
    }
};

Secret masterOf(const char* client, const char* origin = "https://api.example")
{
    return MasterCredentials{AppId(u"app"_s),
        {ClientId(QLatin1String(client)), Secret(QByteArrayView("a secret")),
            QLatin1String(origin)}}
        .toJson();
}

Secret customerOf(const char* client)
{
    return CustomerCredentials{
        one, {ClientId(QLatin1String(client)), Secret(QByteArrayView("its secret"))}}
        .toJson();
}

/// Makes a registry as it was before each keychain had an id: it says for everybody that this
/// customer's credentials are missing. Returns the folder's id.
QString leaveLacking(const QString& folder, const IntegrationId& customer)
{
    QTemporaryDir migrations;
    for (const QString& file : QDir(QString::fromLatin1(builtInMigrations)).entryList())
        if (file < "0019-keychains.sql"_L1)
            QFile::copy(QString::fromLatin1(builtInMigrations) + QLatin1Char('/') + file,
                migrations.filePath(file));
    const auto database = Database::open(folder, migrations.path());
    if (!database)
        return {};
    for (const QString& sql :
        {u"INSERT INTO environments (ordinal, name) VALUES (1, '%1')"_s.arg(simulator),
            u"INSERT INTO integrations (number, environment, id, company, company_name, mode, "
            "bidirectional, status, client_id, issued_client_id, onboarding, consented_by, "
            "onboarded_at, checked_at, status_detail, status_message, searched) VALUES "
            "((1 << 40) + 1, 1, '%1', '%1', '', 'REDIRECT', 0, 'no-credentials', 'theirs', '', "
            "'run-1', 'Ana', 1, 1, '', 'x', '%1')"_s.arg(customer.text())})
        if (!(*database)->run(sql))
            return {};
    return Database::folderIdIn((*database)->path()).value_or(QString());
}

/// Returns the stored client credentials; empty if there are none.
template <typename Credentials = MasterCredentials>
ClientCredentials pairIn(Vault& vault, const VaultKey& key)
{
    const auto item = await(vault.read(key));
    if (!item || !item->has_value())
        return {};
    const auto credentials = Credentials::fromJson((*item)->reveal().toByteArray());
    return credentials ? credentials->client : ClientCredentials();
}

QString clientIn(Vault& vault, const VaultKey& key)
{
    return pairIn<>(vault, key).clientId.text();
}

/// Makes a data folder as version 0.1.0 left it, with a customer that uses this client.
void leave010(const QString& folder, const char* client, const char* apiUrl = nullptr)
{
    QTemporaryDir migrations;
    for (const QString& file : QDir(QString::fromLatin1(builtInMigrations)).entryList())
        if (file.left(4).toInt() <= 7)
            QFile::copy(QString::fromLatin1(builtInMigrations) + QLatin1Char('/') + file,
                migrations.filePath(file));
    const auto database = Database::open(folder, migrations.path());
    QVERIFY(database);
    const QString document =
        apiUrl ? uR"({"name":"simulator","apiUrl":"%1"})"_s.arg(QLatin1String(apiUrl)) : QString();
    VERIFY_DONE(
        (*database)->run(u"INSERT INTO environments (ordinal, name, document) VALUES (1, ?, ?)"_s,
            {simulator, apiUrl ? QVariant(document) : QVariant()}));
    VERIFY_DONE((*database)->run(
        u"INSERT INTO integrations VALUES (1, 1, ?, 'globex', '', 'REDIRECT', 0, 'live', ?, '', "
        "'run', 'Ana', 1, 1, '', 'globex')"_s,
        {one.text(), QLatin1String(client)}));
}

void copyFolder(const QString& from, const QString& to)
{
    QVERIFY(QDir().mkpath(to));
    for (const QString& file : QDir(from).entryList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(from + QLatin1Char('/') + file, to + QLatin1Char('/') + file));
}

} // namespace

/// Tests which folder a secret belongs to if several data folders share one keychain.
class FolderVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<MemoryVault>();
    }

    void foldersShareNothing()
    {
        Program a(at("a"), m_keychain);
        Program b(at("b"), m_keychain);
        VERIFY_DONE(await(a.vault.store(master, masterOf("of-a"))));
        QCOMPARE(clientIn(b.vault, master), QString());
        VERIFY_DONE(await(b.vault.store(master, masterOf("of-b"))));
        QCOMPARE(clientIn(a.vault, master), u"of-a"_s);
        VERIFY_DONE(await(b.vault.remove(master)));
        QCOMPARE(clientIn(a.vault, master), u"of-a"_s);
    }

    void whatVersion010KeptIsCopiedAndStays()
    {
        VERIFY_DONE(await(m_keychain->store(master, masterOf("old", ""))));
        VERIFY_DONE(await(m_keychain->store(customerKey, customerOf("theirs"))));
        leave010(at("a"), "theirs", "https://api.partner.example/v1");
        leave010(at("b"), "theirs");
        Program a(at("a"), m_keychain);
        Program b(at("b"), m_keychain);
        QCOMPARE(clientIn(a.vault, master), u"old"_s);
        // The credentials belong to the place where they were used before the upgrade.
        QCOMPARE(pairIn<>(a.vault, master).origin, u"https://api.partner.example"_s);
        QCOMPARE(pairIn<CustomerCredentials>(a.vault, customerKey).clientId.text(), u"theirs"_s);
        // From here on each folder has credentials of its own.
        VERIFY_DONE(await(a.vault.store(master, masterOf("new"))));
        VERIFY_DONE(await(a.vault.remove(customerKey)));
        QCOMPARE(clientIn(b.vault, master), u"old"_s);
        QCOMPARE(pairIn<>(b.vault, master).origin, Environment::builtIn().constFirst().origin());
        QVERIFY(*await(b.vault.has(customerKey)));
        QVERIFY(!await(a.vault.read(customerKey))->has_value());
        QVERIFY(!await(a.vault.has(customerKey)).value());
        QVERIFY(await(m_keychain->read(master))->has_value());
        QVERIFY(await(m_keychain->read(customerKey))->has_value());
    }

    void whatVersion010KeptGoesWhenStaffSaySo()
    {
        const VaultKey othersKey = VaultKey::customer(simulator, IntegrationId(u"int-2"_s));
        VERIFY_DONE(await(m_keychain->store(master, masterOf("old", ""))));
        VERIFY_DONE(await(m_keychain->store(customerKey, customerOf("theirs"))));
        VERIFY_DONE(await(m_keychain->store(othersKey, customerOf("of another folder"))));
        leave010(at("a"), "theirs");
        Program a(at("a"), m_keychain);
        VERIFY_DONE(await(a.vault.remove(customerKey)));
        QCOMPARE(*await(a.vault.removeEarlier(simulator)), 2);
        QVERIFY(!await(m_keychain->read(master))->has_value());
        QVERIFY(!await(m_keychain->read(customerKey))->has_value());
        QVERIFY(await(m_keychain->read(othersKey))->has_value());
        QCOMPARE(clientIn(a.vault, master), u"old"_s);
        QVERIFY(!*await(a.vault.has(customerKey)));
        QCOMPARE(*await(a.vault.removeEarlier(simulator)), 0);
    }

    void aNewFolderTakesNothingOfVersion010()
    {
        VERIFY_DONE(await(m_keychain->store(master, masterOf("old", ""))));
        Program fresh(at("fresh"), m_keychain);
        QVERIFY(!await(fresh.vault.read(master))->has_value());
    }

    void anItemOfAnotherFoldersIntegrationIsNotTaken()
    {
        VERIFY_DONE(await(m_keychain->store(customerKey, customerOf("somebody-else"))));
        leave010(at("a"), "theirs");
        Program a(at("a"), m_keychain);
        QVERIFY(!await(a.vault.read(customerKey))->has_value());
        QVERIFY(!*await(a.vault.has(customerKey)));
    }

    void aCopiedFolderIsNoticedAndHasItsOwn()
    {
        {
            Program original(at("a"), m_keychain);
            VERIFY_DONE(await(original.vault.store(master, masterOf("of-a"))));
        }
        copyFolder(at("a"), at("b"));
        Program copy(at("b"), m_keychain);
        const auto folder = await(copy.registry.secrets().folder());
        VERIFY_DONE(folder);
        QVERIFY(folder->isNewCopy);
        QCOMPARE(folder->copiedFrom, QDir(at("a")).canonicalPath());
        QVERIFY(!await(copy.registry.secrets().folder())->isNewCopy);
        QCOMPARE(clientIn(copy.vault, master), u"of-a"_s);
        VERIFY_DONE(await(copy.vault.store(master, masterOf("of-b"))));

        Program original(at("a"), m_keychain);
        QVERIFY(!await(original.registry.secrets().folder())->isNewCopy);
        QCOMPARE(clientIn(original.vault, master), u"of-a"_s);
        VERIFY_DONE(await(original.vault.remove(master)));
        QCOMPARE(clientIn(copy.vault, master), u"of-b"_s);
    }

    void aMovedFolderKeepsItsItems_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("renamed") << "renamed";
        QTest::newRow("copied, and the first one is gone") << "copied";
        QTest::newRow("by another name") << "link";
    }
    void aMovedFolderKeepsItsItems()
    {
        QFETCH(QString, how);
        QString id;
        {
            Program before(at("a"), m_keychain);
            VERIFY_DONE(await(before.vault.store(master, masterOf("of-a"))));
            id = await(before.registry.secrets().folder())->id;
        }
        if (how == "renamed"_L1)
            QVERIFY(QDir().rename(at("a"), at("b")));
        if (how == "link"_L1)
            QVERIFY(QFile::link(at("a"), at("b")));
        if (how == "copied"_L1) {
            copyFolder(at("a"), at("b"));
            QVERIFY(QDir(at("a")).removeRecursively());
        }
        Program after(at("b"), m_keychain);
        const auto folder = await(after.registry.secrets().folder());
        VERIFY_DONE(folder);
        QVERIFY(!folder->isNewCopy);
        QCOMPARE(folder->id, id);
        QCOMPARE(clientIn(after.vault, master), u"of-a"_s);
    }

    void anEmptiedKeychainIsNoticed()
    {
        Program program(at("a"), m_keychain);
        QCOMPARE(*await(program.vault.state()), VaultState::Unsure);
        VERIFY_DONE(await(program.vault.store(master, masterOf("of-a"))));
        QCOMPARE(*await(program.vault.state()), VaultState::Whole);

        const auto other = std::make_shared<MemoryVault>();
        Program elsewhere(at("a"), other);
        QCOMPARE(*await(elsewhere.vault.state()), VaultState::Emptied);
        VERIFY_DONE(await(elsewhere.vault.markWhole()));
        QCOMPARE(*await(elsewhere.vault.state()), VaultState::Whole);

        // If items of version 0.1.0 may be missing, each must be looked up.
        leave010(at("old"), "theirs");
        Program old(at("old"), m_keychain);
        VERIFY_DONE(await(old.vault.store(master, masterOf("of-a"))));
        QCOMPARE(*await(old.vault.state()), VaultState::Unsure);
    }

    void aSecretThatIsStoredIsNotCalledRefusedForWantOfAMark()
    {
        Registry registry(at("a"));
        auto keychain = std::make_unique<Shared>(m_keychain);
        Shared& shared = *keychain;
        FolderVault vault(registry.secrets(), simulator, std::move(keychain));
        shared.takesMarks = false;
        VERIFY_DONE(await(vault.store(master, masterOf("of-a"))));
        QCOMPARE(clientIn(vault, master), u"of-a"_s);
        QCOMPARE(*await(vault.state()), VaultState::Unsure);
        shared.takesMarks = true;
        VERIFY_DONE(await(vault.store(master, masterOf("of-a"))));
        QCOMPARE(*await(vault.state()), VaultState::Whole);
    }

    void whatAKeychainLacksIsSeenByItsUserAlone()
    {
        Program owner(at("a"), m_keychain);
        QVERIFY(owner.onboard(one));
        const auto other = std::make_shared<MemoryVault>();
        {
            Program guest(at("a"), other);
            QVERIFY(!*await(guest.vault.has(customerKey)));
            QCOMPARE(guest.statusOf(one), IntegrationStatus::NoCredentials);
            const auto row = guest.row(one);
            QVERIFY(row);
            QCOMPARE(row->statusDetail, Message::of("no_customer_credentials"));
            QCOMPARE(owner.statusOf(one), IntegrationStatus::Live);
            // A change that starts from what is seen here is no conflict, and leaves the shared
            // status alone.
            Integration renamed = *row;
            renamed.companyName = u"Globex & Sons"_s;
            VERIFY_DONE(await(guest.rows->integrations().save(
                IntegrationChange(renamed, IntegrationStatus::NoCredentials))));
            QCOMPARE(owner.row(one)->companyName, u"Globex & Sons"_s);
            QCOMPARE(owner.statusOf(one), IntegrationStatus::Live);
            QVERIFY(owner.row(one)->statusDetail.isEmpty());
        }
        Program again(at("a"), other);
        QCOMPARE(*await(again.vault.state()), VaultState::Whole);
        QCOMPARE(again.statusOf(one), IntegrationStatus::NoCredentials);
        VERIFY_DONE(await(again.vault.store(customerKey, customerOf("theirs"))));
        QCOMPARE(again.statusOf(one), IntegrationStatus::Live);
    }

    void credentialsThatCameToTheKeychainAreSeenWithTheNextRead()
    {
        Program owner(at("a"), m_keychain);
        QVERIFY(owner.onboard(one));
        const auto other = std::make_shared<MemoryVault>();
        Program guest(at("a"), other);
        QVERIFY(!await(guest.vault.read(customerKey))->has_value());
        QCOMPARE(guest.statusOf(one), IntegrationStatus::NoCredentials);
        VaultKey item = customerKey;
        item.folder = await(guest.registry.secrets().folder())->id;
        VERIFY_DONE(await(other->store(item, customerOf("theirs"))));
        QVERIFY(await(guest.vault.read(customerKey))->has_value());
        QCOMPARE(guest.statusOf(one), IntegrationStatus::Live);
    }

    void whatIsMissingCountsAsNothingElse_data()
    {
        using S = IntegrationStatus;
        QTest::addColumn<QList<IntegrationStatus>>("statuses");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("found"); ///< From the most urgent to the least.
        const auto row = [](const char* name, const QList<S>& statuses, const QString& search,
                             const QStringList& found) {
            QTest::newRow(name) << statuses << search << found;
        };
        const QStringList all{u"live-1"_s, u"failing-1"_s, u"failing-2"_s, u"unproved-1"_s,
            u"disabled-1"_s, u"live-2"_s, u"live-old"_s};
        row("everybody", {}, {}, all);
        row("missing", {S::NoCredentials}, {}, {u"live-1"_s, u"failing-1"_s});
        row("live", {S::Live}, {}, {u"live-2"_s});
        row("expiring", {S::Expiring}, {}, {u"live-old"_s});
        row("live and expiring", {S::Live, S::Expiring}, {}, {u"live-2"_s, u"live-old"_s});
        row("failing", {S::Failing}, {}, {u"failing-2"_s});
        row("unproved", {S::Unproved}, {}, {u"unproved-1"_s});
        row("disabled stays disabled", {S::Disabled}, {}, {u"disabled-1"_s});
        row("missing or failing", {S::NoCredentials, S::Failing}, {},
            {u"live-1"_s, u"failing-1"_s, u"failing-2"_s});
        row("searched", {}, u"live"_s, {u"live-1"_s, u"live-2"_s, u"live-old"_s});
        row("searched, missing", {S::NoCredentials}, u"live"_s, {u"live-1"_s});
        row("searched, live", {S::Live}, u"live"_s, {u"live-2"_s});
    }
    void whatIsMissingCountsAsNothingElse()
    {
        QFETCH(QList<IntegrationStatus>, statuses);
        QFETCH(QString, search);
        QFETCH(QStringList, found);
        using S = IntegrationStatus;
        const ThatClock clock;
        Program owner(at("a"), m_keychain);
        for (const auto& [id, status, hours] :
            {std::tuple("live-1", S::Live, 1), std::tuple("live-2", S::Live, 1),
                std::tuple("live-old", S::Live, 48), std::tuple("failing-1", S::Failing, 1),
                std::tuple("failing-2", S::Failing, 1), std::tuple("unproved-1", S::Unproved, 1),
                std::tuple("disabled-1", S::Disabled, 1)})
            QVERIFY(owner.onboard(
                IntegrationId(QLatin1String(id)), status, clock.now().addSecs(-3600 * hours)));
        Program guest(at("a"), std::make_shared<MemoryVault>());
        for (const char* id : {"live-1", "failing-1", "disabled-1"})
            QVERIFY(!*await(
                guest.vault.has(VaultKey::customer(simulator, IntegrationId(QLatin1String(id))))));
        guest.rows->ageAfter(std::chrono::hours(24), clock);

        Integrations::Query query;
        query.statuses = statuses;
        query.search = search;
        QCOMPARE(*await(guest.rows->integrations().count(query)), int(found.size()));
        for (const auto order : {Integrations::Order::Urgency, Integrations::Order::Arrival,
                 Integrations::Order::LastCheck}) {
            query.order = order;
            query.descending = false;
            query.limit = 1;
            query.afterKey.clear();
            QStringList ids;
            do {
                const auto page = await(guest.rows->integrations().page(query));
                VERIFY_DONE(page);
                for (const Integration& customer : page->rows) {
                    ids.append(customer.id.text());
                    QVERIFY(statuses.isEmpty() || statuses.contains(customer.status));
                }
                query.afterKey = page->nextKey;
            } while (!query.afterKey.isEmpty());
            if (order == Integrations::Order::Urgency)
                QCOMPARE(ids, found);
            QCOMPARE(
                QSet<QString>(ids.begin(), ids.end()), QSet<QString>(found.begin(), found.end()));
            QCOMPARE(ids.size(), found.size());
        }
    }

    void whatEarlierVersionsWroteIntoTheRowIsFoundOutAnew()
    {
        const QString id = leaveLacking(at("a"), one);
        VaultKey mark = VaultKey::mark();
        mark.folder = id;
        VaultKey item = customerKey;
        item.folder = id;
        VERIFY_DONE(await(m_keychain->store(item, customerOf("theirs"))));
        VERIFY_DONE(await(m_keychain->store(mark, Secret("mark"))));

        Program owner(at("a"), m_keychain);
        QCOMPARE(*await(owner.vault.state()), VaultState::Unsure);
        QVERIFY(*await(owner.vault.has(customerKey)));
        VERIFY_DONE(await(owner.vault.markWhole()));
        QCOMPARE(*await(owner.vault.state()), VaultState::Whole);
        // What it was before is not known any more; the next verification proves it.
        QCOMPARE(owner.statusOf(one), IntegrationStatus::Unproved);
        QVERIFY(!onlyATokenWasGiven(*owner.row(one)));
        Program guest(at("a"), std::make_shared<MemoryVault>());
        QCOMPARE(*await(guest.vault.state()), VaultState::Emptied);
        QVERIFY(!*await(guest.vault.has(customerKey)));
        QCOMPARE(guest.statusOf(one), IntegrationStatus::NoCredentials);
        QCOMPARE(owner.statusOf(one), IntegrationStatus::Unproved);
    }

    void whomAnotherUserOnboardedIsLookedForAtTheNextStart_data()
    {
        QTest::addColumn<bool>("isInPlaceOfARemovedOne");
        QTest::newRow("one more") << false;
        QTest::newRow("in the place of a removed one") << true;
    }
    void whomAnotherUserOnboardedIsLookedForAtTheNextStart()
    {
        QFETCH(bool, isInPlaceOfARemovedOne);
        const IntegrationId two(u"int-2"_s);
        const auto other = std::make_shared<MemoryVault>();
        Program owner(at("a"), m_keychain);
        QVERIFY(owner.onboard(one));
        {
            Program guest(at("a"), other);
            QCOMPARE(*await(guest.vault.state()), VaultState::Emptied);
            QVERIFY(!*await(guest.vault.has(customerKey)));
            VERIFY_DONE(await(guest.vault.markWhole()));
            QCOMPARE(*await(guest.vault.state()), VaultState::Whole);
        }
        if (isInPlaceOfARemovedOne)
            VERIFY_DONE(await(owner.rows->integrations().forget(one)));
        QVERIFY(owner.onboard(two));

        Program guest(at("a"), other);
        QCOMPARE(*await(guest.vault.state()), VaultState::Unsure);
        QCOMPARE(guest.statusOf(two), IntegrationStatus::Live); // nobody has looked yet
        Integrations::Query unsearched;
        unsearched.descending = false;
        unsearched.afterKey = *await(guest.vault.searchedTo());
        const auto page = await(guest.rows->integrations().page(unsearched));
        VERIFY_DONE(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().id, two);
        // Whoever stored everything here needs no search.
        Program ownerAgain(at("a"), m_keychain);
        QCOMPARE(*await(ownerAgain.vault.state()), VaultState::Whole);
    }

private:
    QString at(const char* name) const { return m_place->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_place;
    std::shared_ptr<MemoryVault> m_keychain;
};

JETBRIDGE_TEST(FolderVaultTest)
#include "FolderVaultTest.moc"
