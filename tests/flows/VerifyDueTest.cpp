// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/VerifyDue.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString environment = u"simulator"_s;

/// Customers whose credentials are in the vault.
struct Office : fakes::Office {
    bool mayGoOn = true;

    void add(const char* id, IntegrationStatus status, int hoursOld)
    {
        Integration row;
        row.id = IntegrationId(QString::fromLatin1(id));
        row.company = CompanyId(u"globex"_s);
        row.status = status;
        row.clientId = ClientId(QString::fromLatin1(id));
        if (hoursOld >= 0)
            row.checkedAt = clock.now().addSecs(-3600 * hoursOld);
        integrations.rows.insert(row.id, row);
        const CustomerCredentials credentials{row.id, {row.clientId, Secret("secret")}};
        vault.items.insert(VaultKey::customer(environment, row.id).text(), credentials.toJson());
    }
    Outcome<int> verify(int olderThanHours = 24)
    {
        return QCoro::waitFor(
            verifyDue(services(environment), clock.now().addSecs(-3600 * olderThanHours),
                {{u"company_read"_s}}, [this] { return mayGoOn; }));
    }
    Integration row(const char* id) const
    {
        return integrations.rows.value(IntegrationId(QString::fromLatin1(id)));
    }
    int asked(const char* id) const { return world.count(u"token "_s + QLatin1String(id)); }
    void fail(const char* deed, FailureKind kind)
    {
        world.faults.insert(QLatin1String(deed), {kind, 0, {}, Message::inWords(u"fault"_s), {}});
    }
};

} // namespace

class VerifyDueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoeverIsDueAndCanBeVerifiedIs_data()
    {
        QTest::addColumn<IntegrationStatus>("status");
        QTest::addColumn<int>("hoursOld");
        QTest::addColumn<bool>("isVerified");
        using S = IntegrationStatus;
        QTest::newRow("live, old") << S::Live << 25 << true;
        QTest::newRow("live, young") << S::Live << 23 << false;
        QTest::newRow("expiring") << S::Expiring << 30 << true;
        QTest::newRow("failing") << S::Failing << 25 << true;
        QTest::newRow("never proved") << S::Unproved << -1 << true;
        QTest::newRow("disabled") << S::Disabled << 100 << false;
        QTest::newRow("unknown") << S::Unknown << -1 << false;
        QTest::newRow("not stored yet") << S::Unstored << -1 << false;
    }
    void whoeverIsDueAndCanBeVerifiedIs()
    {
        QFETCH(IntegrationStatus, status);
        QFETCH(int, hoursOld);
        QFETCH(bool, isVerified);
        Office office;
        office.add("one", status, hoursOld);
        QCOMPARE(office.verify(), Outcome<int>(isVerified ? 1 : 0));
        QCOMPARE(office.asked("one"), isVerified ? 1 : 0);
        QCOMPARE(office.row("one").status, isVerified ? IntegrationStatus::Live : status);
        if (isVerified)
            QCOMPARE(office.row("one").checkedAt, office.clock.now());
    }

    void theHistoryTellsOnlyOfChanges_data()
    {
        QTest::addColumn<IntegrationStatus>("before");
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<int>("lines");
        using S = IntegrationStatus;
        QTest::newRow("live stays live") << S::Live << false << 0;
        QTest::newRow("expiring is live again") << S::Expiring << false << 0;
        QTest::newRow("failing stays failing") << S::Failing << true << 0;
        QTest::newRow("live fails") << S::Live << true << 1;
        QTest::newRow("failing is live again") << S::Failing << false << 1;
        QTest::newRow("proved at last") << S::Unproved << false << 1;
    }
    void theHistoryTellsOnlyOfChanges()
    {
        QFETCH(IntegrationStatus, before);
        QFETCH(bool, isRefused);
        QFETCH(int, lines);
        Office office;
        office.add("one", before, 48);
        if (isRefused)
            office.fail("company", FailureKind::NotPermitted);
        QVERIFY(office.verify());
        QCOMPARE(office.row("one").status,
            isRefused ? IntegrationStatus::Failing : IntegrationStatus::Live);
        QCOMPARE(office.journal.entries.size(), lines);
    }

    /// What arrived instead of an answer -> nothing is recorded about the customer.
    void noAnswerChangesNothing_data()
    {
        QTest::addColumn<FailureKind>("kind");
        for (const auto kind :
            {FailureKind::Unreachable, FailureKind::TimedOut, FailureKind::RateLimited,
                FailureKind::ServerFault, FailureKind::BadReply, FailureKind::Insecure})
            QTest::newRow(qPrintable(failureKindName(kind))) << kind;
    }
    void noAnswerChangesNothing()
    {
        QFETCH(FailureKind, kind);
        Office office;
        office.add("one", IntegrationStatus::Live, 48);
        const Integration before = office.row("one");
        office.fail("company", kind);
        QCOMPARE(office.verify(), Outcome<int>(0));
        QCOMPARE(office.row("one"), before);
        QVERIFY(office.journal.entries.isEmpty());
    }

    /// Change of the row during its verification -> the change stays, whatever the answer was.
    void whatHappenedMeanwhileCountsMore_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("disabled, and the call worked") << false << false;
        QTest::newRow("disabled, and the call was refused") << false << true;
        QTest::newRow("removed, and the call worked") << true << false;
        QTest::newRow("removed, and the call was refused") << true << true;
    }
    void whatHappenedMeanwhileCountsMore()
    {
        QFETCH(bool, isRemoved);
        QFETCH(bool, isRefused);
        Office office;
        office.add("one", IntegrationStatus::Failing, 48);
        office.add("two", IntegrationStatus::Failing, 48);
        const IntegrationId one(u"one"_s);
        office.world.meanwhile.insert(u"company"_s, [&office, one, isRemoved] {
            if (isRemoved)
                office.integrations.rows.remove(one);
            else
                office.integrations.rows[one].status = IntegrationStatus::Disabled;
        });
        if (isRefused)
            office.fail("company", FailureKind::NotPermitted);
        QCOMPARE(office.verify(), Outcome<int>(1)); // The round continues with the other customer.
        QCOMPARE(office.integrations.rows.contains(one), !isRemoved);
        if (!isRemoved)
            QCOMPARE(office.row("one").status, IntegrationStatus::Disabled);
        QCOMPARE(office.row("two").checkedAt, office.clock.now());
    }

    void threeWithoutAnAnswerEndTheRound()
    {
        Office office;
        for (const char* id : {"a", "b", "c", "d", "e"})
            office.add(id, IntegrationStatus::Live, 48);
        office.fail("company", FailureKind::Unreachable);
        const auto outcome = office.verify();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Unreachable);
        QCOMPARE(office.world.count(u"company"_s), 3);
    }

    void oneCustomersTroubleIsNotTheOthers()
    {
        Office office;
        for (const char* id : {"a", "b", "c"})
            office.add(id, IntegrationStatus::Live, 48);
        office.fail("token b", FailureKind::Refused);
        QCOMPARE(office.verify(), Outcome<int>(3));
        QCOMPARE(office.row("b").status, IntegrationStatus::Failing);
        QCOMPARE(office.row("c").status, IntegrationStatus::Live);
        const IntegrationId b = office.row("b").id;
        office.vault.items.remove(VaultKey::customer(environment, b).text());
        office.integrations.rows[b].checkedAt = office.clock.now().addDays(-2);
        office.world.faults.clear();
        office.add("d", IntegrationStatus::Unproved, -1);
        const Integration before = office.row("b");
        const auto lines = office.journal.entries.size();
        QVERIFY(office.verify());
        QCOMPARE(office.row("d").status, IntegrationStatus::Live);
        // Another user's keychain may have what this one lacks.
        QCOMPARE(office.row("b"), before);
        QCOMPARE(office.journal.entries.size(), lines + 1); // that of "d"
    }

    void aLockedKeychainEndsTheRoundAtOnce()
    {
        Office office;
        for (const char* id : {"a", "b"})
            office.add(id, IntegrationStatus::Live, 48);
        office.fail("vault.read customer", FailureKind::VaultUnavailable);
        const auto outcome = office.verify();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::VaultUnavailable);
        QCOMPARE(office.world.count(u"vault.read customer"_s), 1);
    }

    void whoMayNotGoOnStops()
    {
        Office office;
        office.add("a", IntegrationStatus::Live, 48);
        office.mayGoOn = false;
        const auto outcome = office.verify();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Cancelled);
        QCOMPARE(office.asked("a"), 0);
    }
};

JETBRIDGE_TEST(VerifyDueTest)
#include "VerifyDueTest.moc"
