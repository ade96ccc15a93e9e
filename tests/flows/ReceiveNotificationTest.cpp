// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReceiveNotification.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class ReceiveNotificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void disabledChangesThatCustomerOnly()
    {
        Office office;
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.status("one"), IntegrationStatus::Disabled);
        QCOMPARE(office.status("two"), IntegrationStatus::Live);
    }

    void disabledEndsTheClientThatWeIssued_data()
    {
        QTest::addColumn<ChosenAnswer>("answer");
        QTest::addColumn<bool>("ends");
        QTest::newRow("as usual") << ChosenAnswer() << true;
        // SmartRecruiters sends it again and needs a token for that.
        QTest::newRow("staff chose 503") << ChosenAnswer{503, 0, false} << false;
        QTest::newRow("staff chose a delay") << ChosenAnswer{200, 5000, false} << false;
        QTest::newRow("staff chose no answer") << ChosenAnswer{200, 0, true} << false;
    }
    void disabledEndsTheClientThatWeIssued()
    {
        QFETCH(ChosenAnswer, answer);
        QFETCH(bool, ends);
        Office office;
        office.inbox.answer = answer;
        QVERIFY(office.receive(u"SOMETHING_NEW"_s));
        QVERIFY(!office.world.done.contains(u"disable client"_s));
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.status("one"), IntegrationStatus::Disabled);
        QCOMPARE(office.world.done.contains(u"disable client"_s), ends);
    }

    void anUnknownEventIsKeptAndChangesNothing()
    {
        Office office;
        QVERIFY(office.receive(u"SOMETHING_NEW"_s));
        QCOMPARE(office.inbox.notifications.size(), 1);
        QCOMPARE(office.status("one"), IntegrationStatus::Live);
    }

    void aRepeatIsKeptAsARepeat()
    {
        Office office;
        QVERIFY(!office.receive(u"INTEGRATION_DISABLED"_s)->repeat);
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s)->repeat);
        QCOMPARE(office.inbox.notifications.size(), 2);
    }

    void nothingChangesBeforeItIsOnDisk()
    {
        Office office;
        office.world.faults.insert(
            u"inbox.append"_s, {FailureKind::StorageUnavailable, 0, {}, {}, {}});
        const auto outcome = office.receive(u"INTEGRATION_DISABLED"_s);
        QVERIFY(!outcome);
        QCOMPARE(office.status("one"), IntegrationStatus::Live);
    }

    /// SmartRecruiters sends it again after a failure, and what is in the inbox is forwarded.
    void whatItChangesComesWithItOrNothingIsKept_data()
    {
        QTest::addColumn<QString>("cannotBeWritten");
        QTest::newRow("the line") << u"journal notified done"_s;
        QTest::newRow("the row") << u"save disabled"_s;
        QTest::newRow("the client's end") << u"disable client"_s;
    }
    void whatItChangesComesWithItOrNothingIsKept()
    {
        QFETCH(QString, cannotBeWritten);
        Office office;
        office.world.faults.insert(
            cannotBeWritten, {FailureKind::StorageUnavailable, 0, {}, {}, {}});
        QVERIFY(!office.receive(u"INTEGRATION_DISABLED"_s));
        QVERIFY(office.inbox.notifications.isEmpty());
        QVERIFY(office.journal.entries.isEmpty());
        QCOMPARE(office.status("one"), IntegrationStatus::Live);

        office.world.faults.clear();
        const auto again = office.receive(u"INTEGRATION_DISABLED"_s);
        QVERIFY(again);
        QVERIFY(!again->repeat);
        QCOMPARE(office.inbox.notifications.size(), 1);
        QCOMPARE(office.status("one"), IntegrationStatus::Disabled);
    }

    void aRegistryThatRefusesTheSameRowTwiceIsNotAskedForEver()
    {
        Office office;
        office.world.faults.insert(u"save disabled"_s, {FailureKind::Conflict, 0, {}, {}, {}});
        QVERIFY(!office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.world.count(u"inbox.append"_s), 2);
        QVERIFY(office.inbox.notifications.isEmpty());
    }

    void aForgottenCustomersNotificationIsStillKept()
    {
        Office office;
        office.integrations.rows.clear();
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.inbox.notifications.size(), 1);
    }

    void whoIsForgottenInTheMiddleOfItStaysForgotten()
    {
        Office office;
        office.world.meanwhile.insert(
            u"journal notified done"_s, [&office] { office.integrations.rows.clear(); });
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.inbox.notifications.size(), 1);
        QVERIFY(office.integrations.rows.isEmpty());
        QVERIFY(office.journal.entries.isEmpty());
    }

    void whoIsVerifiedInTheMiddleOfItIsDisabledAllTheSame()
    {
        Office office;
        office.world.meanwhile.insert(u"journal notified done"_s, [&office] {
            Integration& one = office.integrations.rows[IntegrationId(u"one"_s)];
            if (one.status == IntegrationStatus::Live)
                one.status = IntegrationStatus::Failing;
        });
        QVERIFY(office.receive(u"INTEGRATION_DISABLED"_s));
        QCOMPARE(office.status("one"), IntegrationStatus::Disabled);
        QCOMPARE(office.inbox.notifications.size(), 1);
        QCOMPARE(office.journal.entries.size(), 1);
    }

private:
    struct Office : fakes::Office {
        Office()
        {
            for (const char* name : {"one", "two"}) {
                Integration integration;
                integration.id = IntegrationId(QString::fromLatin1(name));
                integration.company = CompanyId(QString::fromLatin1(name));
                integration.issuedClientId = ClientId(QString::fromLatin1(name));
                integration.status = IntegrationStatus::Live;
                integrations.rows.insert(integration.id, integration);
            }
        }
        Outcome<Notification> receive(const QString& eventType)
        {
            Notification notification;
            notification.client = ClientId(u"one"_s);
            notification.company = CompanyId(u"one"_s);
            notification.eventType = eventType;
            notification.body = eventType.toUtf8();
            auto task = receiveNotification(services(), notification);
            return QCoro::waitFor(std::move(task));
        }
        IntegrationStatus status(const char* name) const
        {
            return integrations.rows.value(IntegrationId(QString::fromLatin1(name))).status;
        }
    };
};

JETBRIDGE_TEST(ReceiveNotificationTest)
#include "ReceiveNotificationTest.moc"
