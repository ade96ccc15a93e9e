// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/TryWithSimulator.h"

#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "console/SimulatorHost.h"
#include "support/TestMain.h"

#include <QCoro/Task>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

/// A console on a folder of its own.
struct Office {
    QTemporaryDir folder;
    std::unique_ptr<Console> console;

    Office()
    {
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        console = std::make_unique<Console>(options);
    }
    bool isReady() { return QCoro::waitFor(console->ready()).has_value(); }
    Outcome<AccessToken> prepare()
    {
        return QCoro::waitFor(ui::prepare(
            {console->onboardings(), console->customers(), console->partnerAccess(),
                console->current(), console->endpoints(), console->simulator(), console->traffic()},
            console->onboardings().newId(), ConsentDisplayMode::Redirect, true, [](Step) {}));
    }
    std::optional<Application> saved()
    {
        const auto loaded = QCoro::waitFor(console->partnerAccess().applications().load());
        return loaded ? *loaded : std::nullopt;
    }
    /// As the simulator shows its only application.
    QString visibility()
    {
        const auto state = QCoro::waitFor(console->simulator().control().state());
        return state ? state->value("apps"_L1)[0]["visibility"_L1].toString() : QString();
    }
    QString appId()
    {
        const auto master = QCoro::waitFor(console->partnerAccess().masterCredentials());
        return master ? master->appId.text() : QString();
    }
};

Application ownApplication(Console& console)
{
    Application own = console.endpoints().demoApplication(ConsentDisplayMode::Popup, true);
    own.name = u"Acme Assessments"_s;
    return own;
}

} // namespace

class TryWithSimulatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyEnvironmentGetsTheDemosApplication()
    {
        Office office;
        QVERIFY(office.isReady());
        QVERIFY(office.prepare());
        QVERIFY(office.saved());
        QVERIFY(!isOwnApplication(office.console->endpoints(), office.saved()));
        QVERIFY(office.prepare()); // the second time, with the existing credentials
    }

    void whatIsSavedIsUsedAndStays()
    {
        Office office;
        QVERIFY(office.isReady());
        const Application own = ownApplication(*office.console);
        QVERIFY(QCoro::waitFor(office.console->partnerAccess().applications().save(own)));
        QVERIFY(office.prepare());
        QCOMPARE(office.saved(), std::optional(own));
        // What the simulator shows is what is saved: it is for selected customers.
        QCOMPARE(office.visibility(), u"selected"_s);
        // The credentials of the first time are also those of the second, at another simulator.
        const QString appId = office.appId();
        QVERIFY(!appId.isEmpty());
        office.console->simulator().stop();
        const auto again = office.prepare();
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(office.appId(), appId);
        QCOMPARE(office.saved(), std::optional(own));
    }

    void aSimulatorThatRunsElsewhereIsUsedAsItIs()
    {
        Office office;
        QVERIFY(office.isReady());
        const Application own = ownApplication(*office.console);
        SimulatorHost::Options options;
        options.application = own;
        options.visibleTo = QStringList{u"globex"_s};
        SimulatorHost elsewhere(options);
        QVERIFY(elsewhere.listen());
        const QJsonObject ready = elsewhere.readyLine();
        Environment environment = office.console->current().environment();
        environment.apiUrl = QUrl(ready.value("apiUrl"_L1).toString());
        environment.portalUrl = QUrl(ready.value("portalUrl"_L1).toString());
        QVERIFY(QCoro::waitFor(office.console->current().save(environment)));
        const auto master =
            QCoro::waitFor(office.console->simulator().control().registerApplication(own));
        QVERIFY(master);
        QVERIFY(QCoro::waitFor(office.console->partnerAccess().applications().save(own)));
        QVERIFY(QCoro::waitFor(office.console->partnerAccess().connectPartner(*master)));

        const auto token = office.prepare();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QVERIFY(!office.console->simulator().isRunning());
        QCOMPARE(office.appId(), master->appId.text());
        QCOMPARE(office.saved(), std::optional(own));
    }
};

JETBRIDGE_TEST(TryWithSimulatorTest)
#include "TryWithSimulatorTest.moc"
