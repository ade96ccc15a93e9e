// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Desk.h"
#include "domain/Utc.h"

#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

namespace {

class TestClock final : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromSecsSinceEpoch(1'800'000'000, utc);
};

} // namespace

/// What strangers can do to an invitation: next to nothing.
class DeskTest : public QObject {
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
        Desk desk(&mainThread, clock,
            {{}, {}, {},
                [&told](const Invitation&, Invitation::Verdict verdict, int wrong) {
                    told.append({verdict, wrong});
                },
                {}, {}});
        const CompanyId company(QStringLiteral("globex"));
        const auto invitation = Invitation::create(company, OnboardingId(QStringLiteral("run")),
            QByteArray(Invitation::codeLength, '7'), clock.time.addSecs(1800));
        desk.invite(invitation);
        for (int i = 0; i < 12'000; ++i)
            QCOMPARE(desk.signIn(company, QStringLiteral("AAAA-%1").arg(i)).error().kind,
                FailureKind::Refused);
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].wrong, 1);

        clock.time = clock.time.addSecs(61);
        QVERIFY(!desk.signIn(company, QStringLiteral("wrong")));
        QVERIFY(!desk.signIn(company, QStringLiteral("wrong")));
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[1].wrong, 12'000);

        const auto signedIn = desk.signIn(company, invitation.code().toLower());
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
        Desk desk(&mainThread, clock, {{}, {}, {}, [](auto, auto, int) {}, {}, {}});
        const CompanyId company(QStringLiteral("globex"));
        const auto unknown = desk.signIn(company, QStringLiteral("AAAA"));
        desk.invite(Invitation::create(company, OnboardingId(QStringLiteral("run")),
            QByteArray(Invitation::codeLength, '7'), clock.time.addSecs(60)));
        const auto wrong = desk.signIn(company, QStringLiteral("AAAA"));
        clock.time = clock.time.addSecs(61);
        const auto late = desk.signIn(company, QStringLiteral("AAAA"));
        for (const auto* answer : {&wrong, &late}) {
            QCOMPARE(answer->error().kind, unknown.error().kind);
            QCOMPARE(answer->error().detail, unknown.error().detail);
        }
    }
};

JETBRIDGE_TEST(DeskTest)
#include "DeskTest.moc"
