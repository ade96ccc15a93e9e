// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepResourceServers.h"
#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::fakes;

class KeepResourceServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_office.world = {};
        m_office.vault.items.clear();
        m_office.resourceServers.servers.clear();
    }

    void aPairIsMadeKeptAndGivenAgain()
    {
        const auto made = QCoro::waitFor(addResourceServer(services(), u"ats"_s));
        QVERIFY(made);
        QVERIFY(made->client.clientSecret.size() >= 27); // 160 bits at least
        QCOMPARE(m_office.resourceServers.servers.size(), 1);
        QCOMPARE(m_office.resourceServers.servers.first().secretSha256,
            made->client.clientSecret.sha256());
        const auto again = QCoro::waitFor(resourceServerPair(services(), u"ats"_s));
        QVERIFY(again);
        QVERIFY(again->client.clientSecret.equals(made->client.clientSecret));
    }

    void anOddOrTakenNameIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("empty") << QString() << FailureKind::Invalid;
        QTest::newRow("a line break") << u"a\nb"_s << FailureKind::Invalid;
        QTest::newRow("spaces around") << u" ats"_s << FailureKind::Invalid;
        QTest::newRow("long") << QString(65, QLatin1Char('a')) << FailureKind::Invalid;
        QTest::newRow("taken") << u"ats"_s << FailureKind::Conflict;
    }
    void anOddOrTakenNameIsRefused()
    {
        QFETCH(QString, name);
        QVERIFY(QCoro::waitFor(addResourceServer(services(), u"ats"_s)));
        const auto refused = QCoro::waitFor(addResourceServer(services(), name));
        QVERIFY(!refused);
        QTEST(refused.error().kind, "kind");
        QCOMPARE(m_office.resourceServers.servers.size(), 1);
        QCOMPARE(m_office.vault.items.size(), 1);
    }

    void withoutAKeychainThereIsNone()
    {
        m_office.world.faults.insert(u"vault.store resource-server"_s,
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        const auto refused = QCoro::waitFor(addResourceServer(services(), u"ats"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(m_office.resourceServers.servers.isEmpty());
    }

    void whatRemainsIsSaidWhereTheRegistryCannotBeWrittenEither()
    {
        m_office.world.faults.insert(u"vault.store resource-server"_s,
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        m_office.world.faults.insert(u"resourceServers.remove"_s,
            Failure{FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"full"_s), {}});
        const auto refused = QCoro::waitFor(addResourceServer(services(), u"ats"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::VaultUnavailable);
        const QString detail = refused.error().detail.english();
        for (const auto* said : {"\"ats\" is still listed", "(locked)", "(full)"})
            QVERIFY2(detail.contains(QLatin1String(said)), qPrintable(detail));
        // The advice works.
        m_office.world.faults.clear();
        QVERIFY(QCoro::waitFor(removeResourceServer(services(), u"ats"_s)));
        QVERIFY(QCoro::waitFor(addResourceServer(services(), u"ats"_s)));
    }

    void aLockedKeychainDoesNotKeepItFromEnding()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), u"ats"_s)));
        m_office.world.faults.insert(u"vault.remove resource-server"_s,
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        const auto removed = QCoro::waitFor(removeResourceServer(services(), u"ats"_s));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(removed.error().detail.english().contains("has ended"_L1));
        QVERIFY(m_office.resourceServers.servers.isEmpty());
    }

    void whatIsRemovedLeavesNothing()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), u"ats"_s)));
        QVERIFY(QCoro::waitFor(removeResourceServer(services(), u"ats"_s)));
        QVERIFY(m_office.vault.items.isEmpty());
        const auto again = QCoro::waitFor(removeResourceServer(services(), u"ats"_s));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::NotFound);
    }

private:
    Services services() { return m_office.services(); }

    Office m_office;
};

JETBRIDGE_TEST(KeepResourceServersTest)
#include "KeepResourceServersTest.moc"
