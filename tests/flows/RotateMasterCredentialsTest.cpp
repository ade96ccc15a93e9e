// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RotateMasterCredentials.h"

#include "flows/Fakes.h"
#include "flows/StoredCredentials.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString environment = u"simulator"_s;

MasterCredentials pair(const char* client, const char* secret, const char* app = "app")
{
    return {AppId(QString::fromLatin1(app)),
        {ClientId(QString::fromLatin1(client)), Secret(QByteArrayView(secret))}};
}

struct Office : fakes::Office {
    Office()
    {
        vault.items.insert(VaultKey::master(environment).text(), pair("old", "1").toJson());
    }
    Outcome<AccessToken> rotate(MasterCredentials fresh)
    {
        return QCoro::waitFor(rotateMasterCredentials(services(environment), std::move(fresh)));
    }
    QString inUse()
    {
        const auto stored = QCoro::waitFor(storedMasterCredentials(vault, environment));
        return stored ? stored->client.clientId.text() : QString();
    }
    QString before()
    {
        const auto previous = QCoro::waitFor(previousMasterCredentials(vault, environment));
        return previous && previous->has_value() ? (*previous)->client.clientId.text() : QString();
    }
    QStringList history() const
    {
        QStringList lines;
        for (const JournalEntry& line : journal.entries)
            lines.append(stepName(line.step) + QLatin1Char(' ') + stepStateName(line.state));
        return lines;
    }
};

} // namespace

class RotateMasterCredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewPairIsProvedThenUsedAndTheOldOneKept()
    {
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        QCOMPARE(office.inUse(), u"new"_s);
        QCOMPARE(office.before(), u"old"_s);
        const auto position = [&office](const char* deed) {
            return office.world.done.indexOf(QLatin1String(deed));
        };
        const QList<qsizetype> order{position("vault.store probe"), position("token new"),
            position("vault.store previous"), position("vault.store master"), position("drop old")};
        QVERIFY2(!order.contains(-1), qPrintable(office.world.done.join(u", "_s)));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(office.history(), QStringList({u"rotated started"_s, u"rotated done"_s}));
        QVERIFY(office.journal.entries.last().detail.english().contains("\"new\""_L1));
        QVERIFY(office.journal.entries.last().company.isEmpty());
        QVERIFY(office.journal.entries.last().at.isValid());
    }

    void aNewSecretOfTheSameClientIsARotationToo()
    {
        Office office;
        QVERIFY(office.rotate(pair("old", "2")));
        const auto stored = QCoro::waitFor(storedMasterCredentials(office.vault, environment));
        QVERIFY(stored);
        QVERIFY(stored->client.clientSecret.equals(Secret("2")));
    }

    void whatIsNoRotationChangesNothingAndAsksNobody_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("app");
        QTest::addColumn<bool>("isConnected");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("another application")
            << u"new"_s << u"other"_s << true << FailureKind::Invalid;
        QTest::newRow("the pair in use") << u"old"_s << u"app"_s << true << FailureKind::Invalid;
        QTest::newRow("a customer's") << u"globex-1"_s << u"app"_s << true << FailureKind::Invalid;
        QTest::newRow("none to replace") << u"new"_s << u"app"_s << false << FailureKind::Refused;
    }
    void whatIsNoRotationChangesNothingAndAsksNobody()
    {
        QFETCH(QString, client);
        QFETCH(QString, app);
        QFETCH(bool, isConnected);
        QFETCH(FailureKind, kind);
        Office office;
        office.issuedClients.given.insert(ClientId(u"globex-1"_s), CompanyId(u"globex"_s));
        if (!isConnected)
            office.vault.items.clear();
        const auto outcome =
            office.rotate(pair(client.toLatin1().constData(), "1", app.toLatin1().constData()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.world.count(u"token "_s + client), 0);
        QCOMPARE(office.inUse(), isConnected ? u"old"_s : QString());
        QVERIFY(office.history().isEmpty());
    }

    /// Failing action -> which master credentials are in use, and whether the others still exist.
    void whateverFailsAPairThatWorksIsInUse_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("journal") << u"journal rotated started"_s << FailureKind::StorageUnavailable;
        QTest::newRow("vault locked") << u"vault.store probe"_s << FailureKind::VaultUnavailable;
        QTest::newRow("new pair wrong") << u"token new"_s << FailureKind::Refused;
        QTest::newRow("unreachable") << u"token new"_s << FailureKind::Unreachable;
        QTest::newRow("old pair cannot be kept")
            << u"vault.store previous"_s << FailureKind::VaultUnavailable;
        QTest::newRow("new pair cannot be kept")
            << u"vault.store master"_s << FailureKind::VaultUnavailable;
    }
    void whateverFailsAPairThatWorksIsInUse()
    {
        QFETCH(QString, failingDeed);
        QFETCH(FailureKind, kind);
        Office office;
        office.world.faults.insert(failingDeed, {kind, 0, {}, Message::inWords(u"fault"_s), {}});
        const auto outcome = office.rotate(pair("new", "2"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.inUse(), u"old"_s);
        QCOMPARE(office.before(), QString());
        if (kind != FailureKind::StorageUnavailable)
            QCOMPARE(office.history().last(), u"rotated failed"_s);
    }

    void goingBackProvesTheOldPairAndKeepsTheNewOne()
    {
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        QVERIFY(QCoro::waitFor(rotateBack(office.services(environment))));
        QCOMPARE(office.inUse(), u"old"_s);
        QCOMPARE(office.before(), u"new"_s);
        QCOMPARE(office.world.count(u"token old"_s), 1);
    }

    void goingBackPutsTheOldPairToUseBeforeItsPlaceIsTaken()
    {
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        office.world.done.clear();
        QVERIFY(QCoro::waitFor(rotateBack(office.services(environment))));
        const auto inUse = office.world.done.indexOf(u"vault.store master"_s);
        QVERIFY(inUse >= 0 && inUse < office.world.done.indexOf(u"vault.store previous"_s));
    }

    void aRotationThatFailsHalfWayIsUndone_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<bool>("isBack");
        for (const char* deed : {"vault.store previous", "vault.store master"})
            for (const bool isBack : {false, true})
                QTest::addRow("%s, %s", deed, isBack ? "back" : "on")
                    << QString::fromLatin1(deed) << isBack;
    }
    void aRotationThatFailsHalfWayIsUndone()
    {
        QFETCH(QString, failingDeed);
        QFETCH(bool, isBack);
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        office.world.faults.insert(failingDeed, {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        const auto again = [&] {
            return isBack ? QCoro::waitFor(rotateBack(office.services(environment)))
                          : office.rotate(pair("newest", "3"));
        };
        QVERIFY(!again());
        QCOMPARE(office.inUse(), u"new"_s);
        QCOMPARE(office.before(), u"old"_s);
        office.world.faults.clear();
        QVERIFY(again());
        QCOMPARE(office.inUse(), isBack ? u"old"_s : u"newest"_s);
        QCOMPARE(office.before(), u"new"_s);
    }

    void withoutAnEarlierPairThereIsNoWayBack()
    {
        Office office;
        const auto outcome = QCoro::waitFor(rotateBack(office.services(environment)));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::NotFound);
    }

    void theOldPairGoesWhenTheNewOneHasProvedItself()
    {
        Office office;
        const auto settle = [&office](const MasterCredentials& confirmedWith) {
            const auto settled =
                QCoro::waitFor(settleRotation(office.services(environment), confirmedWith.client));
            return settled ? int(*settled) : -1;
        };
        QCOMPARE(settle(pair("old", "1")), int(Settled::Nothing));
        QVERIFY(office.history().isEmpty());
        QVERIFY(office.rotate(pair("new", "2")));
        // The confirm call may have begun before, here or in another program.
        QCOMPARE(settle(pair("old", "1")), int(Settled::OtherPair));
        QCOMPARE(settle(pair("new", "3")), int(Settled::OtherPair));
        QCOMPARE(office.before(), u"old"_s);
        QCOMPARE(settle(pair("new", "2")), int(Settled::Removed));
        QVERIFY(office.before().isEmpty());
        QVERIFY(office.journal.entries.last().detail.english().contains("\"old\""_L1));
        QCOMPARE(settle(pair("new", "2")), int(Settled::Nothing));
    }

    void thePairSaysWhereItWasProved()
    {
        Office office;
        MasterCredentials fresh = pair("new", "2");
        fresh.client.origin =
            u"https://elsewhere.example"_s; // the origin in the text that was pasted
        QVERIFY(office.rotate(fresh));
        const auto stored = QCoro::waitFor(storedMasterCredentials(office.vault, environment));
        QVERIFY(stored);
        QCOMPARE(stored->client.origin, fakes::origin);
    }
};

JETBRIDGE_TEST(RotateMasterCredentialsTest)
#include "RotateMasterCredentialsTest.moc"
