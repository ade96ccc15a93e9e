// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RememberingVault.h"
#include "domain/Credentials.h"
#include "storage/MemoryVault.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

struct SystemBytes final : Randomness {
    QByteArray bytes(int count) override
    {
        QByteArray bytes(count, Qt::Uninitialized);
        for (char& byte : bytes)
            byte = char(QRandomGenerator::system()->bounded(256));
        return bytes;
    }
};

/// A keychain that outlives the programs that use it.
class Keychain final : public Vault {
public:
    explicit Keychain(MemoryVault& items)
        : m_items(items)
    {
    }
    Task<Outcome<Done>> store(VaultKey key, Secret value) override
    {
        return m_items.store(std::move(key), std::move(value));
    }
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override
    {
        return m_items.read(std::move(key));
    }
    Task<Outcome<Done>> remove(VaultKey key) override { return m_items.remove(std::move(key)); }
    Task<Outcome<Done>> isOpen() override { return m_items.isOpen(); }
    Message backendName() const override { return m_items.backendName(); }

private:
    MemoryVault& m_items;
};

/// A program on the data folder, as far as secrets are concerned.
struct Program {
    Program(const QString& folder, MemoryVault& keychain)
        : registry(folder)
        , vault(registry.secretHashes(), randomness, std::make_unique<Keychain>(keychain),
              [this](const SecretHasher& by, const QList<SecretHash>& added) {
                  hasher.emplace(by);
                  told += added;
              })
    {
    }
    bool knows(const QByteArray& secret) const
    {
        return hasher && told.contains(hasher->of(secret));
    }

    SystemBytes randomness;
    Registry registry;
    std::optional<SecretHasher> hasher;
    QList<SecretHash> told;
    RememberingVault vault;
};

Secret customerItem(const QByteArray& secret)
{
    return CustomerCredentials{IntegrationId(u"int-1"_s), {ClientId(u"client"_s), Secret(secret)}}
        .toJson();
}

const VaultKey customer = VaultKey::customer(u"sandbox"_s, IntegrationId(u"int-1"_s));
const VaultKey master = VaultKey::master(u"sandbox"_s);

} // namespace

class RememberingVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasEverKeptOrIssuedIsKnownInEveryLaterRun()
    {
        const QTemporaryDir folder;
        MemoryVault keychain;
        // The item is as an earlier version left it.
        VERIFY_DONE(await(keychain.store(master, customerItem("of an earlier version"))));
        {
            Program program(folder.path(), keychain);
            VERIFY_DONE(await(program.vault.store(customer, customerItem("former secret"))));
            VERIFY_DONE(await(program.vault.store(customer, customerItem("current secret"))));
            VERIFY_DONE(await(program.vault.remember(Secret("issued secret"))));
            VERIFY_DONE(await(program.vault.remove(customer)));
            VERIFY_DONE(await(program.vault.remove(master)));
        }
        Program program(folder.path(), keychain);
        VERIFY_DONE(await(program.vault.refreshRemembered()));
        for (const char* secret :
            {"former secret", "current secret", "issued secret", "of an earlier version"})
            QVERIFY2(program.knows(secret), secret);
        QCOMPARE(program.told.size(), 4);
        QVERIFY(!program.knows("another secret"));
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("secret\""), qPrintable(name));
        }
    }

    void otherProgramsLearnWhatOneRemembers()
    {
        const QTemporaryDir folder;
        MemoryVault keychain;
        Program one(folder.path(), keychain);
        Program other(folder.path(), keychain);
        VERIFY_DONE(await(other.vault.refreshRemembered()));
        VERIFY_DONE(await(one.vault.remember(Secret("issued secret"))));
        VERIFY_DONE(await(other.vault.refreshRemembered()));
        QVERIFY(other.knows("issued secret"));
        QCOMPARE(one.hasher->keyId(), other.hasher->keyId());
        VERIFY_DONE(await(one.vault.remember(Secret("issued secret")))); // already known, so it is
                                                                         // not hashed again
        VERIFY_DONE(await(other.vault.refreshRemembered()));
        QCOMPARE(other.told.size(), 1);
    }

    void programsThatStartTogetherUseOneKey()
    {
        const QTemporaryDir folder;
        MemoryVault keychain;
        Program one(folder.path(), keychain);
        Program other(folder.path(), keychain);
        auto first = one.vault.remember(Secret("first secret"));
        auto second = other.vault.remember(Secret("second secret"));
        auto third = one.vault.remember(Secret("third secret"));
        VERIFY_DONE(await(std::move(first)));
        VERIFY_DONE(await(std::move(second)));
        VERIFY_DONE(await(std::move(third)));
        Program later(folder.path(), keychain);
        VERIFY_DONE(await(later.vault.refreshRemembered()));
        for (const char* secret : {"first secret", "second secret", "third secret"})
            QVERIFY2(later.knows(secret), secret);
    }

    void aKeychainThatWasEmptiedGetsAnotherKey()
    {
        const QTemporaryDir folder;
        MemoryVault before;
        {
            Program program(folder.path(), before);
            VERIFY_DONE(await(program.vault.remember(Secret("former secret"))));
        }
        MemoryVault emptied;
        Program program(folder.path(), emptied);
        VERIFY_DONE(await(program.vault.remember(Secret("fresh secret"))));
        QVERIFY(program.knows("fresh secret"));
        QVERIFY(!program.knows("former secret"));
    }

    void whatIsNoSecretOrTooShortIsNotRemembered()
    {
        const QTemporaryDir folder;
        MemoryVault keychain;
        Program program(folder.path(), keychain);
        VERIFY_DONE(await(
            program.vault.store(VaultKey::probe(u"sandbox"_s, u"1"_s), Secret("probe value"))));
        VERIFY_DONE(await(program.vault.remember(Secret("short"))));
        QVERIFY(program.told.isEmpty());
    }
};

JETBRIDGE_TEST(RememberingVaultTest)
#include "RememberingVaultTest.moc"
