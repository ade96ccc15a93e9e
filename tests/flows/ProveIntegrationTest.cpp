// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ProveIntegration.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString environment = u"simulator"_s;
const IntegrationId one(u"one"_s);

/// A live customer whose credentials are in the vault.
struct Office : fakes::Office {
    Office()
    {
        Integration row;
        row.id = one;
        row.company = CompanyId(u"globex"_s);
        row.status = IntegrationStatus::Live;
        row.clientId = ClientId(u"one"_s);
        integrations.rows.insert(one, row);
        const CustomerCredentials credentials{one, {row.clientId, Secret("secret")}};
        vault.items.insert(VaultKey::customer(environment, one).text(), credentials.toJson());
    }
    Outcome<Integration> prove()
    {
        const Integration row = integrations.rows.value(one);
        return QCoro::waitFor(proveIntegration(services(environment),
            JournalKeeper(journal, clock, OnboardingId(), row.company), row,
            {{u"company_read"_s}}));
    }
    void duringTheCall(const std::function<void()>& happens)
    {
        world.meanwhile.insert(u"company"_s, happens);
    }
    void refuseTheCall()
    {
        world.faults.insert(
            u"company"_s, {FailureKind::NotPermitted, 403, {}, Message::inWords(u"fault"_s), {}});
    }
    int lines(StepState state) const
    {
        return int(std::count_if(journal.entries.cbegin(), journal.entries.cend(),
            [state](const JournalEntry& line) { return line.state == state; }));
    }
};

} // namespace

class ProveIntegrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerIsTheStatus_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("worked") << false;
        QTest::newRow("refused") << true;
    }
    void theAnswerIsTheStatus()
    {
        QFETCH(bool, isRefused);
        Office office;
        if (isRefused)
            office.refuseTheCall();
        const auto proved = office.prove();
        QVERIFY(proved);
        QCOMPARE(proved->status, isRefused ? IntegrationStatus::Failing : IntegrationStatus::Live);
        QCOMPARE(office.integrations.rows.value(one), *proved);
    }

    void disabledDuringTheCallStaysDisabled_data() { theAnswerIsTheStatus_data(); }
    void disabledDuringTheCallStaysDisabled()
    {
        QFETCH(bool, isRefused);
        Office office;
        office.duringTheCall([&office] {
            office.integrations.rows[one].status = IntegrationStatus::Disabled;
            office.integrations.rows[one].statusDetail = Message::inWords(u"by the customer"_s);
        });
        if (isRefused)
            office.refuseTheCall();
        const auto proved = office.prove();
        QVERIFY(proved);
        QCOMPARE(proved->status, IntegrationStatus::Disabled);
        QCOMPARE(office.integrations.rows.value(one), *proved);
        QCOMPARE(proved->statusDetail, Message::inWords(u"by the customer"_s));
        // The history records the call all the same.
        QCOMPARE(office.lines(isRefused ? StepState::Failed : StepState::Done), 1);
    }

    /// The registry is here, but not the keychain that belongs to it. Another user may have it, so
    /// that nothing is recorded about the customer; the vault remembers what it lacks.
    void withoutCredentialsNothingIsRecordedAboutTheCustomer_data()
    {
        QTest::addColumn<bool>("hasOlderOnes");
        QTest::newRow("none") << false;
        QTest::newRow("older ones") << true;
    }
    void withoutCredentialsNothingIsRecordedAboutTheCustomer()
    {
        QFETCH(bool, hasOlderOnes);
        Office office;
        office.vault.items.clear();
        const CustomerCredentials older{one, {ClientId(u"older"_s), Secret("secret")}};
        if (hasOlderOnes)
            office.vault.items.insert(VaultKey::customer(environment, one).text(), older.toJson());
        const auto before = office.integrations.rows;
        const auto proved = office.prove();
        QVERIFY(!proved);
        QCOMPARE(proved.error().kind, FailureKind::NotFound);
        QCOMPARE(proved.error().code, u"no_customer_credentials"_s);
        QCOMPARE(office.integrations.rows, before);
        QVERIFY(office.journal.entries.isEmpty());
        QCOMPARE(office.world.count(u"company"_s), 0);
    }

    void aPairOfAnotherPlaceSaysNothingOfTheIntegration()
    {
        Office office;
        const IntegrationStatus before = office.integrations.rows.value(one).status;
        office.world.faults.insert(u"company"_s,
            {FailureKind::NotPermitted, 0, QLatin1String(otherOrigin), Message::inWords(u"fault"_s),
                {}});
        const auto proved = office.prove();
        QVERIFY(!proved);
        QCOMPARE(office.integrations.rows.value(one).status, before);
    }

    void removedDuringTheCallDoesNotComeBack()
    {
        Office office;
        office.duringTheCall([&office] { office.integrations.rows.remove(one); });
        const auto proved = office.prove();
        QVERIFY(!proved);
        QCOMPARE(proved.error().kind, FailureKind::NotFound);
        QVERIFY(office.integrations.rows.isEmpty());
    }
    void aRefusedWayBackCountsWhateverWasProvedOfTheOtherDirection_data()
    {
        QTest::addColumn<bool>("wasCalled");
        QTest::newRow("a call worked") << true;
        QTest::newRow("only a token was given") << false;
    }
    void aRefusedWayBackCountsWhateverWasProvedOfTheOtherDirection()
    {
        QFETCH(bool, wasCalled);
        const QDateTime now = Office().clock.now();
        Integration row;
        row.bidirectional = true;
        row.wayBack.refusedAt = now;
        row.wayBack.refusal = Message::inWords(u"it answered 401"_s);
        const Integration after = provedBy(Proof{wasCalled, {}, {}}, row, now);
        QCOMPARE(after.status, IntegrationStatus::Failing);
        QCOMPARE(after.statusDetail, row.wayBack.refusal);
    }
};

JETBRIDGE_TEST(ProveIntegrationTest)
#include "ProveIntegrationTest.moc"
