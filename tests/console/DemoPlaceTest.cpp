// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DemoPlace.h"
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/RunLock.h"
#include "console/SimulatorControl.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

ConsoleOptions inMemory(const QString& folder, const QString& environment = u"simulator"_s)
{
    ConsoleOptions options;
    options.dataFolder = folder;
    options.environment = environment;
    options.vault = ConsoleOptions::VaultKind::Memory;
    return options;
}

WalkthroughTopics topicsOf(Console& console)
{
    return {console.current(), console.partnerAccess(), console.endpoints(), console.simulator(),
        console.onboardings(), console.customers()};
}

/// Saves an application of this name in an environment of the folder.
bool save(const QString& folder, const QString& environment, const QString& name)
{
    Console console(inMemory(folder, environment));
    if (!QCoro::waitFor(console.ready()))
        return false;
    Application own = console.endpoints().demoApplication(ConsentDisplayMode::Popup, false);
    own.name = name;
    own.logo = QUrl(u"data:image/png;base64,AAAA"_s);
    return QCoro::waitFor(console.partnerAccess().applications().save(own)).has_value();
}

bool touch(const QString& file)
{
    QFile made(file);
    return made.open(QIODevice::WriteOnly);
}

} // namespace

class DemoPlaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsPreparedInAnEmptyFolder()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder.path()));
        QVERIFY(QCoro::waitFor(console.ready()));
        const auto prepared = QCoro::waitFor(prepareDemo(topicsOf(console), {}));
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().detail));
        const auto page = QCoro::waitFor(console.customers().integrations().page({}));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 3);
        for (const Integration& one : page->rows)
            QVERIFY(!one.companyName.isEmpty());
        // The notification of the one that disabled it may still be on its way.
        const auto disabled = [&console] {
            Integrations::Query query;
            query.statuses = {IntegrationStatus::Disabled};
            return QCoro::waitFor(console.customers().integrations().count(query)).value_or(0);
        };
        QTRY_COMPARE_WITH_TIMEOUT(disabled(), 1, 10'000);
        const auto state = QCoro::waitFor(console.simulator().control().state());
        QVERIFY(state);
        QCOMPARE(
            state->value("settings"_L1).toObject().value("firstTokenAfterMs"_L1).toInt(), 1'000);
        const auto shown = QCoro::waitFor(console.partnerAccess().applications().load());
        QVERIFY(shown && shown->has_value());
        QCOMPARE((*shown)->name, u"Northwind Assessments"_s);
    }

    void itShowsThePartnersOwnApplicationAndChangesNothingThere()
    {
        const QTemporaryDir partner;
        QVERIFY(save(partner.path(), u"production"_s, u"Acme Assessments"_s));
        const QTemporaryDir place;
        {
            Console console(inMemory(place.path()));
            QVERIFY(QCoro::waitFor(console.ready()));
            const auto prepared =
                QCoro::waitFor(prepareDemo(topicsOf(console), {partner.path(), u"simulator"_s}));
            QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().detail));
            const auto shown = QCoro::waitFor(console.partnerAccess().applications().load());
            QVERIFY(shown && shown->has_value());
            QCOMPARE((*shown)->name, u"Acme Assessments"_s);
            QCOMPARE((*shown)->logo, QUrl(u"data:image/png;base64,AAAA"_s));
            // Its own addresses are those of the demo, and SmartRecruiters has a way back.
            QVERIFY((*shown)->isBidirectional());
        }
        Console own(inMemory(partner.path()));
        QVERIFY(QCoro::waitFor(own.ready()));
        const auto customers = QCoro::waitFor(own.customers().integrations().count({}));
        QVERIFY(customers);
        QCOMPARE(*customers, 0);
        const auto none = QCoro::waitFor(own.partnerAccess().applications().load());
        QVERIFY(none);
        QVERIFY(!none->has_value()); // of the simulator's environment
    }

    void theEnvironmentAtHandIsPreferred()
    {
        const QTemporaryDir partner;
        QVERIFY(save(partner.path(), u"production"_s, u"Acme Assessments"_s));
        QVERIFY(save(partner.path(), u"sandbox"_s, u"Acme Tests"_s));
        QVERIFY(save(partner.path(), u"simulator"_s, u"Northwind Assessments"_s));
        const auto chosen = QCoro::waitFor(savedApplication({partner.path(), u"sandbox"_s}));
        QVERIFY(chosen && chosen->has_value());
        QCOMPARE((*chosen)->name, u"Acme Tests"_s);
        // The example is nobody's own.
        const auto instead = QCoro::waitFor(savedApplication({partner.path(), u"simulator"_s}));
        QVERIFY(instead && instead->has_value());
        QCOMPARE((*instead)->name, u"Acme Assessments"_s);
    }

    void aFolderWithoutRegistryGetsNone()
    {
        const QTemporaryDir partner;
        const auto none = QCoro::waitFor(savedApplication({partner.path(), u"sandbox"_s}));
        QVERIFY(none);
        QVERIFY(!none->has_value());
        QVERIFY(QDir(partner.path()).isEmpty());
    }

    void whatADemoLeftIsRemovedUnlessItIsOpen()
    {
        const QTemporaryDir partner;
        removeLeftDemo(partner.path()); // there is none
        QVERIFY(QDir(partner.path()).isEmpty());
        const QString folder = demoFolder(partner.path());
        {
            const auto open = RunLock::takeWindow(folder, u"simulator"_s);
            QVERIFY(open);
            QVERIFY(touch(folder + u"/registry.sqlite3"_s));
            removeLeftDemo(partner.path());
            QVERIFY(QFile::exists(folder + u"/registry.sqlite3"_s));
        }
        removeLeftDemo(partner.path());
        QVERIFY(!QDir(folder).exists());
    }

    void aDemoBeginsWithAnEmptyFolder()
    {
        const QTemporaryDir partner;
        const QString folder = demoFolder(partner.path());
        const auto open = RunLock::takeWindow(folder, u"simulator"_s);
        QVERIFY(open);
        QVERIFY(QDir(folder).mkpath(u"traffic/old"_s));
        QVERIFY(touch(folder + u"/registry.sqlite3"_s));
        emptyDemoFolder(folder);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            QStringList(u"runs.lock"_s));
        QVERIFY(!RunLock::takeWindow(folder, u"simulator"_s)); // it is still held
    }
};

JETBRIDGE_TEST(DemoPlaceTest)
#include "DemoPlaceTest.moc"
