// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/UnknownOutcome.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const OnboardingId run(u"run"_s);
const ClientId pending(u"jetbridge-pending"_s);

/// State after a crash during a bi-directional confirm call.
struct Office : fakes::Office {
    explicit Office(StepState lastLine = StepState::Started)
    {
        issuedClients.clients.append(
            {pending, QByteArray(32, 'x'), CompanyId(u"globex"_s), run, false});
        write(StepState::Started);
        if (lastLine != StepState::Started)
            write(lastLine);
    }
    void write(StepState state)
    {
        JournalEntry entry;
        entry.onboarding = run;
        entry.company = CompanyId(u"globex"_s);
        entry.step = Step::Confirm;
        entry.state = state;
        QVERIFY(QCoro::waitFor(journal.append(entry)));
    }
    Integration row() const { return integrations.rows.value(unknownOutcomeId(run)); }
};

const HasEnded nobodyIsAtIt = [](const OnboardingId&) {
    return true;
};

} // namespace

class UnknownOutcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCrashInTheConfirmCallIsFoundAtTheNextStart()
    {
        Office office;
        QCOMPARE(
            QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt))->size(), 1);
        QCOMPARE(office.row().status, IntegrationStatus::Unknown);
        QCOMPARE(office.row().issuedClientId, pending);
        QCOMPARE(office.journal.entries.last().state, StepState::Unknown);
    }

    /// A check that reads only the newest rows would allow a second confirm call.
    void noneOfACompanysManyRowsIsOverlooked()
    {
        Office office(StepState::Done);
        for (int i = 0; i < 450; ++i) {
            Integration row;
            row.id = IntegrationId(u"disabled-%1"_s.arg(i));
            row.company = CompanyId(u"globex"_s);
            row.status = IntegrationStatus::Disabled;
            office.integrations.rows.insert(row.id, row);
        }
        const auto check = [&office] {
            return QCoro::waitFor(checkMayConfirm(office.integrations, office.journal,
                CompanyId(u"globex"_s), OnboardingId(u"another"_s), SecondConfirm::Refused));
        };
        QVERIFY(check());
        Integration last;
        last.company = CompanyId(u"globex"_s);
        last.id = IntegrationId(u"z"_s);
        last.status = IntegrationStatus::Unknown;
        office.integrations.rows.insert(last.id, last);
        const auto refused = check();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QLatin1String(outcomeUnknownCode));
    }

    void aRunThatAnotherProgramIsInTheMiddleOfIsLeftAlone()
    {
        Office office;
        const auto runs = QCoro::waitFor(recoverUnknownOutcomes(
            office.services(), [](const OnboardingId& id) { return !(id == run); }));
        QVERIFY(runs);
        QVERIFY(runs->isEmpty());
        QVERIFY(office.integrations.rows.isEmpty());
        QCOMPARE(office.journal.entries.last().state, StepState::Started);
    }

    void aRunThatEndsWhileWeLookIsLeftAlone()
    {
        Office office;
        const auto runs = QCoro::waitFor(
            recoverUnknownOutcomes(office.services(), [&office](const OnboardingId&) {
                office.write(StepState::Done); // The other program writes this a moment before it
                                               // ends.
                return true;
            }));
        QVERIFY(runs);
        QVERIFY(runs->isEmpty());
        QVERIFY(office.integrations.rows.isEmpty());
    }

    void recoveringTwiceSaysItOnce()
    {
        Office office;
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt)));
        const auto lines = office.journal.entries.size();
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt)));
        QCOMPARE(office.journal.entries.size(), lines);
        QCOMPARE(office.integrations.rows.size(), 1);
    }

    void aKnownEndNeedsNoRecovery_data()
    {
        QTest::addColumn<StepState>("state");
        QTest::newRow("done") << StepState::Done;
        QTest::newRow("failed") << StepState::Failed;
    }
    void aKnownEndNeedsNoRecovery()
    {
        QFETCH(StepState, state);
        Office office(state);
        QCOMPARE(
            QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt))->size(), 0);
        QVERIFY(office.integrations.rows.isEmpty());
    }

    void theirUseOfThePendingClientProvesThatTheIntegrationExists()
    {
        Office office;
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt)));
        QVERIFY(QCoro::waitFor(noteClientUsed(office.services(), OnboardingId(u"another run"_s))));
        QVERIFY(!office.row().checkedAt.isValid());
        QVERIFY(QCoro::waitFor(noteClientUsed(office.services(), run)));
        QVERIFY(office.row().checkedAt.isValid());
        QVERIFY(office.row().statusDetail.english().contains("exists there"_L1));
    }

    void whatStaffResolveAtThatMomentDoesNotComeBack()
    {
        Office office;
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt)));
        office.world.meanwhile.insert(
            u"save unknown"_s, [&office] { office.integrations.rows.clear(); });
        QVERIFY(QCoro::waitFor(noteClientUsed(office.services(), run)));
        QVERIFY(office.integrations.rows.isEmpty());
    }

    void startingAgainEndsThePendingClientAndKeepsTheHistory()
    {
        Office office;
        QVERIFY(QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt)));
        QVERIFY(QCoro::waitFor(resolveUnknownOutcome(office.services(), unknownOutcomeId(run))));
        QVERIFY(office.issuedClients.clients.first().withdrawn);
        QVERIFY(office.integrations.rows.isEmpty());
        QCOMPARE(office.journal.entries.last().state, StepState::Failed);
        QCOMPARE(
            QCoro::waitFor(recoverUnknownOutcomes(office.services(), nobodyIsAtIt))->size(), 0);
    }

    void onlyAnUnknownOutcomeCanBeResolved()
    {
        Office office;
        Integration live;
        live.id = IntegrationId(u"live"_s);
        live.status = IntegrationStatus::Live;
        office.integrations.rows.insert(live.id, live);
        QCOMPARE(QCoro::waitFor(resolveUnknownOutcome(office.services(), live.id)).error().kind,
            FailureKind::Invalid);
        QCOMPARE(QCoro::waitFor(resolveUnknownOutcome(office.services(), IntegrationId(u"none"_s)))
                     .error()
                     .kind,
            FailureKind::NotFound);
    }
};

JETBRIDGE_TEST(UnknownOutcomeTest)
#include "UnknownOutcomeTest.moc"
