// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "storage/PrivateKeyring.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using jetbridge::PrivateKeyring;

namespace {

/// Counts the calls of one kind on the keyring's bus.
class BusWatch {
public:
    BusWatch(const PrivateKeyring& keyring, const char* interface, const char* member)
    {
        m_monitor.setProcessEnvironment(keyring.environment());
        m_monitor.start(QStringLiteral("dbus-monitor"),
            {QStringLiteral("--session"), QStringLiteral("--profile"),
                QStringLiteral("type='method_call',interface='%1',member='%2'")
                    .arg(QLatin1String(interface), QLatin1String(member))});
        m_monitor.waitForStarted();
    }
    ~BusWatch()
    {
        m_monitor.kill();
        m_monitor.waitForFinished();
    }
    int calls()
    {
        m_said += m_monitor.readAllStandardOutput();
        return int(m_said.count("\nmc\t"));
    }

private:
    QProcess m_monitor;
    QByteArray m_said;
};

} // namespace

/// Tests that the secret, which is shown only once, is not lost if a real GNOME Keyring is locked
/// (Secret Service, Lock) between the confirm call and the storing of its answer.
class LockedKeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatCameIsHeldUntilItIsUnlockedThenStored();
    void interruptedBeforeThatItSaysWhatIsLost_data();
    void interruptedBeforeThatItSaysWhatIsLost();
    void aRowFromBeforeIsLookedAfterAsSoonAsItIsUnlocked();

private:
    /// Onboards while the keyring is locked, and continues when the program reports it.
    void onboardIntoALockedKeyring(QProcess& process, const QStringList& how);
    QString statusOf(const QString& company) const;
    QByteArray told(QProcess& process) { return m_told += process.readAllStandardError(); }

    std::unique_ptr<Simulated> m_simulated;
    std::unique_ptr<PrivateKeyring> m_keyring;
    std::unique_ptr<Program> m_program;
    QByteArray m_told; ///< What the program wrote to stderr.
};

void LockedKeychainTest::init()
{
    m_told.clear();
    m_program = std::make_unique<Program>();
    m_keyring = std::make_unique<PrivateKeyring>();
    QCOMPARE(m_keyring->start(PrivateKeyring::Kind::Unlocked), QString());
    const QString sanitizer = m_program->environment.value(QStringLiteral("ASAN_OPTIONS"));
    m_program->environment = m_keyring->environment();
    m_program->environment.insert(QStringLiteral("ASAN_OPTIONS"), sanitizer);
    m_simulated = std::make_unique<Simulated>();
    QVERIFY(m_simulated->setUp(*m_program));
    // The answer is delayed, so that there is time to lock the keyring.
    m_simulated->ask("PUT", QStringLiteral("/_simulator/faults"),
        R"([{"match":{"path":"/apps-integrations/partner-api/integrations"},"do":{"delayMs":3000}}])");
    m_simulated->grantTo(QStringLiteral("globex"));
}

