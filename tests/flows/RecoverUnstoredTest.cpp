// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RecoverUnstored.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString environment = u"simulator"_s;
const OnboardingId run(u"run"_s);

/// State after a crash between SmartRecruiters' answer and the last line about storing it.
struct Office : fakes::Office {
    const IntegrationId id{u"int-1"_s};

    Office()
    {
        Integration row;
        row.id = id;
        row.company = CompanyId(u"globex"_s);
        row.status = IntegrationStatus::Unstored;
        row.clientId = ClientId(u"customer"_s);
        row.issuedClientId = ClientId(u"jetbridge-issued"_s);
        row.onboarding = run;
        row.consentedBy = u"Ada"_s;
        integrations.rows.insert(id, row);
    }
    void putIntoTheVault(const QString& clientId)
    {
        const CustomerCredentials shown{id, {ClientId(clientId), Secret("customer secret")}};
        vault.items.insert(VaultKey::customer(environment, id).text(), shown.toJson());
    }
    Outcome<Done> recover(HasEnded hasEnded = [](const OnboardingId&) { return true; })
    {
        auto task = recoverUnstored(services(environment), hasEnded);
        return QCoro::waitFor(std::move(task));
    }
    Integration row() const { return integrations.rows.value(id); }
};

} // namespace

class RecoverUnstoredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheVaultHasDecides_data()
    {
        QTest::addColumn<QString>("clientInTheVault");
        QTest::addColumn<IntegrationStatus>("status");
        QTest::addColumn<QString>("says");
        QTest::addColumn<StepState>("lastLine");
        QTest::newRow("the credentials of this run")
            << u"customer"_s << IntegrationStatus::Unproved << u"verify"_s << StepState::Done;
        QTest::newRow("nothing") << QString() << IntegrationStatus::Unknown << u"they are lost"_s
                                 << StepState::Failed;
        QTest::newRow("an older set of the same integration")
            << u"older"_s << IntegrationStatus::Unknown << u"they are lost"_s << StepState::Failed;
    }
    void whatTheVaultHasDecides()
    {
        QFETCH(QString, clientInTheVault);
        QFETCH(IntegrationStatus, status);
        QFETCH(QString, says);
        QFETCH(StepState, lastLine);
        Office office;
        if (!clientInTheVault.isEmpty())
            office.putIntoTheVault(clientInTheVault);

        QVERIFY(office.recover());

        QCOMPARE(office.row().status, status);
        QVERIFY2(office.row().statusDetail.english().contains(says),
            qPrintable(office.row().statusDetail));
        QCOMPARE(office.row().consentedBy, u"Ada"_s);
        QCOMPARE(office.journal.entries.last().step, Step::Store);
        QCOMPARE(office.journal.entries.last().state, lastLine);
        // It is found only once.
        const auto lines = office.journal.entries.size();
        QVERIFY(office.recover());
        QCOMPARE(office.journal.entries.size(), lines);
    }

    /// Several users or computers share the data folder, each with a keychain of its own.
    void whatOneKeychainDidNotHaveIsFoundInAnother()
    {
        Office office;
        QVERIFY(office.recover());
        QCOMPARE(office.row().status, IntegrationStatus::Unknown);
        office.putIntoTheVault(u"customer"_s);
        QVERIFY(office.recover());
        QCOMPARE(office.row().status, IntegrationStatus::Unproved);
        QCOMPARE(office.row().clientId, ClientId(u"customer"_s));
        QVERIFY(!office.row().checkedAt.isValid());
        QCOMPARE(office.journal.entries.last().step, Step::Store);
        QCOMPARE(office.journal.entries.last().state, StepState::Done);
    }

    /// The disk is full between the answer and its row, then the program is killed.
    void whatTheRegistryCouldNotTakeIsFoundByTheNameOfItsRun()
    {
        Office office;
        Integration lost = office.row();
        lost.mode = ConsentDisplayMode::Popup;
        office.integrations.rows.clear();
        office.issuedClients.clients.append(
            {lost.issuedClientId, QByteArray(32, 'x'), lost.company, run, false});
        JournalEntry confirming;
        confirming.onboarding = run;
        confirming.company = lost.company;
        confirming.step = Step::Confirm;
        QVERIFY(QCoro::waitFor(office.journal.append(confirming)));
        const JournalKeeper keeper(office.journal, office.clock, run, lost.company);
        const CustomerCredentials shown{
            office.id, {ClientId(u"customer"_s), Secret("customer secret")}};
        office.world.faults.insert(u"journal store started"_s,
            {FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"disk full"_s), {}});
        QVERIFY(
            !QCoro::waitFor(storeCustomer(office.services(environment), {shown, lost, keeper})));
        office.world.faults.clear(); // the program was killed, and there is space again

        const HasEnded ended = [](const OnboardingId&) {
            return true;
        };
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(environment), ended)));
        QVERIFY(office.recover());

        QCOMPARE(office.integrations.rows.size(), 1);
        QCOMPARE(office.row().status, IntegrationStatus::Unproved);
        QCOMPARE(office.row().company, lost.company);
        QCOMPARE(office.row().consentedBy, lost.consentedBy);
        QCOMPARE(office.row().mode, lost.mode);
        QCOMPARE(office.row().issuedClientId, lost.issuedClientId);
        QVERIFY(!office.issuedClients.clients.first().withdrawn);
        QCOMPARE(office.vault.items.keys(),
            QStringList{VaultKey::customer(environment, office.id).text()});
        // It is found only once, and its outcome is known now.
        const auto lines = office.journal.entries.size();
        QCOMPARE(
            QCoro::waitFor(recoverUnknownOutcomes(office.services(environment), ended))->size(), 0);
        QVERIFY(office.recover());
        QCOMPARE(office.journal.entries.size(), lines);
    }

    void aVaultThatCannotBeAskedDecidesNothing()
    {
        Office office;
        office.world.faults.insert(u"vault.read customer"_s,
            {FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        QCOMPARE(office.recover().error().kind, FailureKind::VaultUnavailable);
        QCOMPARE(office.row().status, IntegrationStatus::Unstored);
        QVERIFY(office.journal.entries.isEmpty());
    }

    void ofManyWhoseCredentialsAreLostAFewAreLookedFor()
    {
        Office office;
        for (int i = 0; i < 100; ++i) {
            Integration lost = office.row();
            lost.id = IntegrationId(u"lost-%1"_s.arg(i));
            lost.status = IntegrationStatus::Unknown;
            lost.onboarding = OnboardingId(u"run-%1"_s.arg(i));
            office.integrations.rows.insert(lost.id, lost);
        }
        office.integrations.rows.remove(office.id);
        QVERIFY(office.recover());
        const int looked = office.world.count(u"vault.read customer"_s);
        QVERIFY2(looked > 0 && looked <= 20, qPrintable(QString::number(looked)));
    }

    void whatAnotherProgramIsAboutToStoreIsLeftAlone()
    {
        Office office;
        QVERIFY(office.recover([](const OnboardingId& id) { return !(id == run); }));
        QCOMPARE(office.row().status, IntegrationStatus::Unstored);
    }

    void whatIsStoredWhileWeLookIsLeftAlone()
    {
        Office office;
        QVERIFY(office.recover([&office](const OnboardingId&) {
            office.integrations.rows[office.id].status = IntegrationStatus::Live;
            return true;
        }));
        QCOMPARE(office.row().status, IntegrationStatus::Live);
        QVERIFY(office.journal.entries.isEmpty());
    }
};

JETBRIDGE_TEST(RecoverUnstoredTest)
#include "RecoverUnstoredTest.moc"
