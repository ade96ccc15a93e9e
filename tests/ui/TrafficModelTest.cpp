// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficModel.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

/// As many exchanges as the test needs, numbered from 1.
class Recorded : public RecordedTraffic {
public:
    qint64 newest = 0;

    Task<Outcome<QList<Exchange>>> list(ExchangeFilter filter) override
    {
        QList<Exchange> page;
        for (qint64 number = filter.after + 1;
             filter.oldestFirst && number <= newest && page.size() < filter.most; ++number) {
            page.append(Exchange());
            page.last().number = number;
        }
        if (filter.oldestFirst)
            co_return page;
        for (qint64 number = filter.before > 0 ? filter.before - 1 : newest;
             number > 0 && page.size() < filter.most; --number) {
            page.append(Exchange());
            page.last().number = number;
        }
        co_return page;
    }
    Task<Outcome<std::optional<Exchange>>> find(qint64) override
    {
        co_return std::optional<Exchange>();
    }
    Task<Outcome<QList<OnboardingId>>> onboardings() override { co_return QList<OnboardingId>(); }
    Task<Outcome<QList<ApiCall>>> apiCalls() override { co_return QList<ApiCall>(); }
};

} // namespace

class TrafficModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFloodTakesThePlaceOfTheOldestWhichScrollingBringsBack()
    {
        Recorded recorded;
        TrafficModel model(recorded);
        recorded.newest = 100;
        model.search({});
        QTRY_COMPARE(model.rowCount(), 100);
        while (recorded.newest < 5000) {
            recorded.newest += 100;
            model.refresh();
            QTRY_COMPARE(model.at(0)->number, recorded.newest);
            QVERIFY(model.rowCount() <= TrafficModel::mostArriving);
        }
        QCOMPARE(model.rowCount(), TrafficModel::mostArriving);
        while (model.canFetchMore({})) {
            const int before = model.rowCount();
            model.fetchMore({});
            QTRY_VERIFY(model.rowCount() > before || !model.canFetchMore({}));
        }
        QCOMPARE(model.rowCount(), 5000);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.at(row)->number, 5000 - row);
        recorded.newest += 100;
        model.refresh();
        QTRY_COMPARE(model.at(0)->number, recorded.newest);
        QCOMPARE(model.rowCount(), 5000);
    }

    void withTheOldestFirstNewOnesComeAtTheEnd()
    {
        Recorded recorded;
        TrafficModel model(recorded);
        ExchangeFilter wanted;
        wanted.oldestFirst = true;
        recorded.newest = TrafficModel::pageSize + 50;
        model.search(wanted);
        QTRY_COMPARE(model.rowCount(), TrafficModel::pageSize);
        QCOMPARE(model.at(0)->number, 1);
        // They are not among the rows before those between were fetched.
        ++recorded.newest;
        model.refresh();
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), TrafficModel::pageSize);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), TrafficModel::pageSize + 51);
        QVERIFY(!model.canFetchMore({}));
        ++recorded.newest;
        model.refresh();
        QTRY_COMPARE(model.rowCount(), TrafficModel::pageSize + 52);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.at(row)->number, row + 1);
    }

    void onlyAFilterNarrows()
    {
        Recorded recorded;
        TrafficModel model(recorded);
        ExchangeFilter wanted;
        wanted.search = QStringLiteral("  ");
        wanted.oldestFirst = true;
        model.search(wanted);
        QVERIFY(!model.isNarrowed());
        wanted.answered = ExchangeFilter::Answered::Refused;
        model.search(wanted);
        QVERIFY(model.isNarrowed());
        wanted = {};
        wanted.among = QList<OnboardingId>();
        model.search(wanted);
        QVERIFY(model.isNarrowed());
    }
};

JETBRIDGE_TEST(TrafficModelTest)
#include "TrafficModelTest.moc"
