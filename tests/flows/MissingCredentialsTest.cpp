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
    Task<Outcome<QString>> searchedTo() override { co_return QString(searched); }
    Task<Outcome<Done>> noteSearchedTo(QString key) override
    {
        searched = key;
        now = VaultState::Unsure;
        co_return Done{};
    }
    Task<Outcome<Done>> isOpen() override
    {
        if (!open)
            co_return failed(FailureKind::VaultUnavailable, u"locked"_s);
        co_return Done{};
    }
    Task<Outcome<bool>> has(VaultKey key) override
    {
        looked.append(key.text());
        return FakeVault::has(std::move(key));
    }
    QStringList looked; ///< Items that were looked for.
    QString searched;
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
    Outcome<QString> look(const QString& after = {})
    {
        return QCoro::waitFor(findMissingCredentials(services(environment, standing), after));
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
    /// The vault records what it lacks for its own keychain; others may have the credentials.
    void everybodysCredentialsAreLookedForAndNothingIsWrittenAboutTheCustomers()
    {
        Office office;
        const auto before = office.integrations.rows;
        QCOMPARE(office.look(), Outcome<QString>(QString()));
        QCOMPARE(office.standing.looked.size(), before.size());
        for (const Integration& row : before)
            QVERIFY2(
                office.standing.looked.contains(VaultKey::customer(environment, row.id).text()),
                qPrintable(row.id.text()));
        QCOMPARE(office.integrations.rows, before);
        QVERIFY(office.journal.entries.isEmpty());
        QCOMPARE(office.standing.now, VaultState::Whole); // the next start is quick
    }

    void manyAreLookedForPageByPage()
    {
        Office office;
        for (int i = 0; i < 300; ++i) {
            Integration row;
            row.id = IntegrationId(u"one-of-many-%1"_s.arg(i));
            office.integrations.rows.insert(row.id, row);
        }
        auto next = office.look();
        QVERIFY(next);
        QVERIFY(!next->isEmpty());
        QVERIFY(office.standing.looked.size() < office.integrations.rows.size());
        // Another program goes on where this one has ended.
        next = office.look();
        while (next && !next->isEmpty()) {
            QCOMPARE(office.standing.now, VaultState::Unsure);
            next = office.look(*next);
        }
        QCOMPARE(next, Outcome<QString>(QString()));
        QCOMPARE(office.standing.looked.size(), office.integrations.rows.size());
        QCOMPARE(office.standing.now, VaultState::Whole);
    }

    void aWholeVaultIsNotSearched()
    {
        Office office;
        office.standing.now = VaultState::Whole;
        QVERIFY(office.look());
        QCOMPARE(office.status("live"), IntegrationStatus::Live);
        QVERIFY(office.standing.looked.isEmpty());
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
