// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "storage/PrivateKeyring.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

using jetbridge::PrivateKeyring;

namespace {

/// Counts the calls of one kind on the keyring's bus.
class BusWatch {
public:
    BusWatch(const PrivateKeyring& keyring, const char* interface, const char* member)
    {
        m_monitor.setProcessEnvironment(keyring.environment());
        m_monitor.start(u"dbus-monitor"_s,
            {u"--session"_s, u"--profile"_s,
                u"type='method_call',interface='%1',member='%2'"_s.arg(
                    QLatin1String(interface), QLatin1String(member))});
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
    const QString sanitizer = m_program->environment.value(u"ASAN_OPTIONS"_s);
    m_program->environment = m_keyring->environment();
    m_program->environment.insert(u"ASAN_OPTIONS"_s, sanitizer);
    m_simulated = std::make_unique<Simulated>();
    QVERIFY(m_simulated->setUp(*m_program));
    // The answer is delayed, so that there is time to lock the keyring.
    m_simulated->ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/apps-integrations/partner-api/integrations"},"do":{"delayMs":3000}}])");
    m_simulated->grantTo(u"globex"_s);
}

void LockedKeychainTest::onboardIntoALockedKeyring(QProcess& process, const QStringList& how)
{
    m_program->start(process, how);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->everythingKept().contains("globexconfirmstarted"), 30'000);
    QCOMPARE(m_keyring->lock(), QString());
    QTRY_VERIFY2_WITH_TIMEOUT(
        told(process).contains("could not be stored"), m_told.constData(), 60'000);
    QCOMPARE(statusOf(u"globex"_s), u"unstored"_s);
}

QString LockedKeychainTest::statusOf(const QString& company) const
{
    const auto list =
        m_program->run({u"--json"_s, u"integrations"_s, u"list"_s, u"--search"_s, company});
    return list.json().value(u"integrations"_s).toArray().at(0)[u"status"_s].toString();
}

void LockedKeychainTest::whatCameIsHeldUntilItIsUnlockedThenStored()
{
    QProcess onboard;
    onboardIntoALockedKeyring(
        onboard, {u"onboard"_s, u"--company"_s, u"globex"_s, u"--consented-by"_s, u"Ana"_s});
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
    QCOMPARE(statusOf(u"globex"_s), u"live"_s);

    // There is one try when the credentials arrived and one when the keyring was open; the wait
    // adds no journal lines.
    const QString id = m_simulated->integrationOf(u"globex"_s);
    const auto shown =
        m_program->run({u"--json"_s, u"integrations"_s, u"show"_s, id, u"--reveal"_s});
    QStringList storing;
    for (const QJsonValue& line : shown.json().value(u"history"_s).toArray())
        if (line[u"step"_s].toString() == "store"_L1)
            storing.append(line[u"state"_s].toString());
    QCOMPARE(storing, QStringList({u"started"_s, u"failed"_s, u"started"_s, u"done"_s}));

    const QByteArray secret = shown.json().value(u"clientSecret"_s).toString().toUtf8();
    QVERIFY(!secret.isEmpty());
    QVERIFY(!m_program->everythingKept().contains(secret));
    QVERIFY(!told(onboard).contains(secret));
}

void LockedKeychainTest::interruptedBeforeThatItSaysWhatIsLost_data()
{
    QTest::addColumn<QStringList>("how");
    QTest::newRow("onboard") << QStringList{
        u"onboard"_s, u"--company"_s, u"globex"_s, u"--consented-by"_s, u"Ana"_s};
    QTest::newRow("bulk") << QStringList{u"bulk"_s, u"customers.csv"_s, u"--do"_s, u"onboard"_s};
}

void LockedKeychainTest::interruptedBeforeThatItSaysWhatIsLost()
{
    QFETCH(QStringList, how);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"customers.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("companyId,consentedBy\nglobex,Ana\n");
    file.close();
    how.replaceInStrings(u"customers.csv"_s, file.fileName());

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
    QCOMPARE(statusOf(u"globex"_s), u"unknown"_s);
    // The integration is known to exist, so a second call is refused, with what to do first.
    const QString id = m_simulated->integrationOf(u"globex"_s);
    const auto repeated = m_program->run(
        {u"integrations"_s, u"resolve"_s, id, u"--repeat"_s, u"--consented-by"_s, u"Ana"_s});
    QCOMPARE(repeated.exitCode, 1);
    QVERIFY2(repeated.err.contains("integrations resolve ID"), repeated.err.constData());
    QVERIFY2(repeated.err.contains("Have the customer disable"), repeated.err.constData());
    QCOMPARE(m_simulated->confirms(u"globex"_s), 1);
}

void LockedKeychainTest::aRowFromBeforeIsLookedAfterAsSoonAsItIsUnlocked()
{
    QProcess onboard;
    onboardIntoALockedKeyring(
        onboard, {u"onboard"_s, u"--company"_s, u"globex"_s, u"--consented-by"_s, u"Ana"_s});
    onboard.kill(); // as a power failure would do
    QVERIFY(onboard.waitForFinished());

    QProcess serve;
    m_program->start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
    QVERIFY(!readyLine(serve).isEmpty());
    QCOMPARE(statusOf(u"globex"_s), u"unstored"_s);
    QCOMPARE(m_keyring->unlock(), QString());
    // The running program stores them; no other one is started before.
    QTRY_VERIFY_WITH_TIMEOUT(m_program->everythingKept().contains("ended_before_storing"), 30'000);
    QCOMPARE(statusOf(u"globex"_s), u"unknown"_s);
    QCOMPARE(stop(serve), 0);
}

JETBRIDGE_TEST(LockedKeychainTest)
#include "LockedKeychainTest.moc"
