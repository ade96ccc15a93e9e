// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/EmbeddedSimulator.h"
#include "console/Onboardings.h"
#include "console/SimulatorControl.h"
#include "gui/Stage.h"
#include "storage/PrivateKeyring.h"
#include "storage/SecretService.h"
#include "support/TestMain.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// The keyring of this test's own session, in the state that the product finds between answer and
/// store.
class Keyring {
public:
    enum class Trouble {
        Locked, ///< Locked by the Secret Service's own Lock.
        Silent, ///< It accepts every call and answers none, like one that asks for its password.
    };
    explicit Keyring(Trouble trouble)
        : m_trouble(trouble)
    {
    }
    ~Keyring()
    {
        if (m_trouble == Trouble::Silent)
            ::kill(m_process, SIGCONT);
    }
    /// Begins the state; returns an empty string, or what went wrong.
    QString beginTrouble()
    {
        if (m_trouble == Trouble::Locked)
            return lockKeyring(QDBusConnection::sessionBus());
        return ::kill(m_process, SIGSTOP) == 0 ? QString() : u"it did not stop"_s;
    }
    QString endTrouble()
    {
        if (m_trouble == Trouble::Locked)
            return unlockKeyring(QDBusConnection::sessionBus(), PrivateKeyring::password);
        return ::kill(m_process, SIGCONT) == 0 ? QString() : u"it does not go on"_s;
    }

private:
    const Trouble m_trouble;
    const pid_t m_process =
        pid_t(QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s));
};

/// Delays SmartRecruiters' answer to the confirm call, so that the keychain can become silent
/// meanwhile.
void delayTheConfirm(Stage& stage)
{
    std::optional<bool> isSet;
    QCoro::connect(stage.console().simulator().start(), &stage.console(), [&] {
        QCoro::connect(
            stage.console().simulator().control().setFaults({QJsonObject{
                {u"match"_s,
                    QJsonObject{{u"path"_s, u"/apps-integrations/partner-api/integrations"_s}}},
                {u"do"_s, QJsonObject{{u"delayMs"_s, 3000}}}}}),
            &stage.console(), [&isSet](const Outcome<Done>& set) { isSet = set.has_value(); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSet == true, 20'000);
}

} // namespace

class UnstoredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater_data();
    void whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater();
    void aDataFolderThatCannotBeWrittenIsNamed();
};

void UnstoredTest::whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater_data()
{
    QTest::addColumn<Keyring::Trouble>("trouble");
    QTest::newRow("locked") << Keyring::Trouble::Locked;
    QTest::newRow("silent") << Keyring::Trouble::Silent;
}

void UnstoredTest::whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater()
{
    QFETCH(Keyring::Trouble, trouble);
    Keyring keyring(trouble);
    Stage stage;
    QVERIFY(stage.isReady());
    delayTheConfirm(stage);
    bool isConfirming = false;
    QString problem;
    connect(&stage.console().customers(), &Customers::journalAppended, this,
        [&](const JournalEntry& entry) {
            if (entry.step == Step::Confirm && entry.state == StepState::Started) {
                isConfirming = true;
                problem = keyring.beginTrouble();
            }
        });
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(isConfirming, 60'000);
    QCOMPARE(problem, QString());

    // The program waits for the keychain, then tells the person on the page and above every page.
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("unstoredNotice"), 60'000);
    QCOMPARE(stage.console().onboardings().unstored().size(), 1);
    QVERIFY(stage.text("unstoredSaid").contains("globex"_L1));
    QTRY_VERIFY(stage.sees("failureCard"));
    QVERIFY(!stage.sees("failureAction")); // only waiting helps
    QVERIFY(!stage.sees("onboardCancel"));
    stage.screenshot(u"onboard-unstored"_s);
    stage.click("navCustomers");
    QVERIFY(stage.sees("unstoredNotice"));
    stage.screenshot(u"customers-unstored"_s);

    stage.click("handOverUnstored");
    QTRY_VERIFY(stage.sees("handOverDialog"));
    QTest::keyClick(stage.find("handOverDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!stage.sees("handOverDialog"));

    // Quitting now would lose the credentials.
    stage.window().close();
    QTRY_VERIFY(stage.sees("quitYes"));
    stage.screenshot(u"quit-unstored"_s);
    stage.find<QPushButton>("quitNo")->click();
    QTRY_VERIFY(!stage.sees("quitYes"));
    QVERIFY(stage.window().isVisible());

    QCOMPARE(keyring.endTrouble(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.sees("unstoredNotice"), 60'000);
    QVERIFY(stage.console().onboardings().unstored().isEmpty());
    stage.click("navOnboard");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    stage.screenshot(u"onboard-stored-later"_s);
    stage.click("showCustomer");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("customerStatus").startsWith("Live"_L1), 20'000);
}

void UnstoredTest::aDataFolderThatCannotBeWrittenIsNamed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    delayTheConfirm(stage);
    // Another program writes for longer than anybody waits for it.
    auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
    const auto remove = qScopeGuard([&other] {
        other = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"other"_s);
    });
    other.setDatabaseName(stage.console().dataFolder().path() + u"/registry.sqlite3"_s);
    QVERIFY(other.open());
    bool isHeld = false;
    connect(&stage.console().customers(), &Customers::journalAppended, this,
        [&](const JournalEntry& entry) {
            if (entry.step == Step::Confirm && entry.state == StepState::Started)
                isHeld = QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s);
        });
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(isHeld, 60'000);

    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("unstoredNotice"), 60'000);
    QVERIFY2(stage.text("unstoredSaid").contains("data folder"_L1),
        qPrintable(stage.text("unstoredSaid")));
    QVERIFY(!stage.sees("checkKeychain")); // the keychain is not involved
    QTRY_VERIFY(stage.sees("failureCard"));
    QVERIFY(stage.text("failureWhat").contains("data folder"_L1));
    stage.screenshot(u"onboard-unstored-folder"_s);

    QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.sees("unstoredNotice"), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    other.close();
}

/// Runs itself again within a session of its own, whose keyring nobody else uses.
static int run(int argc, char** argv)
{
    if (qEnvironmentVariableIsSet("JETBRIDGE_OWN_KEYRING")) {
        QApplication application(argc, argv);
        UnstoredTest test;
        return QTest::qExec(&test, argc, argv);
    }
    QCoreApplication application(argc, argv);
    PrivateKeyring keyring;
    if (const QString problem = keyring.start(PrivateKeyring::Kind::Unlocked); !problem.isEmpty()) {
        qCritical("No private keyring: %s", qPrintable(problem));
        return 1;
    }
    QProcessEnvironment environment = keyring.environment();
    environment.insert(u"JETBRIDGE_OWN_KEYRING"_s, u"1"_s);
    for (const char* name : {"DISPLAY", "XAUTHORITY"})
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QLatin1String(name), qEnvironmentVariable(name));
    QProcess test;
    test.setProcessEnvironment(environment);
    test.setProcessChannelMode(QProcess::ForwardedChannels);
    test.start(QCoreApplication::applicationFilePath(),
        QStringList{u"UnstoredTest"_s} + QCoreApplication::arguments().mid(1));
    test.waitForFinished(-1);
    return test.exitStatus() == QProcess::NormalExit ? test.exitCode() : 1;
}

JETBRIDGE_TEST_MAIN(UnstoredTest, run)

#include "UnstoredTest.moc"
