// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

const QString companyPath = QStringLiteral("/configuration/company");

/// Returns how many requests the simulator refused as too many.
int refusals(Office& office)
{
    const QJsonDocument found =
        office.control("GET", QStringLiteral("/_simulator/requests?status=429"));
    return found.object().value(QStringLiteral("matched")).toInt(-1);
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
        office.grant(*master, QStringLiteral("umbrella"));
        const auto customer = QCoro::waitFor(office.console->onboardings().onboard(
            CompanyId(QStringLiteral("umbrella")), QStringLiteral("Ada")));
        QVERIFY2(customer, customer ? "" : qPrintable(customer.error().detail));
        office.control("PUT", QStringLiteral("/_simulator/settings"),
            QJsonDocument(QJsonObject{{QStringLiteral("requestsPerSecond"), perSecond},
                              {QStringLiteral("concurrentRequests"), atOnce}})
                .toJson());
        QVERIFY(QCoro::waitFor(
            office.console->customers().verify(customer->id))); // whose answer tells them
        const int before = office.requests(QStringLiteral("GET"), companyPath);

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
        const int sent = office.requests(QStringLiteral("GET"), companyPath) - before;
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
        office.control("PUT", QStringLiteral("/_simulator/settings"),
            R"({"requestsPerSecond": 4, "concurrentRequests": 1})");
        const auto master = office.connect();
        QVERIFY(master);
        QStringList companies;
        for (int i = 0; i < 12; ++i)
            companies.append(QStringLiteral("umbrella-%1").arg(i));
        for (const QString& company : companies) {
            office.control("POST", QStringLiteral("/_simulator/companies"),
                QJsonDocument(QJsonArray{QJsonObject{{QStringLiteral("companyId"), company},
                                  {QStringLiteral("name"), company}}})
                    .toJson());
            office.grant(*master, company);
        }
        // The answer is so slow that without waiting many requests would leave before it arrives.
        office.setFault({{QStringLiteral("match"),
                             QJsonObject{{QStringLiteral("path"),
                                 QStringLiteral("/apps-integrations/partner-api/integrations")}}},
            {QStringLiteral("do"), QJsonObject{{QStringLiteral("delayMs"), 200}}}});
        std::vector<Task<Outcome<Integration>>> onboardings;
        for (const QString& company : companies)
            onboardings.push_back(
                office.console->onboardings().onboard(CompanyId(company), QStringLiteral("A")));
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
