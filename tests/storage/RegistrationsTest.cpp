// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Utc.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;
using State = ClientRegistrationState;

namespace {

const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0), utc);
const QList<State> everyState{
    State::Asked, State::Staged, State::Confirmed, State::Kept, State::Leaving, State::Lost};

/// A registration as it is begun.
Registration asked(const char* run, const QDateTime& at = noon)
{
    Registration registration;
    registration.onboarding = OnboardingId(QLatin1String(run));
    registration.company = CompanyId(u"globex"_s);
    registration.clientName = u"Acme / globex / %1"_s.arg(QLatin1String(run));
    registration.at = at;
    return registration;
}

/// The same, as it is after the answer came.
Registration staged(const char* run)
{
    Registration registration = asked(run, noon.addSecs(1));
    registration.state = State::Staged;
    registration.clientId = ClientId(u"client of %1"_s.arg(QLatin1String(run)));
    registration.secretExpiresAt = noon.addYears(1);
    return registration;
}

/// The client of that run, as it is issued.
IssuedClient clientOf(const char* run, TokenService servedBy)
{
    const Registration registration = staged(run);
    return {registration.clientId, QByteArray(32, 'x'), registration.company,
        registration.onboarding, false, {}, servedBy};
}

/// A program on the data folder.
struct Program {
    explicit Program(const QTemporaryDir& folder)
        : registry(folder.path())
        , here(registry.environment(u"simulator"_s))
    {
    }
    Registrations& registrations() { return here->registrations(); }
    QList<Registration> all()
    {
        const auto found = await(registrations().in(everyState));
        return found ? *found : QList<Registration>();
    }
    /// Makes a registration of this state, whose client was issued.
    bool have(const char* run, State state, TokenService servedBy = TokenService::Registration)
    {
        Registration registration = staged(run);
        registration.state = state;
        if (!await(registrations().begin(asked(run)))
            || !await(here->issuedClients().issue(clientOf(run, servedBy))))
            return false;
        const auto changed = await(registrations().change({State::Asked}, registration));
        return changed && *changed;
    }

    Registry registry;
    std::unique_ptr<EnvironmentRegistry> here;
};

} // namespace

