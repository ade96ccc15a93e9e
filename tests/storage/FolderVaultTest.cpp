// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FolderVault.h"

#include "domain/Credentials.h"
#include "storage/Database.h"
#include "storage/MemoryVault.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>

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
        , vault(registry.secrets(), std::make_unique<Shared>(keychain))
    {
    }
    Registry registry;
    FolderVault vault;
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
        FolderVault vault(registry.secrets(), std::move(keychain));
        shared.takesMarks = false;
        VERIFY_DONE(await(vault.store(master, masterOf("of-a"))));
        QCOMPARE(clientIn(vault, master), u"of-a"_s);
        QCOMPARE(*await(vault.state()), VaultState::Unsure);
        shared.takesMarks = true;
        VERIFY_DONE(await(vault.store(master, masterOf("of-a"))));
        QCOMPARE(*await(vault.state()), VaultState::Whole);
    }

private:
    QString at(const char* name) const { return m_place->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_place;
    std::shared_ptr<MemoryVault> m_keychain;
};

JETBRIDGE_TEST(FolderVaultTest)
#include "FolderVaultTest.moc"
