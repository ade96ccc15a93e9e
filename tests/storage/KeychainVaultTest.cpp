// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KeychainVault.h"
#include "storage/PrivateKeyring.h"
#include "storage/VaultLimits.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;
using namespace std::chrono_literals;

namespace {

const QString service = u"Jetbridge test"_s;
const VaultKey master = VaultKey::master(u"simulator"_s);

Secret secret(QByteArrayView bytes)
{
    return Secret(bytes);
}

QJsonObject report(const QString& step, const QString& kind, const QString& detail)
{
    return {{u"step"_s, step}, {u"kind"_s, kind}, {u"detail"_s, detail}};
}

/// Child process in another session: does one step with the vault and reports the result.
int probe(const QString& step)
{
    const auto patience = step.endsWith("impatiently"_L1) ? 300ms : 10s;
    KeychainVault vault(service, patience);
    QString kind;
    QString detail;
    const auto note = [&](const auto& outcome) {
        kind = outcome ? u"done"_s : failureKindName(outcome.error().kind);
        detail = outcome ? vault.backendName() : outcome.error().detail;
    };
    if (step.startsWith("store"_L1)) {
        note(await(vault.store(master, secret("a secret of the probe"))));
    } else if (step.startsWith("read"_L1)) {
        const auto found = await(vault.read(master));
        note(found);
        if (found)
            kind = found->has_value() ? u"found"_s : u"none"_s;
    } else if (step == "ask"_L1) {
        note(await(vault.isOpen()));
    } else {
        note(await(vault.remove(master)));
    }
    const QByteArray line =
        QJsonDocument(report(step, kind, detail)).toJson(QJsonDocument::Compact);
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    return 0;
}

/// Returns what the probe reports in a session.
QJsonObject probeIn(const PrivateKeyring& keyring, const QString& step)
{
    QProcess child;
    child.setProcessEnvironment(keyring.environment());
    child.start(
        QCoreApplication::applicationFilePath(), {u"KeychainVaultTest"_s, u"probe"_s, step});
    if (!child.waitForFinished(60'000))
        return report(step, u"hung"_s, {});
    if (child.exitStatus() != QProcess::NormalExit)
        return report(step, u"crashed"_s, QString::fromUtf8(child.readAllStandardError()));
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

} // namespace

/// The vault on a real GNOME Keyring: this process has an unlocked one of its own, and probes run
/// in other sessions.
class KeychainVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsReadAgain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("JSON") << QByteArray(R"({"clientId":"a","clientSecret":"b"})");
        QTest::newRow("any bytes") << QByteArray("\0\xff\n\x80 \r", 6);
        QTest::newRow("UTF-8") << QByteArray("£ € 密");
        QTest::newRow("the largest") << QByteArray(largestVaultItem, 'x');
        QTest::newRow("one byte") << QByteArray("x");
    }
    void whatIsStoredIsReadAgain()
    {
        QFETCH(QByteArray, bytes);
        KeychainVault vault(service);
        VERIFY_DONE(await(vault.store(master, secret(bytes))));
        const auto found = await(KeychainVault(service).read(master));
        VERIFY_DONE(found);
        QVERIFY(found->has_value());
        QVERIFY((*found)->equals(secret(bytes)));
        VERIFY_DONE(await(vault.remove(master)));
        const auto gone = await(vault.read(master));
        VERIFY_DONE(gone);
        QVERIFY(!gone->has_value());
    }

    void theBackendIsNamedFromTheFirstCallOn()
    {
        KeychainVault vault(service);
        VERIFY_DONE(await(vault.read(master)));
        QCOMPARE(vault.backendName(), u"GNOME Keyring"_s);
    }

    void aVaultThatGoesAwayWhileTheKeychainThinksHarmsNobody_data()
    {
        QTest::addColumn<int>("milliseconds");
        // The keychain is asked up to four times for one answer, and the vault may be destroyed at
        // any of them.
        for (int i = 0; i <= 12; ++i)
            QTest::addRow("after %d ms", i) << i;
    }
    void aVaultThatGoesAwayWhileTheKeychainThinksHarmsNobody()
    {
        QFETCH(int, milliseconds);
        QObject listener;
        {
            KeychainVault vault(service);
            QCoro::connect(vault.read(master), &listener, [] {});
            QCoro::connect(vault.store(VaultKey::probe(u"simulator"_s, u"gone"_s), secret("x")),
                &listener, [] {});
            QElapsedTimer since;
            since.start();
            while (!since.hasExpired(milliseconds))
                QCoreApplication::processEvents();
        }
        // The keychain's remaining answers have arrived by now, because jobs run one after the
        // other.
        KeychainVault later(service);
        VERIFY_DONE(await(later.remove(VaultKey::probe(u"simulator"_s, u"gone"_s))));
        VERIFY_DONE(await(later.read(master)));
    }

    void storingAgainReplaces()
    {
        KeychainVault vault(service);
        VERIFY_DONE(await(vault.store(master, secret("first"))));
        VERIFY_DONE(await(vault.store(master, secret("second"))));
        QVERIFY((**await(vault.read(master))).equals(secret("second")));
        VERIFY_DONE(await(vault.remove(master)));
    }

    void removingWhatIsNotThereIsDone()
    {
        VERIFY_DONE(await(KeychainVault(service).remove(master)));
    }

    void environmentsAndPurposesDoNotMix()
    {
        KeychainVault vault(service);
        const QList<VaultKey> keys = {master, VaultKey::master(u"production"_s),
            VaultKey::customer(u"simulator"_s, IntegrationId(u"1"_s)),
            VaultKey::customer(u"production"_s, IntegrationId(u"1"_s))};
        for (const VaultKey& key : keys)
            VERIFY_DONE(await(vault.store(key, secret(key.text().toUtf8()))));
        VERIFY_DONE(await(vault.remove(keys.at(0))));
        QVERIFY(!await(vault.read(keys.at(0)))->has_value());
        for (const VaultKey& key : keys.mid(1)) {
            QVERIFY((**await(vault.read(key))).equals(secret(key.text().toUtf8())));
            VERIFY_DONE(await(vault.remove(key)));
        }
    }

    void whatIsTooLargeIsRefusedAndTheOldItemStays()
    {
        KeychainVault vault(service);
        VERIFY_DONE(await(vault.store(master, secret("old"))));
        COMPARE_FAILURE(await(vault.store(master, secret(QByteArray(largestVaultItem + 1, 'x')))),
            FailureKind::Invalid);
        QVERIFY((**await(vault.read(master))).equals(secret("old")));
        VERIFY_DONE(await(vault.remove(master)));
    }

    void manyCallsAtOnceAreAllAnswered()
    {
        KeychainVault vault(service);
        std::vector<QCoro::Task<Outcome<Done>>> tasks;
        const auto key = [](int i) {
            return VaultKey::customer(u"simulator"_s, IntegrationId(QString::number(i)));
        };
        tasks.reserve(20);
        for (int i = 0; i < 20; ++i)
            tasks.push_back(vault.store(key(i), secret(QByteArray::number(i))));
        for (auto& task : tasks)
            VERIFY_DONE(await(std::move(task)));
        for (int i = 0; i < 20; ++i) {
            QVERIFY((**await(vault.read(key(i)))).equals(secret(QByteArray::number(i))));
            VERIFY_DONE(await(vault.remove(key(i))));
        }
    }

    void aVaultMayEndWhileItsJobRuns()
    {
        Outcome<Done> outcome;
        bool answered = false;
        {
            KeychainVault vault(service);
            QCoro::connect(
                vault.store(master, secret("late")), this, [&](const Outcome<Done>& stored) {
                    outcome = stored;
                    answered = true;
                });
        }
        QVERIFY(answered);
        COMPARE_FAILURE(outcome, FailureKind::VaultUnavailable);
        // The job goes on by itself, and the next vault works.
        KeychainVault next(service);
        VERIFY_DONE(await(next.store(master, secret("next"))));
        QVERIFY((**await(next.read(master))).equals(secret("next")));
        VERIFY_DONE(await(next.remove(master)));
    }

    void aKeychainThatCannotKeepASecretSaysWhatToDo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("says");
        const auto rows = [](const char* name, PrivateKeyring::Kind kind, const char* says) {
            for (const auto* step : {"store", "read", "remove", "ask"})
                QTest::addRow("%s: %s", name, step) << int(kind) << step << says;
        };
        rows("locked", PrivateKeyring::Kind::Locked, "is locked: unlock it");
        rows("no keyring service", PrivateKeyring::Kind::Absent, "No keyring service is running");
        rows("no D-Bus", PrivateKeyring::Kind::NoBus, "no D-Bus session");
        QTest::newRow("silent: store") << int(PrivateKeyring::Kind::Silent) << "store impatiently"
                                       << "did not answer within 0.3 seconds";
        QTest::newRow("silent: read") << int(PrivateKeyring::Kind::Silent) << "read impatiently"
                                      << "did not answer within 0.3 seconds";
    }
    void aKeychainThatCannotKeepASecretSaysWhatToDo()
    {
        QFETCH(int, kind);
        QFETCH(QString, step);
        QFETCH(QString, says);
        PrivateKeyring keyring;
        QCOMPARE(keyring.start(PrivateKeyring::Kind(kind)), QString());
        const QJsonObject said = probeIn(keyring, step);
        const QString detail = said.value("detail"_L1).toString();
        QVERIFY2(said.value("kind"_L1).toString() == "vaultUnavailable"_L1,
            QJsonDocument(said).toJson().constData());
        QVERIFY2(detail.contains(says), qPrintable(detail));
    }

