// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SharedInvitations.h"
#include "domain/Utc.h"

#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

class TestClock final : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromSecsSinceEpoch(1'800'000'000, utc);
};

/// An invitation that is known, with what its code is checked by.
Invitation invited(SharedInvitations& invitations, const CompanyId& company, const QDateTime& until,
    const char* run = "run")
{
    const SecretHasher hasher{Secret("key")};
    Invitation::Record record;
    record.onboarding = OnboardingId(QLatin1String(run));
    record.company = company;
    record.madeAt = until.addSecs(-1800);
    record.expiresAt = until;
    Invitation invitation =
        Invitation::create(record, QByteArray(Invitation::codeLength, '7'), hasher);
    invitations.setHasher(hasher);
    invitations.take(invitation);
    return invitation;
}

} // namespace

/// What strangers can do to an invitation: next to nothing.
class SharedInvitationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStrangerNeitherFillsTheJournalNorEndsTheCode()
    {
        QObject mainThread;
        TestClock clock;
        struct Told {
            Invitation::Verdict verdict;
            int wrong;
        };
        QList<Told> told;
        SharedInvitations invitations(&mainThread, clock,
            {{}, {},
                [&told](const Invitation&, Invitation::Verdict verdict, int wrong) {
                    told.append({verdict, wrong});
                },
                {}, {}});
        const CompanyId company(u"globex"_s);
        const Invitation invitation = invited(invitations, company, clock.time.addSecs(1800));
        for (int i = 0; i < 12'000; ++i)
            QCOMPARE(invitations.signIn(company, u"AAAA-%1"_s.arg(i)).error().kind,
                FailureKind::Refused);
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].wrong, 1);

        clock.time = clock.time.addSecs(61);
        QVERIFY(!invitations.signIn(company, u"wrong"_s));
        QVERIFY(!invitations.signIn(company, u"wrong"_s));
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[1].wrong, 12'000);

        const auto signedIn = invitations.signIn(company, invitation.code().toLower());
        QVERIFY(signedIn);
        QCOMPARE(*signedIn, invitation.onboarding());
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 3);
        QVERIFY(told[2].verdict == Invitation::Verdict::Accepted);
        QCOMPARE(told[2].wrong, 1);
    }

    void nobodyLearnsWhichCompaniesAreInvited()
    {
        QObject mainThread;
        TestClock clock;
        SharedInvitations invitations(&mainThread, clock, {{}, {}, [](auto, auto, int) {}, {}, {}});
        const CompanyId company(u"globex"_s);
        invitations.setHasher(SecretHasher(Secret("key")));
        const auto unknown = invitations.signIn(company, u"AAAA"_s);
        invited(invitations, company, clock.time.addSecs(60));
        const auto wrong = invitations.signIn(company, u"AAAA"_s);
        clock.time = clock.time.addSecs(61);
        const auto late = invitations.signIn(company, u"AAAA"_s);
        for (const auto* answer : {&wrong, &late}) {
            QCOMPARE(answer->error().kind, unknown.error().kind);
            QCOMPARE(answer->error().detail, unknown.error().detail);
        }
    }

    /// A locked keychain is not reported as a wrong code, and nobody learns from it which companies
    /// are invited.
    void withoutTheKeyNoCodeIsCalledWrong()
    {
        QObject mainThread;
        TestClock clock;
        int asked = 0;
        SharedInvitations invitations(&mainThread, clock,
            {{}, {}, [](auto, auto, int) {}, {},
                [&asked] {
                    ++asked;
                }});
        const auto signedIn = invitations.signIn(CompanyId(u"anybody"_s), u"AAAA"_s);
        QCOMPARE(signedIn.error().kind, FailureKind::VaultUnavailable);
        QCoreApplication::processEvents();
        QCOMPARE(asked, 1);
    }

    void anEarlierInvitationDoesNotComeBack()
    {
        QObject mainThread;
        TestClock clock;
        SharedInvitations invitations(&mainThread, clock, {{}, {}, [](auto, auto, int) {}, {}, {}});
        const CompanyId company(u"globex"_s);
        const Invitation first = invited(invitations, company, clock.time.addSecs(60), "first");
        const Invitation second = invited(invitations, company, clock.time.addSecs(120), "second");
        invitations.take(first); // told of late
        QCOMPARE(invitations.invitation(company)->onboarding(), second.onboarding());
        Invitation::Record used = second.record();
        used.state = InvitationState::Approved;
        invitations.take(Invitation(used));
        QCOMPARE(invitations.signIn(company, second.code()).error().code, u"code_used"_s);
    }

    void thatThePageWasOpenedIsToldOnce()
    {
        QObject mainThread;
        TestClock clock;
        int told = 0;
        SharedInvitations invitations(
            &mainThread, clock, {{}, {}, [](auto, auto, int) {}, [&told](auto) { ++told; }, {}});
        const CompanyId company(u"globex"_s);
        invitations.opened(company);
        invited(invitations, company, clock.time.addSecs(60));
        for (int i = 0; i < 100; ++i)
            invitations.opened(company);
        QCoreApplication::processEvents();
        QCOMPARE(told, 1);
    }
};

JETBRIDGE_TEST(SharedInvitationsTest)
#include "SharedInvitationsTest.moc"
