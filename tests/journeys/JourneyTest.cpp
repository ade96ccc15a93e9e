// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/DisableUnanswered.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

const QString integrationsPath = u"/apps-integrations/partner-api/integrations"_s;
const QString tokenPath = u"/identity/oauth/token"_s;

QJsonObject rule(const QString& path, const QJsonObject& deed, int after = 0)
{
    return {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, path}}},
        {u"after"_s, after}, {u"times"_s, 1}, {u"do"_s, deed}};
}

/// Makes a fault permanent, because a token request is repeated after a failure that may be
/// temporary.
QJsonObject always(QJsonObject rule)
{
    rule.remove(u"times"_s);
    return rule;
}

} // namespace

/// Tests the whole journey by HTTP: real endpoints, real simulator, real registry, real keychain.
class JourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoRunsOfOneCompanyConfirmItOnce()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto master = office.connect();
        QVERIFY(master);
        office.grant(*master, u"umbrella"_s);
        const CompanyId umbrella(u"umbrella"_s);
        auto first = office.console->onboardings().onboard(umbrella, u"Ada"_s);
        auto second = office.console->onboardings().onboard(umbrella, u"Bob"_s);
        const auto refused = QCoro::waitFor(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Conflict);
        QVERIFY(QCoro::waitFor(first));
        QCOMPARE(office.requests(u"POST"_s, integrationsPath), 1);
        // After that, SmartRecruiters decides.
        const auto third =
            QCoro::waitFor(office.console->onboardings().onboard(umbrella, u"Bob"_s));
        QVERIFY(!third);
        QCOMPARE(third.error().status, 409);
    }

    void aCompanyComesOnBoardAndLeaves_data()
    {
        QTest::addColumn<ConsentDisplayMode>("mode");
        QTest::addColumn<bool>("bidirectional");
        QTest::newRow("redirect, bi-directional") << ConsentDisplayMode::Redirect << true;
        QTest::newRow("redirect, one-way") << ConsentDisplayMode::Redirect << false;
        QTest::newRow("popup, bi-directional") << ConsentDisplayMode::Popup << true;
        QTest::newRow("popup, one-way") << ConsentDisplayMode::Popup << false;
    }
    void aCompanyComesOnBoardAndLeaves()
    {
        QFETCH(ConsentDisplayMode, mode);
        QFETCH(bool, bidirectional);
        Office office;
        QVERIFY(office.open());

        const auto report = office.play({mode, bidirectional, u"globex"_s});

        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->companyName, u"Globex Corporation"_s);
        QCOMPARE(office.requests(u"POST"_s, integrationsPath), 1);
        const QList<Integration> customers = office.customers();
        QCOMPARE(customers.size(), 1);
        QCOMPARE(customers.first().id, report->integration);
        QCOMPARE(customers.first().mode, mode);
        QCOMPARE(customers.first().bidirectional, bidirectional);
        // In a one-way integration nobody tells us, so the row stays as it was proved (guide, 1).
        QCOMPARE(customers.first().status,
            bidirectional ? IntegrationStatus::Disabled : IntegrationStatus::Live);
        QCOMPARE(report->notification.has_value(), bidirectional);
        if (bidirectional)
            QCOMPARE(report->notification->eventType, u"INTEGRATION_DISABLED"_s);

        const auto credentials =
            QCoro::waitFor(office.console->customers().credentials(report->integration));
        QVERIFY(credentials);
        QCOMPARE(office.fileWith(credentials->client.clientSecret.reveal()), QString());
        const auto master = QCoro::waitFor(office.console->partnerAccess().masterCredentials());
        QVERIFY(master);
        QCOMPARE(office.fileWith(master->client.clientSecret.reveal()), QString());
        const auto token = QCoro::waitFor(office.console->partnerAccess().masterToken());
        QVERIFY(token);
        QCOMPARE(office.fileWith(token->value.reveal()), QString());
    }

    /// Failing call x fault -> what staff are told, whether the confirm call was sent, and what is
    /// stored.
    void whateverSmartRecruitersDoesTheEndIsHonest_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<int>("confirms");
        QTest::addColumn<Step>("failedStep");

        const auto status = [](int code) {
            return QJsonObject{{u"status"_s, code}};
        };
        const QJsonObject html{{u"status"_s, 200}, {u"body"_s, u"<html>Hi</html>"_s},
            {u"contentType"_s, u"text/html"_s}};
        const auto flag = [](const char* name) {
            return QJsonObject{{QLatin1String(name), true}};
        };
        using K = FailureKind;
        const auto row = [](const char* name, const QJsonObject& fault, K kind, int confirms,
                             Step step) {
            QTest::newRow(name) << fault << kind << confirms << step;
        };
        // The first token request checks the credentials; the second one belongs to the onboarding.
        row("token 401", rule(tokenPath, status(401), 1), K::Refused, 0, Step::Token);
        row("token 403", rule(tokenPath, status(403), 1), K::NotPermitted, 0, Step::Token);
        row("token 429", always(rule(tokenPath, status(429), 1)), K::RateLimited, 0, Step::Token);
        row("token 500", always(rule(tokenPath, status(500), 1)), K::ServerFault, 0, Step::Token);
        row("token HTML", rule(tokenPath, html, 1), K::BadReply, 0, Step::Token);
        row("token half a JSON", rule(tokenPath, flag("malformedJson"), 1), K::BadReply, 0,
            Step::Token);
        row("token cut", always(rule(tokenPath, flag("closeBeforeReply"), 1)), K::Unreachable, 0,
            Step::Token);
        row("confirm 401", rule(integrationsPath, status(401)), K::Refused, 1, Step::Confirm);
        row("confirm 403", rule(integrationsPath, status(403)), K::NotPermitted, 1, Step::Confirm);
        row("confirm 404", rule(integrationsPath, status(404)), K::NotFound, 1, Step::Confirm);
        row("confirm 409", rule(integrationsPath, status(409)), K::Conflict, 1, Step::Confirm);
        row("confirm 422", rule(integrationsPath, status(422)), K::Invalid, 1, Step::Confirm);
        row("confirm 429", rule(integrationsPath, status(429)), K::RateLimited, 1, Step::Confirm);
        row("confirm 500", rule(integrationsPath, status(500)), K::OutcomeUnknown, 1,
            Step::Confirm);
        row("confirm HTML", rule(integrationsPath, html), K::OutcomeUnknown, 1, Step::Confirm);
        row("confirm half a JSON", rule(integrationsPath, flag("malformedJson")), K::OutcomeUnknown,
            1, Step::Confirm);
        row("confirm cut after the work", rule(integrationsPath, flag("closeAfterCommit")),
            K::OutcomeUnknown, 1, Step::Confirm);
    }
    void whateverSmartRecruitersDoesTheEndIsHonest()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(FailureKind, kind);
        QFETCH(int, confirms);
        QFETCH(Step, failedStep);
        Office office;
        QVERIFY(office.open());
        office.setFault(fault);

        const auto report = office.play({ConsentDisplayMode::Redirect, true, u"globex"_s});

        QVERIFY(!report);
        QCOMPARE(office.requests(u"POST"_s, integrationsPath), confirms);
        const bool unknown = kind == FailureKind::OutcomeUnknown;
        const QList<Integration> customers = office.customers();
        QCOMPARE(customers.size(), unknown ? 1 : 0);
        if (unknown)
            QCOMPARE(customers.first().status, IntegrationStatus::Unknown);
        const auto lines =
            QCoro::waitFor(office.console->customers().journal().ofCompany(CompanyId(u"globex"_s)));
        QVERIFY(lines);
        const auto failure =
            std::find_if(lines->begin(), lines->end(), [failedStep](const JournalEntry& line) {
                return line.step == failedStep && line.state != StepState::Started;
            });
        QVERIFY(failure != lines->end());
        QCOMPARE(failure->failure, kind);
        QCOMPARE(failure->state, unknown ? StepState::Unknown : StepState::Failed);
        const auto unresolved = QCoro::waitFor(office.console->customers().journal().unresolved());
        QVERIFY(unresolved);
        QCOMPARE(unresolved->size(), unknown ? 1 : 0);
    }

    void whatPassesBetweenTwoTriesOfAHarmlessCallStaysUnnoticed_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::newRow("token 500") << rule(tokenPath, QJsonObject{{u"status"_s, 500}}, 1);
        QTest::newRow("token 429, Retry-After")
            << rule(tokenPath, QJsonObject{{u"status"_s, 429}, {u"retryAfter"_s, 1}}, 1);
        QTest::newRow("token cut")
            << rule(tokenPath, QJsonObject{{u"closeBeforeReply"_s, true}}, 1);
    }
    void whatPassesBetweenTwoTriesOfAHarmlessCallStaysUnnoticed()
    {
        QFETCH(QJsonObject, fault);
        Office office;
        QVERIFY(office.open());
        office.setFault(fault);
        const auto report = office.play({ConsentDisplayMode::Redirect, true, u"globex"_s});
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(office.requests(u"POST"_s, integrationsPath), 1);
    }

    void theirUseOfThePendingClientShowsThatAnUnknownOutcomeHappened()
    {
        Office office;
        QVERIFY(office.open());
        office.setFault(rule(integrationsPath, QJsonObject{{u"closeAfterCommit"_s, true}}));
        QVERIFY(!office.play({ConsentDisplayMode::Redirect, true, u"globex"_s}));
        QCOMPARE(office.customers().value(0).status, IntegrationStatus::Unknown);
        QVERIFY(!office.customers().value(0).checkedAt.isValid());

        // The integration exists at SmartRecruiters, and only they know its id: the customer
        // disables it.
        const QJsonArray theirs = office.control("GET", u"/_simulator/state"_s)
                                      .object()
                                      .value(u"integrations"_s)
                                      .toArray();
        QCOMPARE(theirs.size(), 1);
        const IntegrationId id(theirs.at(0)[u"integrationId"_s].toString());
        QVERIFY(QCoro::waitFor(office.console->simulator().control().disable(id)));
        QTRY_VERIFY(office.customers().value(0).checkedAt.isValid());

        QVERIFY(QCoro::waitFor(
            office.console->onboardings().resolveUnknownOutcome(office.customers().value(0).id)));
        QVERIFY(office.customers().isEmpty());
        QVERIFY(office.play({ConsentDisplayMode::Redirect, true, u"globex"_s}));
    }

    void theSimulatorsCustomerDisablesWhatALostAnswerLeft_data()
    {
        QTest::addColumn<bool>("bidirectional");
        QTest::newRow("both ways") << true;
        QTest::newRow("one way") << false;
    }
    void theSimulatorsCustomerDisablesWhatALostAnswerLeft()
    {
        QFETCH(bool, bidirectional);
        Office office;
        QVERIFY(office.open());
        office.setFault(rule(integrationsPath, QJsonObject{{u"closeAfterCommit"_s, true}}));
        QVERIFY(!office.play({ConsentDisplayMode::Redirect, bidirectional, u"globex"_s}));
        const Integration unknown = office.customers().value(0);
        QCOMPARE(unknown.status, IntegrationStatus::Unknown);
        const auto disable = [&] {
            return QCoro::waitFor(disableUnanswered(office.console->simulator().control(),
                office.console->customers().integrations(), unknown));
        };
        const auto theirs = [&office] {
            return office.control("GET", u"/_simulator/state"_s)
                .object()
                .value("integrations"_L1)
                .toArray()
                .at(0)
                .toObject();
        };

        // An integration whose id is known here is another one.
        Integration known;
        known.id = IntegrationId(theirs().value("integrationId"_L1).toString());
        known.company = unknown.company;
        known.status = IntegrationStatus::Failing;
        Integrations& integrations = office.console->customers().integrations();
        QVERIFY(QCoro::waitFor(integrations.save(known)));
        const auto spared = disable();
        QVERIFY(!spared);
        QCOMPARE(spared.error().kind, FailureKind::NotFound);
        QCOMPARE(theirs().value("status"_L1).toString(), u"enabled"_s);

        QVERIFY(QCoro::waitFor(integrations.forget(known.id)));
        const auto disabled = disable();
        QVERIFY2(disabled, disabled ? "" : qPrintable(disabled.error().detail));
        QCOMPARE(theirs().value("status"_L1).toString(), u"disabled"_s);
        if (bidirectional) // only then SmartRecruiters can tell us
            QTRY_COMPARE(office.customers().value(0).statusDetail.code, u"unknown_was_disabled"_s);
        QCOMPARE(office.customers().value(0).status, IntegrationStatus::Unknown);
        const auto again = disable();
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::NotFound);
    }

    void theEndpointsServeOneCustomerAfterTheOther()
    {
        Office office;
        QVERIFY(office.open());
        QVERIFY(office.play({ConsentDisplayMode::Redirect, true, u"globex"_s}));
        QVERIFY(office.play({ConsentDisplayMode::Popup, true, u"initech"_s}));
        QCOMPARE(office.customers().size(), 2);
    }

    void aCompanyOnboardedAgainIsListedOnceWithItsPast()
    {
        Office office;
        QVERIFY(office.open());
        QVERIFY(QCoro::waitFor(office.console->endpoints().start()));
        const auto master = office.connect(true);
        QVERIFY(master);
        const CompanyId company(u"umbrella"_s);
        const auto onboard = [&] {
            office.grant(*master, company.text());
            return QCoro::waitFor(office.console->onboardings().onboard(company, u"Ada"_s));
        };
        const auto first = onboard();
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QVERIFY(QCoro::waitFor(office.console->simulator().control().disable(first->id)));
        QTRY_COMPARE(office.customers().value(0).status, IntegrationStatus::Disabled);
        const auto again = onboard();
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));

        QCOMPARE(office.customers().size(), 1);
        QCOMPARE(office.customers().first().id, again->id);
        QCOMPARE(office.customers().first().status, IntegrationStatus::Live);
        const auto former =
            QCoro::waitFor(office.console->customers().integrations().former(company));
        QVERIFY(former);
        QCOMPARE(former->size(), 1);
        QCOMPARE(former->first().integration.id, first->id);
        QCOMPARE(former->first().integration.status, IntegrationStatus::Disabled);
        const auto history =
            QCoro::waitFor(office.console->customers().journal().ofCompany(company));
        QVERIFY(history);
        const auto hasRun = [&history](const OnboardingId& run) {
            return std::any_of(history->begin(), history->end(),
                [&run](const JournalEntry& line) { return line.onboarding == run; });
        };
        QVERIFY(hasRun(first->onboarding) && hasRun(again->onboarding));

        QVERIFY(QCoro::waitFor(office.console->customers().forget(again->id)));
        QVERIFY(!QCoro::waitFor(office.console->customers().credentials(first->id)));
        QVERIFY(!QCoro::waitFor(office.console->customers().credentials(again->id)));
    }

    void issuedClientsSurviveARestartOfTheEndpoints()
    {
        Office office;
        QVERIFY(office.open());
        const auto endpoints = QCoro::waitFor(office.console->endpoints().start());
        QVERIFY(endpoints);
        const auto master = office.connect(true);
        QVERIFY(master);
        office.grant(*master, u"umbrella"_s);
        const auto customer = QCoro::waitFor(
            office.console->onboardings().onboard(CompanyId(u"umbrella"_s), u"Ada"_s));
        QVERIFY2(customer, customer ? "" : qPrintable(customer.error().detail));

        office.console->endpoints().stop();
        QVERIFY(QCoro::waitFor(office.console->endpoints().start(endpoints->port)));
        const auto disabled =
            QCoro::waitFor(office.console->simulator().control().disable(customer->id));
        QVERIFY(disabled);
        const auto row =
            QCoro::waitFor(office.console->customers().integrations().find(customer->id));
        QCOMPARE(row->value().status, IntegrationStatus::Disabled);

        // The credentials are kept but not used until staff agree to delete them; the row then
        // tells what happened.
        const auto token = QCoro::waitFor(office.console->customers().token(customer->id));
        QCOMPARE(token.error().code, u"integration_disabled"_s);
        QVERIFY(QCoro::waitFor(office.console->customers().credentials(customer->id)));
        QVERIFY(QCoro::waitFor(office.console->customers().deleteCredentials(customer->id)));
        QCOMPARE(QCoro::waitFor(office.console->customers().credentials(customer->id)).error().kind,
            FailureKind::NotFound);
        QCOMPARE(office.customers().value(0).status, IntegrationStatus::Disabled);
    }
};

JETBRIDGE_TEST(JourneyTest)
#include "JourneyTest.moc"
