// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ConnectPartner.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

class ConnectPartnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProvedPairIsStoredAndReadBack()
    {
        Office office;
        QVERIFY(office.connect());
        QVERIFY(office.vault.items.contains(QStringLiteral("simulator/master")));
        QCOMPARE(office.world.count(QStringLiteral("vault.read master")), 1);
    }

    void nothingIsStoredUnlessProvedAndNothingIsSentUnlessItCanBeStored_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<bool>("tokenAsked");
        QTest::newRow("vault locked")
            << QStringLiteral("vault.store probe") << FailureKind::VaultUnavailable << false;
        QTest::newRow("vault reads nothing")
            << QStringLiteral("vault.read probe") << FailureKind::VaultUnavailable << false;
        QTest::newRow("registry cannot be read")
            << QStringLiteral("companyOf") << FailureKind::StorageUnavailable << false;
        QTest::newRow("wrong pair")
            << QStringLiteral("token master") << FailureKind::Refused << true;
        QTest::newRow("down") << QStringLiteral("token master") << FailureKind::Unreachable << true;
        QTest::newRow("HTML") << QStringLiteral("token master") << FailureKind::BadReply << true;
    }
    void nothingIsStoredUnlessProvedAndNothingIsSentUnlessItCanBeStored()
    {
        QFETCH(QString, failingDeed);
        QFETCH(FailureKind, kind);
        QFETCH(bool, tokenAsked);
        Office office;
        office.world.faults.insert(failingDeed, {kind, 0, {}, {}, {}});
        const auto outcome = office.connect();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.world.count(QStringLiteral("token master")), tokenAsked ? 1 : 0);
        QVERIFY(!office.vault.items.contains(QStringLiteral("simulator/master")));
    }

    void aCustomersCredentialsAreNeverTheMasters()
    {
        Office office;
        office.issuedClients.given.insert(
            ClientId(QStringLiteral("master")), CompanyId(QStringLiteral("globex")));
        const auto outcome = office.connect();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QCOMPARE(outcome.error().code, QStringLiteral("customer_level"));
        QVERIFY(outcome.error().detail.contains(QLatin1String("globex")));
        QCOMPARE(office.world.done, QStringList{QStringLiteral("companyOf")}); // nothing else was
                                                                               // done
    }

private:
    struct Office : fakes::Office {
        Outcome<AccessToken> connect()
        {
            const MasterCredentials master{AppId(QStringLiteral("app")),
                {ClientId(QStringLiteral("master")), Secret("master secret")}};
            auto task = connectPartner(
                smartRecruiters, tokens, vault, issuedClients, QStringLiteral("simulator"), master);
            return QCoro::waitFor(std::move(task));
        }
    };
};

JETBRIDGE_TEST(ConnectPartnerTest)
#include "ConnectPartnerTest.moc"
