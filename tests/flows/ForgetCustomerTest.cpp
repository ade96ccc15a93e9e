// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ForgetCustomer.h"
#include "flows/UnknownOutcome.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

namespace {

const IntegrationId id(QStringLiteral("integration-1"));
const ClientId issued(QStringLiteral("jetbridge-1"));

/// A connected bi-directional customer.
struct Office : fakes::Office {
    explicit Office(IntegrationStatus status)
    {
        Integration row;
        row.id = id;
        row.company = CompanyId(QStringLiteral("globex"));
        row.status = status;
        row.clientId = ClientId(QStringLiteral("customer-1"));
        row.issuedClientId = issued;
        integrations.rows.insert(id, row);
        issuedClients.clients.append({issued, QByteArray(32, 'x'), row.company, {}, false});
        vault.items.insert(
            VaultKey::customer(QStringLiteral("test"), id).text(), Secret(QByteArrayView("kept")));
    }
    bool isAllThere() const
    {
        return integrations.rows.contains(id) && !vault.items.isEmpty()
            && !issuedClients.clients.first().withdrawn;
    }
};

} // namespace

class ForgetCustomerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDisabledCustomersCredentialsGoAndRowAndHistoryStay()
    {
        Office office(IntegrationStatus::Disabled);
        const auto outcome =
            QCoro::waitFor(deleteCredentials(office.services(QStringLiteral("test")), id));
        QVERIFY(outcome);
        QCOMPARE(outcome->issuedClientId, issued);
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(office.issuedClients.clients.first().withdrawn);
        QVERIFY(office.world.done.contains(QStringLiteral("drop customer-1")));
        QCOMPARE(office.integrations.rows.value(id).status, IntegrationStatus::Disabled);
        QVERIFY(office.integrations.rows.value(id).statusDetail.english().contains(
            QLatin1String("deleted")));
        QCOMPARE(office.journal.entries.last().step, Step::Removed);
        QVERIFY2(QCoro::waitFor(deleteCredentials(office.services(QStringLiteral("test")), id)),
            "once more harms nobody");
    }

    void whoIsFoundLiveMeanwhileStaysSo()
    {
        Office office(IntegrationStatus::Disabled);
        office.world.meanwhile.insert(QStringLiteral("vault.remove customer"),
            [&office] { office.integrations.rows[id].status = IntegrationStatus::Live; });
        const auto outcome =
            QCoro::waitFor(deleteCredentials(office.services(QStringLiteral("test")), id));
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Live);
        QCOMPARE(office.integrations.rows.value(id), *outcome);
        QVERIFY(office.vault.items.isEmpty());
    }

    void credentialsThatAreOfUseAreNotDeletedAlone_data()
    {
        QTest::addColumn<IntegrationStatus>("status");
        QTest::newRow("live") << IntegrationStatus::Live;
        QTest::newRow("unproved") << IntegrationStatus::Unproved;
        QTest::newRow("failing") << IntegrationStatus::Failing;
        QTest::newRow("unknown") << IntegrationStatus::Unknown;
    }
    void credentialsThatAreOfUseAreNotDeletedAlone()
    {
        QFETCH(IntegrationStatus, status);
        Office office(status);
        const auto outcome =
            QCoro::waitFor(deleteCredentials(office.services(QStringLiteral("test")), id));
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QVERIFY(office.isAllThere());
        const auto forgotten =
            QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), id));
        QVERIFY(forgotten);
        QVERIFY(office.integrations.rows.isEmpty());
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(!office.journal.entries.isEmpty());
    }

    void anUnknownOutcomeIsResolvedAndNotForgotten()
    {
        Office office(IntegrationStatus::Live);
        Integration row;
        row.onboarding = OnboardingId(QStringLiteral("lost"));
        row.id = unknownOutcomeId(row.onboarding);
        row.status = IntegrationStatus::Unknown;
        office.integrations.rows.insert(row.id, row);
        const auto forgotten =
            QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), row.id));
        QVERIFY(!forgotten);
        QCOMPARE(forgotten.error().kind, FailureKind::Invalid);
        QVERIFY(office.integrations.rows.contains(row.id));
    }

    void nobodyIsNotFound()
    {
        Office office(IntegrationStatus::Disabled);
        const IntegrationId nobody(QStringLiteral("nobody"));
        QCOMPARE(QCoro::waitFor(deleteCredentials(office.services(QStringLiteral("test")), nobody))
                     .error()
                     .kind,
            FailureKind::NotFound);
        QCOMPARE(QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), nobody))
                     .error()
                     .kind,
            FailureKind::NotFound);
        QVERIFY(office.isAllThere());
    }

    void whatTheCompanyHadBeforeGoesWithIt()
    {
        Office office(IntegrationStatus::Live);
        Integration former = office.integrations.rows.value(id);
        former.id = IntegrationId(QStringLiteral("integration-0"));
        office.integrations.formerRows.append({former, id, office.clock.now()});
        office.vault.items.insert(VaultKey::customer(QStringLiteral("test"), former.id).text(),
            Secret(QByteArrayView("kept too")));
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), id)));
        QVERIFY(office.vault.items.isEmpty());
    }

    /// Failing step -> the row still exists, and everything can be repeated.
    void whateverFailsCanBeDoneAgain_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("keychain") << QStringLiteral("vault.remove customer");
        QTest::newRow("issued client") << QStringLiteral("withdraw");
        QTest::newRow("journal") << QStringLiteral("journal removed done");
        QTest::newRow("registry") << QStringLiteral("integrations.forget");
    }
    void whateverFailsCanBeDoneAgain()
    {
        QFETCH(QString, step);
        Office office(IntegrationStatus::Live);
        office.world.faults.insert(
            step, {FailureKind::StorageUnavailable, 0, {}, Message::inWords(QStringLiteral("full")), {}});
        const auto failedOnce =
            QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), id));
        QCOMPARE(failedOnce.error().kind, FailureKind::StorageUnavailable);
        QVERIFY(office.integrations.rows.contains(id));
        office.world.faults.clear();
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(QStringLiteral("test")), id)));
        QVERIFY(office.integrations.rows.isEmpty());
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(office.issuedClients.clients.first().withdrawn);
    }
};

JETBRIDGE_TEST(ForgetCustomerTest)
#include "ForgetCustomerTest.moc"
