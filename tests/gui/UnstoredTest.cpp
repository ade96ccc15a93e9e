// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Stage.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QScopeGuard>

#include <csignal>

using namespace jetbridge;

namespace {

/// The run's own keyring stops answering, as one does that asks for its password.
class SilentKeyring {
public:
    SilentKeyring()
        : m_process(pid_t(QDBusConnection::sessionBus().interface()->servicePid(
            QStringLiteral("org.freedesktop.secrets"))))
    {
    }
    ~SilentKeyring() { answer(); }
    void fallSilent() { ::kill(m_process, SIGSTOP); }
    void answer() { ::kill(m_process, SIGCONT); }
    bool isThere() const { return m_process > 1; }

private:
    const pid_t m_process;
};

/// SmartRecruiters takes its time to confirm: long enough for the keychain to fall silent
/// meanwhile.
void delayTheConfirm(Stage& stage)
{
    std::optional<bool> isSet;
    QCoro::connect(stage.console().startSimulator(), &stage.console(), [&] {
        QCoro::connect(
            stage.console().setSimulatorFaults({QJsonObject{
                {QStringLiteral("match"),
                    QJsonObject{{QStringLiteral("path"),
                        QStringLiteral("/apps-integrations/partner-api/integrations")}}},
                {QStringLiteral("do"), QJsonObject{{QStringLiteral("delayMs"), 3000}}}}}),
            &stage.console(), [&isSet](const Outcome<Done>& set) { isSet = set.has_value(); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSet == true, 20'000);
}

} // namespace

class UnstoredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater();
};

void UnstoredTest::whatTheKeychainDoesNotTakeIsHeldToldAndStoredLater()
{
    SilentKeyring keyring;
    if (!keyring.isThere())
        QSKIP("The keyring's process is not known here.");
    Stage stage;
    QVERIFY(stage.isReady());
    delayTheConfirm(stage);
    bool isConfirming = false;
    connect(&stage.console(), &Console::journalAppended, this, [&](const JournalEntry& entry) {
        if (entry.step == Step::Confirm && entry.state == StepState::Started) {
            isConfirming = true;
            keyring.fallSilent();
        }
    });
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(isConfirming, 60'000);

    // The keychain is waited for, then the person is told, on the page and above every page.
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("unstoredNotice"), 60'000);
    QCOMPARE(stage.console().unstored().size(), 1);
    QVERIFY(stage.text("unstoredSaid").contains(QLatin1String("globex")));
    QTRY_VERIFY(stage.sees("failureCard"));
    QVERIFY(!stage.sees("failureAction")); // nothing but waiting helps
    QVERIFY(!stage.sees("onboardCancel"));
    stage.screenshot(QStringLiteral("onboard-unstored"));
    stage.click("navCustomers");
    QVERIFY(stage.sees("unstoredNotice"));
    stage.screenshot(QStringLiteral("customers-unstored"));

    // Quitting now would lose them.
    stage.window().close();
    QTRY_VERIFY(stage.sees("quitYes"));
    stage.screenshot(QStringLiteral("quit-unstored"));
    stage.find<QPushButton>("quitNo")->click();
    QTRY_VERIFY(!stage.sees("quitYes"));
    QVERIFY(stage.window().isVisible());

    keyring.answer();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.sees("unstoredNotice"), 60'000);
    QVERIFY(stage.console().unstored().isEmpty());
    stage.click("navOnboard");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    stage.screenshot(QStringLiteral("onboard-stored-later"));
    stage.click("showCustomer");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("customerStatus").startsWith(QLatin1String("Live")), 20'000);
}

QTEST_MAIN(UnstoredTest)
#include "UnstoredTest.moc"
