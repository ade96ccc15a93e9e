// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "journeys/Office.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

/// Tests a computer without a keychain, and other places where nothing can be stored.
class NoKeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedOfSmartRecruitersThatCouldNotBeKept()
    {
        Office office;
        QVERIFY(office.open());
        QVERIFY(QCoro::waitFor(office.console->endpoints().start()));
        const Application application =
            office.console->endpoints().demoApplication(ConsentDisplayMode::Redirect, true);
        const auto master =
            QCoro::waitFor(office.console->simulator().registerApplication(application));
        QVERIFY(master);

        const auto connected =
            QCoro::waitFor(office.console->partnerAccess().connectPartner(*master));
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(!connected.error().detail.isEmpty());

        const auto onboarded =
            QCoro::waitFor(office.console->onboardings().onboard(CompanyId(u"globex"_s), u"Ada"_s));
        QVERIFY(!onboarded);
        QCOMPARE(onboarded.error().kind, FailureKind::VaultUnavailable);

        QCOMPARE(office.requests(u"POST"_s, u"/identity/oauth/token"_s), 0);
        QCOMPARE(office.requests(u"POST"_s, u"/apps-integrations/partner-api/integrations"_s), 0);
    }

    void aDataFolderThatCannotBeMadeIsNamed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        ConsoleOptions options;
        options.dataFolder = file.fileName() + u"/data"_s;
        Console console(options);
        const auto ready = QCoro::waitFor(console.ready());
        QVERIFY(!ready);
        QCOMPARE(ready.error().kind, FailureKind::StorageUnavailable);
        QVERIFY2(ready.error().detail.english().contains(file.fileName()),
            qPrintable(ready.error().detail));
    }

    void aDiskWithoutRoomIsNamedBeforeAnythingIsSent()
    {
        const QTemporaryDir folder;
        const test::SmallDisk disk(folder.path(), 3);
        if (!disk.isMounted())
            QSKIP("No small disk can be mounted here.");
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        Console console(options);
        QVERIFY(QCoro::waitFor(console.ready()));
        const auto onboarded =
            QCoro::waitFor(console.onboardings().onboard(CompanyId(u"globex"_s), u"Ada"_s));
        QVERIFY(!onboarded);
        QCOMPARE(onboarded.error().kind, FailureKind::StorageUnavailable);
        QVERIFY2(onboarded.error().detail.english().contains("nearly full"_L1),
            qPrintable(onboarded.error().detail));
        QCoro::waitFor(console.shutDown());
    }

    void aTakenPortIsNamed()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const quint16 taken = quint16(office.console->current().environment().apiUrl.port());
        const auto endpoints = QCoro::waitFor(office.console->endpoints().start(taken));
        QVERIFY(!endpoints);
        QCOMPARE(endpoints.error().kind, FailureKind::Conflict);
        QVERIFY(endpoints.error().detail.english().contains(QString::number(taken)));
    }

    void anUnknownEnvironmentIsNamed()
    {
        const QTemporaryDir folder;
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.environment = u"nowhere"_s;
        Console console(options);
        const auto ready = QCoro::waitFor(console.ready());
        QVERIFY(!ready);
        QCOMPARE(ready.error().kind, FailureKind::Invalid);
        QVERIFY(ready.error().detail.english().contains("nowhere"_L1));
    }
};

static int run(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication program(argc, argv);
    NoKeychainTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(NoKeychainTest, run)

#include "NoKeychainTest.moc"
