// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ConnectPartner.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class ConnectPartnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProvedPairIsStoredAndReadBack()
    {
        Office office;
        QVERIFY(office.connect());
        QVERIFY(office.vault.items.contains(u"simulator/master"_s));
        QCOMPARE(office.world.count(u"vault.read master"_s), 1);
    }

    void nothingIsStoredUnlessProvedAndNothingIsSentUnlessItCanBeStored_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<bool>("tokenAsked");
        QTest::newRow("vault locked")
            << u"vault.store probe"_s << FailureKind::VaultUnavailable << false;
        QTest::newRow("vault reads nothing")
            << u"vault.read probe"_s << FailureKind::VaultUnavailable << false;
        QTest::newRow("registry cannot be read")
            << u"companyOf"_s << FailureKind::StorageUnavailable << false;
        QTest::newRow("wrong pair") << u"token master"_s << FailureKind::Refused << true;
        QTest::newRow("down") << u"token master"_s << FailureKind::Unreachable << true;
        QTest::newRow("HTML") << u"token master"_s << FailureKind::BadReply << true;
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
        QCOMPARE(office.world.count(u"token master"_s), tokenAsked ? 1 : 0);
        QVERIFY(!office.vault.items.contains(u"simulator/master"_s));
    }

    void aCustomersCredentialsAreNeverTheMasters()
    {
        Office office;
        office.issuedClients.given.insert(ClientId(u"master"_s), CompanyId(u"globex"_s));
        const auto outcome = office.connect();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QCOMPARE(outcome.error().code, u"customer_level"_s);
        QVERIFY(outcome.error().detail.english().contains("globex"_L1));
        QCOMPARE(office.world.done, QStringList{u"companyOf"_s}); // nothing else was done
    }

private:
    struct Office : fakes::Office {
        Outcome<AccessToken> connect()
        {
            const MasterCredentials master{
                AppId(u"app"_s), {ClientId(u"master"_s), Secret("master secret")}};
            auto task = connectPartner(services(), master);
            return QCoro::waitFor(std::move(task));
        }
    };
};

JETBRIDGE_TEST(ConnectPartnerTest)
#include "ConnectPartnerTest.moc"
