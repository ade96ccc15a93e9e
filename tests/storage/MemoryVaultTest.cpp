// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/MemoryVault.h"
#include "storage/VaultLimits.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

/// The vault of `--vault memory`.
class MemoryVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itKeepsReplacesAndRemoves()
    {
        MemoryVault vault;
        const VaultKey key = VaultKey::master(u"simulator"_s);
        QVERIFY(!await(vault.read(key))->has_value());
        VERIFY_DONE(await(vault.store(key, Secret("first"))));
        VERIFY_DONE(await(vault.store(key, Secret("second"))));
        QVERIFY((**await(vault.read(key))).equals(Secret("second")));
        VERIFY_DONE(await(vault.remove(key)));
        VERIFY_DONE(await(vault.remove(key)));
        QVERIFY(!await(vault.read(key))->has_value());
    }

    void environmentsDoNotMix()
    {
        MemoryVault vault;
        const VaultKey one = VaultKey::master(u"sandbox"_s);
        const VaultKey other = VaultKey::master(u"production"_s);
        VERIFY_DONE(await(vault.store(one, Secret("one"))));
        QVERIFY(!await(vault.read(other))->has_value());
        VERIFY_DONE(await(vault.remove(other)));
        QVERIFY(await(vault.read(one))->has_value());
    }

    void twoVaultsShareNothing()
    {
        MemoryVault one;
        MemoryVault other;
        const VaultKey key = VaultKey::master(u"simulator"_s);
        VERIFY_DONE(await(one.store(key, Secret("one"))));
        QVERIFY(!await(other.read(key))->has_value());
    }

    void whatIsTooLargeForAKeychainIsRefusedHereToo()
    {
        MemoryVault vault;
        const VaultKey key = VaultKey::master(u"simulator"_s);
        VERIFY_DONE(await(vault.store(key, Secret(QByteArray(largestVaultItem, 'x')))));
        COMPARE_FAILURE(await(vault.store(key, Secret(QByteArray(largestVaultItem + 1, 'x')))),
            FailureKind::Invalid);
    }

    void itSaysThatItForgets()
    {
        QCOMPARE(MemoryVault().backendName(), u"memory (this process only)"_s);
    }
};

JETBRIDGE_TEST(MemoryVaultTest)
#include "MemoryVaultTest.moc"
