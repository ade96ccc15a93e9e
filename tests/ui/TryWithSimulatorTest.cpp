// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/TryWithSimulator.h"

#include "console/Console.h"
#include "console/SimulatorControl.h"
#include "console/SimulatorHost.h"
#include "support/TestMain.h"

#include <QCoro/Task>

#include <QTemporaryDir>
#include <QTest>

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
            *console, console->newOnboarding(), ConsentDisplayMode::Redirect, true, [](Step) {}));
    }
    std::optional<Application> saved()
    {
        const auto loaded = QCoro::waitFor(console->applications().load());
        return loaded ? *loaded : std::nullopt;
    }
    QString appId()
    {
        const auto master = QCoro::waitFor(console->masterCredentials());
        return master ? master->appId.text() : QString();
    }
};

Application ownApplication(const Console& console)
{
    Application own = console.demoApplication(ConsentDisplayMode::Popup, true);
    own.name = QStringLiteral("Acme Assessments");
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
        QVERIFY(!isOwnApplication(*office.console, office.saved()));
        QVERIFY(office.prepare()); // the second time, with the existing credentials
    }

    void whatIsSavedIsUsedAndStays()
    {
        Office office;
        QVERIFY(office.isReady());
        const Application own = ownApplication(*office.console);
        QVERIFY(QCoro::waitFor(office.console->applications().save(own)));
        QVERIFY(office.prepare());
        QCOMPARE(office.saved(), std::optional(own));
        // The credentials of the first time are also those of the second, at another simulator.
        const QString appId = office.appId();
        QVERIFY(!appId.isEmpty());
        office.console->stopSimulator();
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
        SimulatorHost elsewhere(options);
        QVERIFY(elsewhere.listen());
        const QJsonObject ready = elsewhere.readyLine();
        Environment environment = office.console->environment();
        environment.apiUrl = QUrl(ready.value(QLatin1String("apiUrl")).toString());
        environment.portalUrl = QUrl(ready.value(QLatin1String("portalUrl")).toString());
        QVERIFY(QCoro::waitFor(office.console->saveEnvironment(environment)));
        const auto master =
            QCoro::waitFor(office.console->simulatorControl().registerApplication(own));
        QVERIFY(master);
        QVERIFY(QCoro::waitFor(office.console->applications().save(own)));
        QVERIFY(QCoro::waitFor(office.console->connectPartner(*master)));

        const auto token = office.prepare();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QVERIFY(!office.console->simulatorRuns());
        QCOMPARE(office.appId(), master->appId.text());
        QCOMPARE(office.saved(), std::optional(own));
    }
};

JETBRIDGE_TEST(TryWithSimulatorTest)
#include "TryWithSimulatorTest.moc"
