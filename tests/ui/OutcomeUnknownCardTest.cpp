// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/TroubleCard.h"
#include "support/TestMain.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

/// The row of a run of unknown outcome.
Integration unknownRow(Evidence evidence)
{
    Integration row;
    row.id = IntegrationId(u"unknown-run-1"_s);
    row.company = CompanyId(u"globex"_s);
    row.status = IntegrationStatus::Unknown;
    row.statusDetail = Message::inWords(u"SmartRecruiters answered 500."_s);
    row.bidirectional = evidence != Evidence::None;
    if (row.bidirectional)
        row.issuedClientId = ClientId(u"jetbridge-1"_s);
    if (evidence == Evidence::IsThere)
        row.checkedAt = QDateTime::currentDateTimeUtc();
    return row;
}

Integration disabledRow()
{
    Integration row = unknownRow(Evidence::IsThere);
    row.statusDetail = Message::of("unknown_was_disabled");
    return row;
}

template <typename T> T* part(const OutcomeUnknownCard& card, const char* name)
{
    return card.findChild<T*>(QLatin1String(name));
}

} // namespace

class OutcomeUnknownCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsSaidAndDecidesWhatIsOffered_data()
    {
        QTest::addColumn<Integration>("row");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<bool>("mayRepeat");
        QTest::addColumn<bool>("mayDisable");
        QTest::newRow("it uses the client")
            << unknownRow(Evidence::IsThere) << "the integration exists there" << false << true;
        QTest::newRow("it has not asked so far")
            << unknownRow(Evidence::NotAsked) << "has not asked your oauthTokenUrl" << true << true;
        QTest::newRow("one-way") << unknownRow(Evidence::None) << "one-way integration" << true
                                 << true;
        QTest::newRow("the customer disabled it")
            << disabledRow() << "the customer disabled the integration" << false << false;
    }
    void whatIsKnownIsSaidAndDecidesWhatIsOffered()
    {
        QFETCH(Integration, row);
        QFETCH(QString, evidence);
        QFETCH(bool, mayRepeat);
        QFETCH(bool, mayDisable);
        OutcomeUnknownCard card;
        card.show(u"Globex"_s, row, true);
        const auto text = [&card](const char* name) {
            return part<QLabel>(card, name)->text();
        };
        QVERIFY(text("unknownTitle").contains("Globex"_L1));
        QVERIFY(text("unknownSure").contains("the confirm request was sent"_L1));
        QVERIFY2(text("unknownEvidence").contains(evidence), qPrintable(text("unknownEvidence")));
        QVERIFY(!part<QPushButton>(card, "unknownExists")->isHidden());
        QVERIFY(!part<QPushButton>(card, "copyForSmartRecruiters")->isHidden());
        QCOMPARE(!part<QPushButton>(card, "unknownRepeat")->isHidden(), mayRepeat);
        QCOMPARE(!part<QPushButton>(card, "unknownDisable")->isHidden(), mayDisable);
        // What came instead of an answer matters while nothing better is known.
        QCOMPARE(!part<QLabel>(card, "unknownUnsure")->isHidden(), mayRepeat);
        if (mayRepeat)
            QVERIFY(text("unknownUnsure").contains("answered 500"_L1));
        card.show(u"Globex"_s, row, false);
        QVERIFY(part<QPushButton>(card, "unknownDisable")->isHidden());
    }

    void theRowIsResolvedOnlyAfterSomebodySaidThatTheIntegrationIsDisabled()
    {
        OutcomeUnknownCard card;
        const QSignalSpy exists(&card, &OutcomeUnknownCard::existsWanted);
        card.show(u"Globex"_s, unknownRow(Evidence::NotAsked), false);
        part<QPushButton>(card, "unknownExists")->click();
        QVERIFY(exists.isEmpty());
        QTRY_VERIFY(part<QPushButton>(card, "unknownExistsYes"));
        part<QPushButton>(card, "unknownExistsYes")->click();
        QCOMPARE(exists.size(), 1);
    }

    void nobodyIsAskedWhatSmartRecruitersHasTold()
    {
        OutcomeUnknownCard card;
        const QSignalSpy exists(&card, &OutcomeUnknownCard::existsWanted);
        card.show(u"Globex"_s, disabledRow(), false);
        part<QPushButton>(card, "unknownExists")->click();
        QCOMPARE(exists.size(), 1);
        QVERIFY(!part<QPushButton>(card, "unknownExistsYes"));
    }

    void aMessageBelongsToItsRow()
    {
        OutcomeUnknownCard card;
        card.show(u"Globex"_s, unknownRow(Evidence::NotAsked), true);
        part<QPushButton>(card, "unknownDisable")->click();
        QVERIFY(!part<QPushButton>(card, "unknownDisable")->isEnabled());
        card.disabled(failed(FailureKind::NotFound, u"There is none."_s));
        QVERIFY(part<QPushButton>(card, "unknownDisable")->isEnabled());
        card.show(u"Globex"_s, unknownRow(Evidence::IsThere), true); // the same row, later
        QVERIFY(!part<QLabel>(card, "unknownTrouble")->isHidden());
        Integration other = unknownRow(Evidence::NotAsked);
        other.id = IntegrationId(u"unknown-run-2"_s);
        card.show(u"Initech"_s, other, true);
        QVERIFY(part<QLabel>(card, "unknownTrouble")->isHidden());
    }
};

JETBRIDGE_GUI_TEST(OutcomeUnknownCardTest)
#include "OutcomeUnknownCardTest.moc"