void LockedKeychainTest::onboardIntoALockedKeyring(QProcess& process, const QStringList& how)
{
    m_program->start(process, how);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->everythingKept().contains("globexconfirmstarted"), 30'000);
    QCOMPARE(m_keyring->lock(), QString());
    QTRY_VERIFY2_WITH_TIMEOUT(
        told(process).contains("could not be stored"), m_told.constData(), 60'000);
    QCOMPARE(statusOf(QStringLiteral("globex")), QStringLiteral("unstored"));
}

QString LockedKeychainTest::statusOf(const QString& company) const
{
    const auto list = m_program->run({QStringLiteral("--json"), QStringLiteral("integrations"),
        QStringLiteral("list"), QStringLiteral("--search"), company});
    return list.json()
        .value(QStringLiteral("integrations"))
        .toArray()
        .at(0)[QStringLiteral("status")]
        .toString();
}

void LockedKeychainTest::whatCameIsHeldUntilItIsUnlockedThenStored()
{
    QProcess onboard;
    onboardIntoALockedKeyring(onboard,
        {QStringLiteral("onboard"), QStringLiteral("--company"), QStringLiteral("globex"),
            QStringLiteral("--consented-by"), QStringLiteral("Ana")});
    // Meanwhile the program asks for the keyring's state repeatedly and writes nothing to it.
    BusWatch questions(*m_keyring, "org.freedesktop.DBus.Properties", "Get");
    BusWatch writes(*m_keyring, "org.freedesktop.Secret.Collection", "CreateItem");
    QTRY_VERIFY_WITH_TIMEOUT(questions.calls() >= 2, 30'000);
    QCOMPARE(writes.calls(), 0);
    QCOMPARE(onboard.state(), QProcess::Running);

    QCOMPARE(m_keyring->unlock(), QString());
    QVERIFY(onboard.waitForFinished(60'000));
    QVERIFY2(onboard.exitCode() == 0, told(onboard).constData());
    QTRY_VERIFY(writes.calls() >= 1); // this shows that the watch sees a write
    QCOMPARE(statusOf(QStringLiteral("globex")), QStringLiteral("live"));

    // There is one try when the credentials arrived and one when the keyring was open; the wait
    // adds no journal lines.
    const QString id = m_simulated->integrationOf(QStringLiteral("globex"));
    const auto shown = m_program->run({QStringLiteral("--json"), QStringLiteral("integrations"),
        QStringLiteral("show"), id, QStringLiteral("--reveal")});
    QStringList storing;
    for (const QJsonValue& line : shown.json().value(QStringLiteral("history")).toArray())
        if (line[QStringLiteral("step")].toString() == QLatin1String("store"))
            storing.append(line[QStringLiteral("state")].toString());
    QCOMPARE(storing,
        QStringList({QStringLiteral("started"), QStringLiteral("failed"), QStringLiteral("started"),
            QStringLiteral("done")}));

    const QByteArray secret =
        shown.json().value(QStringLiteral("clientSecret")).toString().toUtf8();
    QVERIFY(!secret.isEmpty());
    QVERIFY(!m_program->everythingKept().contains(secret));
    QVERIFY(!told(onboard).contains(secret));
}

void LockedKeychainTest::interruptedBeforeThatItSaysWhatIsLost_data()
{
    QTest::addColumn<QStringList>("how");
    QTest::newRow("onboard") << QStringList{QStringLiteral("onboard"), QStringLiteral("--company"),
        QStringLiteral("globex"), QStringLiteral("--consented-by"), QStringLiteral("Ana")};
    QTest::newRow("bulk") << QStringList{QStringLiteral("bulk"), QStringLiteral("customers.csv"),
        QStringLiteral("--do"), QStringLiteral("onboard")};
}

void LockedKeychainTest::interruptedBeforeThatItSaysWhatIsLost()
{
    QFETCH(QStringList, how);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("customers.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("companyId,consentedBy\nglobex,Ana\n");
    file.close();
    how.replaceInStrings(QStringLiteral("customers.csv"), file.fileName());

    QProcess process;
    onboardIntoALockedKeyring(process, how);
    QVERIFY(told(process).contains("Interrupting loses them"));
    QVERIFY2(m_told.contains("The customer-level credentials of globex came but could not be "
                             "stored: The keyring is locked"),
        m_told.constData());
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 6);
    QVERIFY2(told(process).contains("globex"), m_told.constData());
    QVERIFY2(m_told.contains("they are lost"), m_told.constData());
    // The credentials exist, and the next start that can ask the keyring says so.
    QCOMPARE(m_keyring->unlock(), QString());
    QCOMPARE(statusOf(QStringLiteral("globex")), QStringLiteral("unknown"));
    // The integration is known to exist, so a second call is refused, with what to do first.
    const QString id = m_simulated->integrationOf(QStringLiteral("globex"));
    const auto repeated = m_program->run({QStringLiteral("integrations"), QStringLiteral("resolve"),
        id, QStringLiteral("--repeat"), QStringLiteral("--consented-by"), QStringLiteral("Ana")});
    QCOMPARE(repeated.exitCode, 1);
    QVERIFY2(repeated.err.contains("integrations resolve ID"), repeated.err.constData());
    QVERIFY2(repeated.err.contains("Have the customer disable"), repeated.err.constData());
    QCOMPARE(m_simulated->confirms(QStringLiteral("globex")), 1);
}

void LockedKeychainTest::aRowFromBeforeIsLookedAfterAsSoonAsItIsUnlocked()
{
    QProcess onboard;
    onboardIntoALockedKeyring(onboard,
        {QStringLiteral("onboard"), QStringLiteral("--company"), QStringLiteral("globex"),
            QStringLiteral("--consented-by"), QStringLiteral("Ana")});
    onboard.kill(); // as a power failure would do
    QVERIFY(onboard.waitForFinished());

    QProcess serve;
    m_program->start(
        serve, {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")});
    QVERIFY(!readyLine(serve).isEmpty());
    QCOMPARE(statusOf(QStringLiteral("globex")), QStringLiteral("unstored"));
    QCOMPARE(m_keyring->unlock(), QString());
    // The running program stores them; no other one is started before.
    QTRY_VERIFY_WITH_TIMEOUT(
        m_program->everythingKept().contains("The program ended before the credentials"), 30'000);
    QCOMPARE(statusOf(QStringLiteral("globex")), QStringLiteral("unknown"));
    QCOMPARE(stop(serve), 0);
}

JETBRIDGE_TEST(LockedKeychainTest)
#include "LockedKeychainTest.moc"
