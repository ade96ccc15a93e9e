// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

const QString companyPath = u"/configuration/company"_s;

/// Returns how many requests the simulator refused as too many.
int refusals(Office& office)
{
    const QJsonDocument found = office.control("GET", u"/_simulator/requests?status=429"_s);
    return found.object().value(u"matched"_s).toInt(-1);
}

} // namespace

/// Tests that the whole program keeps the limits of SmartRecruiters, which the simulator counts.
class RateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queuedVerificationsNeverExceedWhatTheSimulatorAllows_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<int>("calls");
        QTest::newRow("as published, 50 calls") << 10 << 8 << 50;
        QTest::newRow("told more, 1,000 calls") << 200 << 30 << 1000;
        QTest::newRow("told less, 12 calls") << 3 << 1 << 12;
    }

    void queuedVerificationsNeverExceedWhatTheSimulatorAllows()
    {
        QFETCH(int, perSecond);
        QFETCH(int, atOnce);
        QFETCH(int, calls);
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto master = office.connect();
        QVERIFY(master);
        office.grant(*master, u"umbrella"_s);
        const auto customer = QCoro::waitFor(
            office.console->onboardings().onboard(CompanyId(u"umbrella"_s), u"Ada"_s));
        QVERIFY2(customer, customer ? "" : qPrintable(customer.error().detail));
        office.control("PUT", u"/_simulator/settings"_s,
            QJsonDocument(
                QJsonObject{{u"requestsPerSecond"_s, perSecond}, {u"concurrentRequests"_s, atOnce}})
                .toJson());
        QVERIFY(QCoro::waitFor(
            office.console->customers().verify(customer->id))); // the answer contains the limits
        const int before = office.requests(u"GET"_s, companyPath);

        QElapsedTimer elapsed;
        elapsed.start();
        std::vector<Task<Outcome<Integration>>> verifications;
        verifications.reserve(calls);
        for (int i = 0; i < calls; ++i)
            verifications.push_back(office.console->customers().verify(customer->id));
        for (auto& verification : verifications) {
            const auto verified = QCoro::waitFor(verification);
            QVERIFY(verified);
            QVERIFY2(
                verified->status == IntegrationStatus::Live, qPrintable(verified->statusDetail));
        }

        QVERIFY(elapsed.elapsed() >= 1000 * (calls / perSecond - 1));
        // A request that failed temporarily (a kept connection was closed) is repeated within the
        // limits.
        const int sent = office.requests(u"GET"_s, companyPath) - before;
        QVERIFY2(sent >= calls && sent <= calls + calls / 50, qPrintable(QString::number(sent)));
        QCOMPARE(refusals(office), 0);
        const QList<RateUse> rates = office.console->partnerAccess().rates();
        const auto use = std::find_if(rates.begin(), rates.end(),
            [&](const RateUse& rate) { return rate.client == customer->clientId; });
        QVERIFY(use != rates.end());
        QVERIFY(use->told);
        QCOMPARE(use->perSecond, perSecond);
        QCOMPARE(use->atOnce, atOnce);
        QCOMPARE(use->waiting, 0);
    }

    void whatIsAllowedIsFoundOutBeforeManyLeave()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        office.control("PUT", u"/_simulator/settings"_s,
            R"({"requestsPerSecond": 4, "concurrentRequests": 1})");
        const auto master = office.connect();
        QVERIFY(master);
        QStringList companies;
        for (int i = 0; i < 12; ++i)
            companies.append(u"umbrella-%1"_s.arg(i));
        for (const QString& company : companies) {
            office.control("POST", u"/_simulator/companies"_s,
                QJsonDocument(
                    QJsonArray{QJsonObject{{u"companyId"_s, company}, {u"name"_s, company}}})
                    .toJson());
            office.grant(*master, company);
        }
        // The answer is so slow that without waiting many requests would leave before it arrives.
        office.setFault(
            {{u"match"_s,
                 QJsonObject{{u"path"_s, u"/apps-integrations/partner-api/integrations"_s}}},
                {u"do"_s, QJsonObject{{u"delayMs"_s, 200}}}});
        std::vector<Task<Outcome<Integration>>> onboardings;
        for (const QString& company : companies)
            onboardings.push_back(
                office.console->onboardings().onboard(CompanyId(company), u"A"_s));
        for (auto& onboarding : onboardings) {
            const auto customer = QCoro::waitFor(onboarding);
            QVERIFY2(customer, customer ? "" : qPrintable(customer.error().detail));
            QVERIFY(customer->status == IntegrationStatus::Live);
        }
        QCOMPARE(refusals(office), 0);
    }
};

JETBRIDGE_TEST(RateTest)
#include "RateTest.moc"
