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
        model.search({}, {});
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
};

JETBRIDGE_TEST(TrafficModelTest)
#include "TrafficModelTest.moc"
