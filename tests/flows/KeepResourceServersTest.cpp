// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepResourceServers.h"
#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

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
        const auto made = QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(made);
        QVERIFY(made->client.clientSecret.size() >= 27); // 160 bits at least
        QCOMPARE(m_office.resourceServers.servers.size(), 1);
        QCOMPARE(m_office.resourceServers.servers.first().secretSha256,
            made->client.clientSecret.sha256());
        const auto again = QCoro::waitFor(resourceServerPair(services(), QStringLiteral("ats")));
        QVERIFY(again);
        QVERIFY(again->client.clientSecret.equals(made->client.clientSecret));
    }

    void anOddOrTakenNameIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("empty") << QString() << FailureKind::Invalid;
        QTest::newRow("a line break") << QStringLiteral("a\nb") << FailureKind::Invalid;
        QTest::newRow("spaces around") << QStringLiteral(" ats") << FailureKind::Invalid;
        QTest::newRow("long") << QString(65, QLatin1Char('a')) << FailureKind::Invalid;
        QTest::newRow("taken") << QStringLiteral("ats") << FailureKind::Conflict;
    }
    void anOddOrTakenNameIsRefused()
    {
        QFETCH(QString, name);
        QVERIFY(QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats"))));
        const auto refused = QCoro::waitFor(addResourceServer(services(), name));
        QVERIFY(!refused);
        QTEST(refused.error().kind, "kind");
        QCOMPARE(m_office.resourceServers.servers.size(), 1);
        QCOMPARE(m_office.vault.items.size(), 1);
    }

    void withoutAKeychainThereIsNone()
    {
        m_office.world.faults.insert(QStringLiteral("vault.store resource-server"),
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(QStringLiteral("locked")), {}});
        const auto refused = QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(m_office.resourceServers.servers.isEmpty());
    }

    void aLockedKeychainDoesNotKeepItFromEnding()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats"))));
        m_office.world.faults.insert(QStringLiteral("vault.remove resource-server"),
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(QStringLiteral("locked")), {}});
        const auto removed =
            QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(removed.error().detail.english().contains(QLatin1String("has ended")));
        QVERIFY(m_office.resourceServers.servers.isEmpty());
    }

    void whatIsRemovedLeavesNothing()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats"))));
        QVERIFY(QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats"))));
        QVERIFY(m_office.vault.items.isEmpty());
        const auto again = QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::NotFound);
    }

private:
    Services services() { return m_office.services(); }

    Office m_office;
};

JETBRIDGE_TEST(KeepResourceServersTest)
#include "KeepResourceServersTest.moc"