/// Tests clients of the partner's authorization server, as several programs store them.
class RegistrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsKept()
    {
        const QTemporaryDir folder;
        Registration lost = staged("run");
        lost.state = State::Lost;
        lost.at = noon.addSecs(2);
        lost.detail = Message::of("registration_deletes_none");
        {
            Program program(folder);
            VERIFY_DONE(await(program.registrations().begin(asked("run"))));
            const auto changed =
                await(program.registrations().change({State::Asked}, staged("run")));
            QVERIFY(changed && *changed);
            // What is not known any more stays as it was.
            Registration later = lost;
            later.clientId = {};
            later.secretExpiresAt = {};
            const auto ended = await(program.registrations().change({State::Staged}, later));
            QVERIFY(ended && *ended);
        }
        Program later(folder);
        QCOMPARE(later.all().size(), 1);
        const Registration kept = later.all().constFirst();
        QCOMPARE(kept.onboarding, lost.onboarding);
        QCOMPARE(kept.company, lost.company);
        QCOMPARE(kept.clientName, lost.clientName);
        QCOMPARE(kept.clientId, lost.clientId);
        QCOMPARE(kept.state, lost.state);
        QCOMPARE(kept.at, lost.at);
        QCOMPARE(kept.secretExpiresAt, lost.secretExpiresAt);
        QCOMPARE(kept.detail, lost.detail);
        const auto elsewhere = later.registry.environment(u"other"_s);
        QVERIFY(await(elsewhere->registrations().in(everyState))->isEmpty());
    }

    void aClientOfAWebhookIsKnownFromTheBeginning()
    {
        const QTemporaryDir folder;
        Program program(folder);
        Registration begun = asked("run");
        begun.service = TokenService::Webhook;
        begun.clientId = ClientId(u"jetbridge-1"_s);
        VERIFY_DONE(await(program.registrations().begin(begun)));
        QCOMPARE(program.all().value(0).clientId, begun.clientId);
        QCOMPARE(program.all().value(0).service, TokenService::Webhook);
        QVERIFY(!program.all().value(0).due.isValid());
        // The server asks to wait, and then it does not.
        Registration waiting = begun.moved(State::Leaving, noon.addSecs(1));
        waiting.due = noon.addSecs(60);
        for (const QDateTime& due : {waiting.due, QDateTime()}) {
            waiting.due = due;
            const auto changed =
                await(program.registrations().change({State::Asked, State::Leaving}, waiting));
            QVERIFY(changed && *changed);
            QCOMPARE(program.all().value(0).due, due);
            QCOMPARE(program.all().value(0).service, TokenService::Webhook);
        }
    }

    void theTimeIsThatOfTheState()
    {
        const Registration begun = asked("run");
        const Registration leaving =
            begun.moved(State::Leaving, noon.addSecs(1), Message::inWords(u"why"_s));
        QCOMPARE(leaving.at, noon.addSecs(1));
        QCOMPARE(leaving.detail.english(), u"why"_s);
        QCOMPARE(leaving.moved(State::Leaving, noon.addSecs(2)).at, noon.addSecs(1));
        QCOMPARE(leaving.moved(State::Lost, noon.addSecs(2)).at, noon.addSecs(2));
    }

    void aReasonWithoutACodeIsKeptInItsWords()
    {
        const QTemporaryDir folder;
        Program program(folder);
        VERIFY_DONE(await(program.registrations().begin(asked("run"))));
        Registration leaving = staged("run");
        leaving.state = State::Leaving;
        leaving.detail = Message::inWords(u"words of another side"_s);
        VERIFY_DONE(await(program.registrations().change({State::Asked}, leaving)));
        QCOMPARE(program.all().value(0).detail, leaving.detail);
    }

    void aRunHasOneRegistration()
    {
        const QTemporaryDir folder;
        Program program(folder);
        VERIFY_DONE(await(program.registrations().begin(asked("run"))));
        COMPARE_FAILURE(await(program.registrations().begin(asked("run"))), FailureKind::Conflict);
        QCOMPARE(program.all().size(), 1);
    }

    void onlyTheStateThatWasReadIsChanged()
    {
        const QTemporaryDir folder;
        Program one(folder);
        Program other(folder);
        VERIFY_DONE(await(one.registrations().begin(asked("run"))));
        const auto changed = await(one.registrations().change({State::Asked}, staged("run")));
        QVERIFY(changed && *changed);
        Registration lost = asked("run");
        lost.state = State::Lost;
        const auto late = await(other.registrations().change({State::Asked}, lost));
        QVERIFY(late && !*late);
        QCOMPARE(one.all().value(0).state, State::Staged);
        const auto either =
            await(other.registrations().change({State::Asked, State::Staged}, lost));
        QVERIFY(either && *either);
        QCOMPARE(one.all().value(0).state, State::Lost);
    }

    void thoseOfTheWantedStatesAreReadOldestFirst()
    {
        const QTemporaryDir folder;
        Program program(folder);
        VERIFY_DONE(await(program.registrations().begin(asked("younger", noon.addSecs(5)))));
        VERIFY_DONE(await(program.registrations().begin(asked("older"))));
        VERIFY_DONE(await(program.registrations().begin(asked("third"))));
        VERIFY_DONE(await(program.registrations().change({State::Asked}, staged("third"))));
        const auto open = await(program.registrations().in({State::Asked, State::Lost}));
        VERIFY_DONE(open);
        QCOMPARE(open->size(), 2);
        QCOMPARE(open->value(0).onboarding.text(), u"older"_s);
        QCOMPARE(open->value(1).onboarding.text(), u"younger"_s);
        VERIFY_DONE(await(program.registrations().close(OnboardingId(u"older"_s))));
        QCOMPARE(await(program.registrations().in({State::Asked}))->size(), 1);
    }

    /// State and server of a client that is withdrawn -> the state afterwards.
    void aClientThatIsWithdrawnLeavesItsServerToo_data()
    {
        QTest::addColumn<State>("before");
        QTest::addColumn<TokenService>("servedBy");
        QTest::addColumn<State>("after");
        QTest::newRow("staged") << State::Staged << TokenService::Registration << State::Leaving;
        QTest::newRow("kept") << State::Kept << TokenService::Registration << State::Leaving;
        QTest::newRow("confirmed") << State::Confirmed << TokenService::Webhook << State::Leaving;
        QTest::newRow("kept, by a webhook")
            << State::Kept << TokenService::Webhook << State::Leaving;
        QTest::newRow("lost stays lost")
            << State::Lost << TokenService::Registration << State::Lost;
        QTest::newRow("not registered there") << State::Kept << TokenService::Given << State::Kept;
    }
    void aClientThatIsWithdrawnLeavesItsServerToo()
    {
        QFETCH(State, before);
        QFETCH(TokenService, servedBy);
        const QTemporaryDir folder;
        Program program(folder);
        QVERIFY(program.have("run", before, servedBy));
        QVERIFY(program.have("another", State::Kept));
        VERIFY_DONE(await(program.here->issuedClients().withdraw(staged("run").clientId)));
        const auto stateOf = [&program](const char* run) {
            for (const Registration& one : program.all())
                if (one.onboarding == OnboardingId(QLatin1String(run)))
                    return one.state;
            return State::Asked;
        };
        QTEST(stateOf("run"), "after");
        QCOMPARE(stateOf("another"), State::Kept);
    }

    void aBackendThatIsGoneStaysSoWhenItsClientIsWithdrawn()
    {
        const QTemporaryDir folder;
        Program program(folder);
        QVERIFY(program.have("run", State::Confirmed, TokenService::Webhook));
        Registration gone = staged("run");
        gone.state = State::Confirmed;
        gone.service = TokenService::Webhook;
        gone.detail = Message::of("webhook_gone", {u"410"_s});
        VERIFY_DONE(await(program.registrations().change({State::Confirmed}, gone)));
        VERIFY_DONE(await(program.here->issuedClients().withdraw(gone.clientId)));
        QCOMPARE(program.all().value(0).state, State::Leaving);
        QCOMPARE(program.all().value(0).detail.code, u"webhook_gone"_s);
    }

    void aClientOfAnotherEnvironmentStays()
    {
        const QTemporaryDir folder;
        Program program(folder);
        QVERIFY(program.have("run", State::Kept));
        const auto elsewhere = program.registry.environment(u"sandbox"_s);
        VERIFY_DONE(await(elsewhere->registrations().begin(asked("theirs"))));
        Registration theirs = staged("theirs");
        theirs.clientId = staged("run").clientId; // of another server
        theirs.state = State::Kept;
        VERIFY_DONE(await(elsewhere->registrations().change({State::Asked}, theirs)));
        VERIFY_DONE(await(program.here->issuedClients().withdraw(staged("run").clientId)));
        QCOMPARE(program.all().value(0).state, State::Leaving);
        QCOMPARE(await(elsewhere->registrations().in({State::Kept}))->size(), 1);
    }
};

JETBRIDGE_TEST(RegistrationsTest)
#include "RegistrationsTest.moc"
