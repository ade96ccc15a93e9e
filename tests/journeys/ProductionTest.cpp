// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

const QString integrationsPath = u"/apps-integrations/partner-api/integrations"_s;
const CompanyId globex(u"globex"_s);

/// A console in an environment of some kind whose SmartRecruiters is the office's simulator.
struct Elsewhere {
    Office& office;
    QTemporaryDir folder;
    std::unique_ptr<Console> console;

    Elsewhere(Office& host, Environment::Kind kind)
        : office(host)
    {
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        options.environment = u"live"_s;
        Environment environment = office.console->current().environment();
        environment.name = options.environment;
        environment.kind = kind;
        {
            Console founding({options.dataFolder, u"simulator"_s, options.vault});
            QVERIFY2(QCoro::waitFor(founding.ready()), "The data folder opens.");
            QVERIFY2(QCoro::waitFor(founding.current().environments().save(environment)),
                "The environment is saved.");
        }
        console = std::make_unique<Console>(options);
    }
    ~Elsewhere() { QCoro::waitFor(console->shutDown()); }

    Outcome<Done> open(const MasterCredentials& master)
    {
        const auto ready = QCoro::waitFor(console->ready());
        if (!ready)
            return ready;
        const auto application =
            QCoro::waitFor(office.console->partnerAccess().applications().load());
        const auto saved =
            QCoro::waitFor(console->partnerAccess().applications().save(**application));
        if (!saved)
            return saved;
        const auto proved = QCoro::waitFor(console->partnerAccess().connectPartner(master));
        return proved ? Outcome<Done>(Done{}) : passOn(proved);
    }
    int confirms() const { return office.requests(u"POST"_s, integrationsPath); }
    QList<JournalEntry> journal() const
    {
        return *QCoro::waitFor(console->customers().journal().ofCompany(globex));
    }
};

} // namespace

/// Tests that in production nothing is confirmed unless staff typed the company's identifier.
class ProductionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutTheTypedIdentifierNothingBegins_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another company") << u"initech"_s;
        QTest::newRow("another case") << u"Globex"_s;
        QTest::newRow("half of it") << u"glob"_s;
    }
    void withoutTheTypedIdentifierNothingBegins()
    {
        QFETCH(QString, typed);
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto master = office.connect();
        QVERIFY(master);
        office.grant(*master, globex.text());
        Elsewhere production(office, Environment::Kind::Production);
        QVERIFY(production.open(*master));

        const auto onboarded =
            QCoro::waitFor(production.console->onboardings().onboard(globex, u"Ada"_s, typed));
        QVERIFY(!onboarded);
        QCOMPARE(onboarded.error().kind, FailureKind::NotPermitted);
        QCOMPARE(onboarded.error().code, u"production_not_confirmed"_s);
        const auto invited =
            QCoro::waitFor(production.console->onboardings().invite(globex, typed));
        QVERIFY(!invited);
        QCOMPARE(invited.error().code, u"production_not_confirmed"_s);
        QVERIFY(!production.console->onboardings().invitation(globex));
        QCOMPARE(production.confirms(), 0);
        QVERIFY(production.journal().isEmpty());
    }

    void withItTheCompanyComesOnBoard()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto master = office.connect();
        QVERIFY(master);
        office.grant(*master, globex.text());
        Elsewhere production(office, Environment::Kind::Production);
        QVERIFY(production.open(*master));
        const auto onboarded = QCoro::waitFor(
            production.console->onboardings().onboard(globex, u"Ada"_s, globex.text()));
        QVERIFY2(onboarded, onboarded ? "" : qPrintable(onboarded.error().detail));
        QCOMPARE(production.confirms(), 1);
    }

    void anApprovalIsNotConfirmedWhenItsEnvironmentBecameProductionMeanwhile()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto master = office.connect();
        QVERIFY(master);
        office.grant(*master, globex.text());
        Elsewhere sandbox(office, Environment::Kind::Sandbox);
        QVERIFY(sandbox.open(*master));
        const auto endpoints = QCoro::waitFor(sandbox.console->endpoints().start());
        QVERIFY(endpoints);
        const auto invitation = QCoro::waitFor(sandbox.console->onboardings().invite(globex));
        QVERIFY(invitation);
        QUrl link = endpoints->consentUrl;
        link.setQuery(QUrlQuery{{u"companyId"_s, globex.text()},
            {u"redirect"_s,
                sandbox.console->current().environment().startUrl(globex.text()).toString()}});
        const auto decision =
            office.press(office.visit(link).page, "sign-in", {{u"code"_s, invitation->code()}});
        QVERIFY(decision.page);

        Environment environment = sandbox.console->current().environment();
        environment.kind = Environment::Kind::Production;
        QVERIFY(QCoro::waitFor(sandbox.console->current().save(environment)));
        office.press(decision.page, "approve");
        QCOMPARE(sandbox.confirms(), 0);
        const auto customers = QCoro::waitFor(sandbox.console->customers().integrations().page({}));
        QVERIFY(customers);
        QVERIFY(customers->rows.isEmpty());
        // The customer did approve, and the journal tells why nothing came of it.
        const QList<JournalEntry> journal = sandbox.journal();
        QVERIFY(journal.size() >= 2);
        QCOMPARE(journal.at(journal.size() - 2).step, Step::Consent);
        QCOMPARE(journal.at(journal.size() - 2).state, StepState::Done);
        QCOMPARE(journal.last().step, Step::Preflight);
        QCOMPARE(journal.last().state, StepState::Failed);
        QCOMPARE(journal.last().code, u"production_not_confirmed"_s);
    }
};

JETBRIDGE_TEST(ProductionTest)
#include "ProductionTest.moc"
