// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepResourceServers.h"
#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace jetbridge;
using namespace jetbridge::fakes;

namespace {

class FakeResourceServers final : public ResourceServers {
public:
    Task<Outcome<Done>> add(ResourceServer server) override
    {
        for (const ResourceServer& one : std::as_const(servers))
            if (one.name == server.name)
                co_return failed(FailureKind::Conflict, QStringLiteral("taken"));
        servers.append(server);
        co_return Done{};
    }
    Task<Outcome<Done>> remove(ClientId client) override
    {
        servers.removeIf(
            [&client](const ResourceServer& server) { return server.clientId == client; });
        co_return Done{};
    }
    Task<Outcome<QList<ResourceServer>>> all() override
    {
        co_return QList<ResourceServer>(servers);
    }
    QList<ResourceServer> servers;
};

} // namespace

class KeepResourceServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = {};
        m_vault.items.clear();
        m_servers.servers.clear();
    }

    void aPairIsMadeKeptAndGivenAgain()
    {
        const auto made = QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(made);
        QVERIFY(made->client.clientSecret.size() >= 27); // 160 bits at least
        QCOMPARE(m_servers.servers.size(), 1);
        QCOMPARE(m_servers.servers.first().secretSha256, made->client.clientSecret.sha256());
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
        QCOMPARE(m_servers.servers.size(), 1);
        QCOMPARE(m_vault.items.size(), 1);
    }

    void withoutAKeychainThereIsNone()
    {
        m_world.faults.insert(QStringLiteral("vault.store resource-server"),
            Failure{FailureKind::VaultUnavailable, 0, {},
                Message::inWords(QStringLiteral("locked")), {}});
        const auto refused = QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(m_servers.servers.isEmpty());
    }

    void aLockedKeychainDoesNotKeepItFromEnding()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats"))));
        m_world.faults.insert(QStringLiteral("vault.remove resource-server"),
            Failure{FailureKind::VaultUnavailable, 0, {},
                Message::inWords(QStringLiteral("locked")), {}});
        const auto removed =
            QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, FailureKind::VaultUnavailable);
        QVERIFY(removed.error().detail.english().contains(QLatin1String("has ended")));
        QVERIFY(m_servers.servers.isEmpty());
    }

    void whatIsRemovedLeavesNothing()
    {
        QVERIFY(QCoro::waitFor(addResourceServer(services(), QStringLiteral("ats"))));
        QVERIFY(QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats"))));
        QVERIFY(m_vault.items.isEmpty());
        const auto again = QCoro::waitFor(removeResourceServer(services(), QStringLiteral("ats")));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::NotFound);
    }

private:
    ResourceServerServices services()
    {
        return {QStringLiteral("simulator"), m_servers, m_vault, m_clock, m_randomness};
    }

    World m_world;
    FakeVault m_vault{m_world};
    FakeResourceServers m_servers;
    FixedClock m_clock;
    CountingRandomness m_randomness;
};

JETBRIDGE_TEST(KeepResourceServersTest)
#include "KeepResourceServersTest.moc"
