// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/UnstoredCustomers.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"
#include "wire/TestTimer.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace std::chrono_literals;

namespace {

struct Office : fakes::Office {
    test::TestTimer timer;
    QStringList stored; ///< Customers whose credentials were stored, in this order.
    UnstoredCustomers customers{services(), timer, {}, [this](const UnstoredCustomers::Held& held) {
                                    stored.append(held.customer.integration.company.text());
                                }};

    void hold(const QString& company)
    {
        Integration row;
        row.id = IntegrationId(u"of "_s + company);
        row.company = CompanyId(company);
        row.onboarding = OnboardingId(u"run of "_s + company);
        const CustomerCredentials shown{
            row.id, {ClientId(u"customer"_s), Secret("customer secret")}};
        customers.hold(
            {{shown, row, JournalKeeper(journal, clock, row.onboarding, row.company)}, nullptr});
    }
};

} // namespace

class UnstoredCustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThatIsHeldWhileAnotherIsStoredWaitsForItsTurn()
    {
        Office office;
        const QString store = u"vault.store customer"_s;
        office.world.meanwhile.insert(store, [&] {
            if (office.world.count(store) > 1)
                return;
            office.hold(u"initech"_s);
            office.timer.advance(1h); // like a keychain that asks for its password
        });
        office.hold(u"globex"_s);
        while (office.timer.ringNext()) { }
        QCOMPARE(office.stored, QStringList({u"globex"_s, u"initech"_s}));
        QCOMPARE(office.world.count(store), 2);
        QVERIFY(office.customers.all().isEmpty());
    }

    void oneWhoseNameWasTakenMeanwhileGoesByItsOwn()
    {
        Office office;
        Integration namesake;
        namesake.id = IntegrationId(u"of globex"_s);
        namesake.company = CompanyId(u"initech"_s);
        office.integrations.rows.insert(namesake.id, namesake);
        office.hold(u"globex"_s);
        while (office.timer.ringNext()) { }
        QCOMPARE(office.integrations.rows.value(namesake.id), namesake);
        QCOMPARE(office.stored, QStringList(u"globex"_s));
        QVERIFY(office.integrations.rows.contains(IntegrationId(u"of globex.globex"_s)));
    }

    void whatAKeychainDoesNotTakeIsTriedLessAndLessOften()
    {
        Office office;
        office.world.faults.insert(
            u"vault.store customer"_s, {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        office.hold(u"globex"_s);
        QList<qint64> pauses;
        for (int i = 0; i < 7; ++i) {
            const auto before = office.timer.elapsed();
            QVERIFY(office.timer.ringNext());
            pauses.append((office.timer.elapsed() - before) / 1s);
        }
        QCOMPARE(pauses, QList<qint64>({3, 6, 12, 24, 48, 60, 60}));
        QVERIFY(office.stored.isEmpty());
    }
};

JETBRIDGE_TEST(UnstoredCustomersTest)
#include "UnstoredCustomersTest.moc"
