// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RotateMasterCredentials.h"

#include "flows/Fakes.h"
#include "flows/StoredCredentials.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

namespace {

const QString environment = QStringLiteral("simulator");

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
        QCOMPARE(office.inUse(), QStringLiteral("new"));
        QCOMPARE(office.before(), QStringLiteral("old"));
        const auto position = [&office](const char* deed) {
            return office.world.done.indexOf(QLatin1String(deed));
        };
        const QList<qsizetype> order{position("vault.store probe"), position("token new"),
            position("vault.store previous"), position("vault.store master"), position("drop old")};
        QVERIFY2(!order.contains(-1), qPrintable(office.world.done.join(QStringLiteral(", "))));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(office.history(),
            QStringList({QStringLiteral("rotated started"), QStringLiteral("rotated done")}));
        QVERIFY(office.journal.entries.last().detail.english().contains(QLatin1String("\"new\"")));
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
            << QStringLiteral("new") << QStringLiteral("other") << true << FailureKind::Invalid;
        QTest::newRow("the pair in use")
            << QStringLiteral("old") << QStringLiteral("app") << true << FailureKind::Invalid;
        QTest::newRow("a customer's")
            << QStringLiteral("globex-1") << QStringLiteral("app") << true << FailureKind::Invalid;
        QTest::newRow("none to replace")
            << QStringLiteral("new") << QStringLiteral("app") << false << FailureKind::Refused;
    }
    void whatIsNoRotationChangesNothingAndAsksNobody()
    {
        QFETCH(QString, client);
        QFETCH(QString, app);
        QFETCH(bool, isConnected);
        QFETCH(FailureKind, kind);
        Office office;
        office.issuedClients.given.insert(
            ClientId(QStringLiteral("globex-1")), CompanyId(QStringLiteral("globex")));
        if (!isConnected)
            office.vault.items.clear();
        const auto outcome =
            office.rotate(pair(client.toLatin1().constData(), "1", app.toLatin1().constData()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.world.count(QStringLiteral("token ") + client), 0);
        QCOMPARE(office.inUse(), isConnected ? QStringLiteral("old") : QString());
        QVERIFY(office.history().isEmpty());
    }

    /// Failing action -> which master credentials are in use, and whether the others still exist.
    void whateverFailsAPairThatWorksIsInUse_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("journal") << QStringLiteral("journal rotated started")
                                 << FailureKind::StorageUnavailable;
        QTest::newRow("vault locked")
            << QStringLiteral("vault.store probe") << FailureKind::VaultUnavailable;
        QTest::newRow("new pair wrong") << QStringLiteral("token new") << FailureKind::Refused;
        QTest::newRow("unreachable") << QStringLiteral("token new") << FailureKind::Unreachable;
        QTest::newRow("old pair cannot be kept")
            << QStringLiteral("vault.store previous") << FailureKind::VaultUnavailable;
        QTest::newRow("new pair cannot be kept")
            << QStringLiteral("vault.store master") << FailureKind::VaultUnavailable;
    }
    void whateverFailsAPairThatWorksIsInUse()
    {
        QFETCH(QString, failingDeed);
        QFETCH(FailureKind, kind);
        Office office;
        office.world.faults.insert(
            failingDeed, {kind, 0, {}, Message::inWords(QStringLiteral("fault")), {}});
        const auto outcome = office.rotate(pair("new", "2"));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.inUse(), QStringLiteral("old"));
        if (kind != FailureKind::StorageUnavailable)
            QCOMPARE(office.history().last(), QStringLiteral("rotated failed"));
    }

    void goingBackProvesTheOldPairAndKeepsTheNewOne()
    {
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        QVERIFY(QCoro::waitFor(rotateBack(office.services(environment))));
        QCOMPARE(office.inUse(), QStringLiteral("old"));
        QCOMPARE(office.before(), QStringLiteral("new"));
        QCOMPARE(office.world.count(QStringLiteral("token old")), 1);
    }

    void goingBackPutsTheOldPairToUseBeforeItsPlaceIsTaken()
    {
        Office office;
        QVERIFY(office.rotate(pair("new", "2")));
        office.world.faults.insert(
            QStringLiteral("vault.store previous"), {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        QVERIFY(!QCoro::waitFor(rotateBack(office.services(environment))));
        QCOMPARE(office.inUse(), QStringLiteral("old"));
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
        QCOMPARE(office.before(), QStringLiteral("old"));
        QCOMPARE(settle(pair("new", "2")), int(Settled::Removed));
        QVERIFY(office.before().isEmpty());
        QVERIFY(office.journal.entries.last().detail.english().contains(QLatin1String("\"old\"")));
        QCOMPARE(settle(pair("new", "2")), int(Settled::Nothing));
    }

    void thePairSaysWhereItWasProved()
    {
        Office office;
        MasterCredentials fresh = pair("new", "2");
        fresh.client.origin =
            QStringLiteral("https://elsewhere.example"); // the origin in the text that was pasted
        QVERIFY(office.rotate(fresh));
        const auto stored = QCoro::waitFor(storedMasterCredentials(office.vault, environment));
        QVERIFY(stored);
        QCOMPARE(stored->client.origin, fakes::origin);
    }
};

JETBRIDGE_TEST(RotateMasterCredentialsTest)
#include "RotateMasterCredentialsTest.moc"
