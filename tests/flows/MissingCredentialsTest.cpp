// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/MissingCredentials.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString environment = u"simulator"_s;

/// A vault with a chosen state.
class StandingVault final : public fakes::FakeVault {
public:
    using FakeVault::FakeVault;
    Task<Outcome<VaultState>> state() override { co_return VaultState(now); }
    Task<Outcome<Done>> markWhole() override
    {
        now = VaultState::Whole;
        co_return Done{};
    }
    Task<Outcome<Done>> isOpen() override
    {
        if (!open)
            co_return failed(FailureKind::VaultUnavailable, u"locked"_s);
        co_return Done{};
    }
    VaultState now = VaultState::Emptied;
    bool open = true;
};

struct Office : fakes::Office {
    Office()
    {
        using S = IntegrationStatus;
        for (const auto& [id, status] :
            {std::pair("live", S::Live), std::pair("unproved", S::Unproved),
                std::pair("failing", S::Failing), std::pair("disabled", S::Disabled),
                std::pair("unknown", S::Unknown), std::pair("unstored", S::Unstored)}) {
            Integration row;
            row.id = IntegrationId(QLatin1String(id));
            row.company = CompanyId(QLatin1String(id));
            row.status = status;
            integrations.rows.insert(row.id, row);
        }
    }
    Outcome<QString> look()
    {
        return QCoro::waitFor(findMissingCredentials(services(environment, standing), {}));
    }
    IntegrationStatus status(const char* id) const
    {
        return integrations.rows.value(IntegrationId(QLatin1String(id))).status;
    }

    StandingVault standing{world};
};

} // namespace

/// The registry was kept but not the keychain, as on another computer or for another user.
class MissingCredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoseCredentialsAreGoneIsNotLive()
    {
        Office office;
        office.standing.items.insert(
            VaultKey::customer(environment, IntegrationId(u"failing"_s)).text(), Secret("there"));
        QVERIFY(office.look());
        using S = IntegrationStatus;
        QCOMPARE(office.status("live"), S::NoCredentials);
        QCOMPARE(office.status("unproved"), S::NoCredentials);
        QCOMPARE(office.status("failing"), S::Failing);
        QCOMPARE(office.status("disabled"), S::Disabled);
        QCOMPARE(office.status("unknown"), S::Unknown);
        QCOMPARE(office.status("unstored"), S::Unstored);
        QCOMPARE(office.journal.entries.size(), 2);
        QCOMPARE(office.standing.now, VaultState::Whole); // the next start is quick
    }

    void aWholeVaultIsNotSearched()
    {
        Office office;
        office.standing.now = VaultState::Whole;
        QVERIFY(office.look());
        QCOMPARE(office.status("live"), IntegrationStatus::Live);
        QCOMPARE(office.world.count(u"vault.read customer"_s), 0);
    }

    void aVaultThatCannotBeAskedChangesNothing_data()
    {
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("locked") << true;
        QTest::newRow("failing") << false;
    }
    void aVaultThatCannotBeAskedChangesNothing()
    {
        QFETCH(bool, isLocked);
        Office office;
        office.standing.open = !isLocked;
        if (!isLocked)
            office.world.faults.insert(
                u"vault.read customer"_s, {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        const auto looked = office.look();
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, FailureKind::VaultUnavailable);
        QCOMPARE(office.status("live"), IntegrationStatus::Live);
        QCOMPARE(office.standing.now, VaultState::Emptied);
    }
};

JETBRIDGE_TEST(MissingCredentialsTest)
#include "MissingCredentialsTest.moc"