    void aKeyringThatIsLockedLaterHidesWhatItKeeps()
    {
        PrivateKeyring keyring;
        QCOMPARE(keyring.start(PrivateKeyring::Kind::Unlocked), QString());
        QCOMPARE(probeIn(keyring, u"read"_s).value("kind"_L1).toString(), u"none"_s);
        QCOMPARE(probeIn(keyring, u"store"_s).value("kind"_L1).toString(), u"done"_s);
        QCOMPARE(probeIn(keyring, u"read"_s).value("kind"_L1).toString(), u"found"_s);
        QCOMPARE(keyring.lock(), QString());
        for (const auto* step : {"ask", "read", "store", "remove"})
            QCOMPARE(probeIn(keyring, QString::fromLatin1(step)).value("kind"_L1).toString(),
                u"vaultUnavailable"_s);
        QCOMPARE(keyring.unlock(), QString());
        QCOMPARE(probeIn(keyring, u"ask"_s).value("kind"_L1).toString(), u"done"_s);
        QCOMPARE(probeIn(keyring, u"read"_s).value("kind"_L1).toString(), u"found"_s);
    }
};

static int run(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "probe"_L1)
        return probe(application.arguments().value(2));
    PrivateKeyring keyring;
    // Nothing has asked for the session bus yet, so this process moves into the private session.
    const QString problem = keyring.start(PrivateKeyring::Kind::Unlocked);
    if (!problem.isEmpty()) {
        qCritical("No private keyring: %s", qPrintable(problem));
        return 1;
    }
    for (const auto* name :
        {"DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, keyring.environment().value(QString::fromLatin1(name)).toLocal8Bit());
    KeychainVaultTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(KeychainVaultTest, run)

#include "KeychainVaultTest.moc"
