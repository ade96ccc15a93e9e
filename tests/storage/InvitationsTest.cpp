// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Utc.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;
using State = InvitationState;

namespace {

const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0), utc);
const QList<State> undecided{State::Pending, State::Opened, State::SignedIn};

OnboardingId run(const char* id)
{
    return OnboardingId(QLatin1String(id));
}

Invitation::Record invitation(const char* id, const char* company = "globex")
{
    Invitation::Record record;
    record.onboarding = run(id);
    record.company = CompanyId(QLatin1String(company));
    record.madeAt = record.changedAt = noon;
    record.expiresAt = noon.addSecs(3600);
    record.typed = u"globex"_s;
    record.mayRepeat = true;
    record.language = u"de"_s;
    return Invitation::create(
        record, QByteArray(Invitation::codeLength, 'x'), SecretHasher(Secret("key")))
        .record();
}

/// A program on the data folder.
struct Program {
    explicit Program(const QTemporaryDir& folder)
        : registry(folder.path())
        , here(registry.environment(u"simulator"_s))
    {
    }
    Invitations& invitations() { return here->invitations(); }
    State stateOf(const char* id)
    {
        const auto found = await(invitations().find(run(id)));
        return found && *found ? (*found)->state : State::Expired;
    }

    Registry registry;
    std::unique_ptr<EnvironmentRegistry> here;
};

} // namespace

/// Invitations that several programs use.
class InvitationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsKept()
    {
        const QTemporaryDir folder;
        const Invitation::Record record = invitation("run");
        {
            Program program(folder);
            VERIFY_DONE(await(program.invitations().add(record)));
        }
        Program later(folder);
        const auto all = await(later.invitations().all());
        VERIFY_DONE(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first(), record);
        auto elsewhere = later.registry.environment(u"other"_s);
        QVERIFY(await(elsewhere->invitations().all())->isEmpty());
    }

    void anotherOneEndsTheCompanysEarlierOne()
    {
        const QTemporaryDir folder;
        Program one(folder);
        Program other(folder);
        VERIFY_DONE(await(one.invitations().add(invitation("first"))));
        VERIFY_DONE(await(one.invitations().add(invitation("theirs", "initech"))));
        VERIFY_DONE(await(other.invitations().add(invitation("second"))));
        QCOMPARE(one.stateOf("first"), State::Withdrawn);
        QCOMPARE(one.stateOf("second"), State::Pending);
        QCOMPARE(one.stateOf("theirs"), State::Pending);
        // An invitation that nobody used in time has expired.
        Invitation::Record third = invitation("third");
        third.madeAt = noon.addSecs(7200);
        VERIFY_DONE(await(other.invitations().add(third)));
        QCOMPARE(one.stateOf("second"), State::Expired);
    }

    void oneProgramCarriesADecisionOut()
    {
        const QTemporaryDir folder;
        Program one(folder);
        Program other(folder);
        VERIFY_DONE(await(one.invitations().add(invitation("run"))));
        const auto decide = [](Program& program) {
            return await(
                program.invitations().change(run("run"), undecided, State::Deciding, noon));
        };
        QCOMPARE(decide(one), Outcome<bool>(true));
        QCOMPARE(decide(other), Outcome<bool>(false));
        QCOMPARE(await(other.invitations().change(run("run"), undecided, State::Withdrawn, noon)),
            Outcome<bool>(false));
        COMPARE_FAILURE(
            await(other.invitations().add(invitation("another"))), FailureKind::Conflict);
        const Message why = Message::of("earlier_unstored", {u"globex"_s});
        VERIFY_DONE(await(
            one.invitations().change(run("run"), {State::Deciding}, State::Approved, noon, why)));
        QCOMPARE((*await(other.invitations().find(run("run"))))->detail, why);
        VERIFY_DONE(await(other.invitations().add(invitation("another"))));
        QCOMPARE(one.stateOf("run"), State::Approved);
    }

    void nobodyDecidesByOneWhoseTimeIsOver()
    {
        const QTemporaryDir folder;
        Program program(folder);
        VERIFY_DONE(await(program.invitations().add(invitation("run"))));
        QCOMPARE(await(program.invitations().change(
                     run("run"), undecided, State::Deciding, noon.addSecs(3600))),
            Outcome<bool>(false));
        QCOMPARE(program.stateOf("run"), State::Pending);
    }
};

JETBRIDGE_TEST(InvitationsTest)
#include "InvitationsTest.moc"
