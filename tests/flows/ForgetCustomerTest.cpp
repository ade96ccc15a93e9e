// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ForgetCustomer.h"
#include "flows/UnknownOutcome.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const IntegrationId id(u"integration-1"_s);
const ClientId issued(u"jetbridge-1"_s);

/// A connected bi-directional customer.
struct Office : fakes::Office {
    explicit Office(IntegrationStatus status)
    {
        Integration row;
        row.id = id;
        row.company = CompanyId(u"globex"_s);
        row.status = status;
        row.clientId = ClientId(u"customer-1"_s);
        row.issuedClientId = issued;
        integrations.rows.insert(id, row);
        issuedClients.clients.append({issued, QByteArray(32, 'x'), row.company, {}, false});
        vault.items.insert(
            VaultKey::customer(u"test"_s, id).text(), Secret(QByteArrayView("kept")));
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
        const auto outcome = QCoro::waitFor(deleteCredentials(office.services(u"test"_s), id));
        QVERIFY(outcome);
        QCOMPARE(outcome->issuedClientId, issued);
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(office.issuedClients.clients.first().withdrawn);
        QVERIFY(office.world.done.contains(u"drop customer-1"_s));
        QCOMPARE(office.integrations.rows.value(id).status, IntegrationStatus::Disabled);
        QVERIFY(office.integrations.rows.value(id).statusDetail.english().contains("deleted"_L1));
        QCOMPARE(office.journal.entries.last().step, Step::Removed);
        QVERIFY2(QCoro::waitFor(deleteCredentials(office.services(u"test"_s), id)),
            "once more harms nobody");
    }

    void whoIsFoundLiveMeanwhileStaysSo()
    {
        Office office(IntegrationStatus::Disabled);
        office.world.meanwhile.insert(u"vault.remove customer"_s,
            [&office] { office.integrations.rows[id].status = IntegrationStatus::Live; });
        const auto outcome = QCoro::waitFor(deleteCredentials(office.services(u"test"_s), id));
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
        const auto outcome = QCoro::waitFor(deleteCredentials(office.services(u"test"_s), id));
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QVERIFY(office.isAllThere());
        const auto forgotten = QCoro::waitFor(forgetCustomer(office.services(u"test"_s), id));
        QVERIFY(forgotten);
        QVERIFY(office.integrations.rows.isEmpty());
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(!office.journal.entries.isEmpty());
    }

    void anUnknownOutcomeIsResolvedAndNotForgotten()
    {
        Office office(IntegrationStatus::Live);
        Integration row;
        row.onboarding = OnboardingId(u"lost"_s);
        row.id = unknownOutcomeId(row.onboarding);
        row.status = IntegrationStatus::Unknown;
        office.integrations.rows.insert(row.id, row);
        const auto forgotten = QCoro::waitFor(forgetCustomer(office.services(u"test"_s), row.id));
        QVERIFY(!forgotten);
        QCOMPARE(forgotten.error().kind, FailureKind::Invalid);
        QVERIFY(office.integrations.rows.contains(row.id));
    }

    void nobodyIsNotFound()
    {
        Office office(IntegrationStatus::Disabled);
        const IntegrationId nobody(u"nobody"_s);
        QCOMPARE(QCoro::waitFor(deleteCredentials(office.services(u"test"_s), nobody)).error().kind,
            FailureKind::NotFound);
        QCOMPARE(QCoro::waitFor(forgetCustomer(office.services(u"test"_s), nobody)).error().kind,
            FailureKind::NotFound);
        QVERIFY(office.isAllThere());
    }

    void whatTheCompanyHadBeforeGoesWithIt()
    {
        Office office(IntegrationStatus::Live);
        Integration former = office.integrations.rows.value(id);
        former.id = IntegrationId(u"integration-0"_s);
        office.integrations.formerRows.append({former, id, office.clock.now()});
        office.vault.items.insert(
            VaultKey::customer(u"test"_s, former.id).text(), Secret(QByteArrayView("kept too")));
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(u"test"_s), id)));
        QVERIFY(office.vault.items.isEmpty());
    }

    /// Failing step -> the row still exists, and everything can be repeated.
    void whateverFailsCanBeDoneAgain_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("keychain") << u"vault.remove customer"_s;
        QTest::newRow("issued client") << u"withdraw"_s;
        QTest::newRow("journal") << u"journal removed done"_s;
        QTest::newRow("registry") << u"integrations.forget"_s;
    }
    void whateverFailsCanBeDoneAgain()
    {
        QFETCH(QString, step);
        Office office(IntegrationStatus::Live);
        office.world.faults.insert(
            step, {FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"full"_s), {}});
        const auto failedOnce = QCoro::waitFor(forgetCustomer(office.services(u"test"_s), id));
        QCOMPARE(failedOnce.error().kind, FailureKind::StorageUnavailable);
        QVERIFY(office.integrations.rows.contains(id));
        office.world.faults.clear();
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(u"test"_s), id)));
        QVERIFY(office.integrations.rows.isEmpty());
        QVERIFY(office.vault.items.isEmpty());
        QVERIFY(office.issuedClients.clients.first().withdrawn);
    }
};

JETBRIDGE_TEST(ForgetCustomerTest)
#include "ForgetCustomerTest.moc"
