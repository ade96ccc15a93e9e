// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Utc.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), utc);

Notification owed(const QByteArray& body)
{
    Notification notification;
    notification.client = ClientId(u"ours-1"_s);
    notification.company = CompanyId(u"globex"_s);
    notification.eventType = u"INTEGRATION_DISABLED"_s;
    notification.body = body;
    notification.at = noon;
    notification.isOwed = true;
    return notification;
}

IssuedClient issued()
{
    return {ClientId(u"ours-1"_s), QByteArray(32, 'h'), CompanyId(u"globex"_s),
        OnboardingId(u"run-1"_s), false};
}

} // namespace

class ForwardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup()
    {
        m_here.reset();
        m_registry.reset();
    }

    void onlyWhatIsOwedIsQueuedAndTheOldestComesFirst()
    {
        Notification kept = owed("0");
        kept.isOwed = false;
        VERIFY_DONE(await(m_here->inbox().append(kept)));
        VERIFY_DONE(await(m_here->inbox().append(owed("1"))));
        VERIFY_DONE(await(m_here->inbox().append(owed("2"))));
        VERIFY_DONE(await(m_here->issuedClients().issue(issued())));
        QVERIFY(!*await(m_here->forwards().of(1)));
        const auto first = take(noon);
        QVERIFY(first);
        QCOMPARE(first->notification.body, QByteArray("1"));
        QCOMPARE(first->notification.company.text(), u"globex"_s);
        QCOMPARE(first->notification.onboarding.text(), u"run-1"_s);
        QCOMPARE(first->tries, 1);
        QCOMPARE(take(noon)->notification.body, QByteArray("2"));
        QVERIFY(!take(noon));
    }

    void whatWasLentComesBackUnlessItWasDelivered()
    {
        VERIFY_DONE(await(m_here->inbox().append(owed("1"))));
        VERIFY_DONE(await(m_here->inbox().append(owed("2"))));
        QVERIFY(take(noon) && take(noon));
        VERIFY_DONE(await(m_here->forwards().markDelivered(1, noon)));
        reopen(); // The program that took them is gone.
        QVERIFY(!take(noon.addSecs(59)));
        const auto again = take(noon.addSecs(60));
        QVERIFY(again);
        QCOMPARE(again->notification.number, 2);
        QCOMPARE(again->tries, 2);
        QCOMPARE((*await(m_here->forwards().of(1)))->deliveredAt, noon);
    }

    void whatIsPostponedWaitsAndSaysWhy()
    {
        VERIFY_DONE(await(m_here->inbox().append(owed("1"))));
        VERIFY_DONE(await(m_here->inbox().append(owed("2"))));
        VERIFY_DONE(
            await(m_here->forwards().postpone(1, noon.addSecs(8), u"The backend answered 503."_s)));
        QCOMPARE(*await(m_here->forwards().nextDue()), std::optional(noon));
        VERIFY_DONE(await(m_here->forwards().postponeAll(noon.addSecs(4))));
        QCOMPARE(*await(m_here->forwards().nextDue()), std::optional(noon.addSecs(4)));
        QCOMPARE((*await(m_here->forwards().of(1)))->due, noon.addSecs(8));
        QCOMPARE((*await(m_here->forwards().of(1)))->lastFailure, u"The backend answered 503."_s);
        QVERIFY(!take(noon.addSecs(3)));
        QCOMPARE(take(noon.addSecs(8))->notification.number, 1);
    }

    void nothingDueIsNothing()
    {
        QVERIFY(!take(noon));
        QCOMPARE(*await(m_here->forwards().nextDue()), std::optional<QDateTime>());
    }

    void anotherEnvironmentGetsNothing()
    {
        VERIFY_DONE(await(m_here->inbox().append(owed("1"))));
        const auto other = m_registry->environment(u"sandbox"_s);
        QVERIFY(!*await(other->forwards().take(noon, noon.addSecs(60))));
        QVERIFY(!*await(other->forwards().of(1)));
        VERIFY_DONE(await(other->forwards().markDelivered(1, noon)));
        VERIFY_DONE(await(other->forwards().postponeAll(noon.addDays(1))));
        QVERIFY(take(noon));
    }

private:
    void reopen()
    {
        m_here.reset();
        m_registry.reset();
        m_registry = std::make_unique<Registry>(m_home->path());
        m_here = m_registry->environment(u"simulator"_s);
    }
    std::optional<Forward> take(const QDateTime& now)
    {
        const auto taken = await(m_here->forwards().take(now, now.addSecs(60)));
        if (!taken)
            qFatal("%s", qPrintable(taken.error().detail));
        return *taken;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<EnvironmentRegistry> m_here;
};

JETBRIDGE_TEST(ForwardsTest)
#include "ForwardsTest.moc"
