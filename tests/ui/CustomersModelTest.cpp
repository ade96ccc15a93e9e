// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomersModel.h"
#include "parts/StatusCounts.h"
#include "support/TestMain.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

/// Rows in memory, delivered in pages.
class Rows : public Integrations {
public:
    QList<Integration> rows;
    bool broken = false;
    QList<Query> asked;

    Task<Outcome<Done>> save(IntegrationChange change) override
    {
        rows.append(change.row);
        co_return Done{};
    }
    Task<Outcome<std::optional<Integration>>> find(IntegrationId id) override
    {
        for (const Integration& row : std::as_const(rows))
            if (row.id == id)
                co_return row;
        co_return std::optional<Integration>();
    }
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId) override
    {
        co_return std::optional<Integration>();
    }
    QList<Integration> found(const Query& query) const
    {
        QList<Integration> found;
        for (const Integration& row : rows)
            if ((query.statuses.isEmpty() || query.statuses.contains(row.status))
                && !(query.withoutTokenOnly && onlyATokenWasGiven(row))
                && row.companyName.contains(query.search, Qt::CaseInsensitive))
                found.append(row);
        return found;
    }
    Task<Outcome<int>> count(Query query) override
    {
        if (broken)
            co_return jetbridge::failed(FailureKind::StorageUnavailable, u"disk"_s);
        co_return int(found(query).size());
    }
    Task<Outcome<Page>> page(Query query) override
    {
        asked.append(query);
        if (broken)
            co_return jetbridge::failed(FailureKind::StorageUnavailable, u"disk"_s);
        const QList<Integration> found = this->found(query);
        const int from = query.afterKey.toInt();
        Page page;
        page.rows = found.mid(from, query.limit);
        if (from + query.limit < found.size())
            page.nextKey = QString::number(from + query.limit);
        co_return page;
    }
    Task<Outcome<Done>> forget(IntegrationId id) override
    {
        rows.removeIf([&id](const Integration& row) { return row.id == id; });
        co_return Done{};
    }
    Task<Outcome<QList<Integration>>> retireOthers(CompanyId, IntegrationId, QDateTime) override
    {
        co_return QList<Integration>();
    }
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId) override
    {
        co_return QList<FormerIntegration>();
    }
};

Integration customer(int number, IntegrationStatus status = IntegrationStatus::Live)
{
    Integration integration;
    integration.id = IntegrationId(QString::number(number));
    integration.company = CompanyId(u"company%1"_s.arg(number));
    integration.companyName = u"Company %1"_s.arg(number);
    integration.status = status;
    return integration;
}

} // namespace

class CustomersModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesComeAsTheTableIsScrolledAndEveryRowOnce()
    {
        Rows rows;
        for (int i = 0; i < 450; ++i)
            rows.rows.append(customer(i));
        CustomersModel model(rows);
        model.search({}, {});
        QTRY_COMPARE(model.rowCount(), 120);
        QTRY_COMPARE(model.total(), 450);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        QSet<QString> seen;
        for (int i = 0; i < model.rowCount(); ++i)
            seen.insert(model.at(i)->id.text());
        QCOMPARE(seen.size(), 450);
    }

    void needsAttentionHoldsEveryStatusThatSomebodyMustLookAt()
    {
        Rows rows;
        rows.rows = {customer(1), customer(2, IntegrationStatus::Failing),
            customer(3, IntegrationStatus::Unproved), customer(4, IntegrationStatus::Unknown),
            customer(5, IntegrationStatus::Disabled)};
        CustomersModel model(rows);
        model.search({}, needingAttention());
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.total(), 3);
        QCOMPARE(model.rowOf(IntegrationId(u"1"_s)), -1);
        QCOMPARE(model.rowOf(IntegrationId(u"5"_s)), -1);
    }

    void aChangedCustomerLeavesAListItNoLongerBelongsTo()
    {
        Rows rows;
        rows.rows = {customer(1), customer(2)};
        CustomersModel model(rows);
        model.search({}, {{IntegrationStatus::Live}});
        QTRY_COMPARE(model.rowCount(), 2);
        rows.rows[0].status = IntegrationStatus::Disabled;
        model.take(rows.rows[0].id);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.total(), 1);
    }

    void aColumnsOrderIsAskedOfTheRegistryFromTheFirstPageOn()
    {
        Rows rows;
        for (int i = 0; i < 450; ++i)
            rows.rows.append(customer(i));
        CustomersModel model(rows);
        model.order(Integrations::Order::Company, false);
        QVERIFY(rows.asked.isEmpty()); // nothing is shown yet
        model.search(u"Company"_s, needingAttention());
        model.search({}, {});
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 450);
        model.order(Integrations::Order::LastCheck, true);
        model.order(Integrations::Order::LastCheck, true); // no change, no query
        QTRY_COMPARE(rows.asked.size(), 4);
        QCOMPARE(rows.asked[0].statuses.size(), 6);
        QVERIFY(rows.asked[2].order == Integrations::Order::Company && !rows.asked[2].descending);
        QVERIFY(!rows.asked[2].afterKey.isEmpty());
        QVERIFY(rows.asked[3].order == Integrations::Order::LastCheck && rows.asked[3].descending);
        QVERIFY(rows.asked[3].afterKey.isEmpty());
        QCOMPARE(model.rowCount(), 120);
    }

    void whoseTokenIsAllThatCanBeProvedNeedsNoAttention()
    {
        Rows rows;
        for (int i = 0; i < 3; ++i)
            rows.rows.append(customer(i));
        rows.rows[0].status = IntegrationStatus::Unproved; // no proof was tried
        rows.rows[0].checkedAt = {};
        rows.rows[1].status = IntegrationStatus::Unproved; // a token was given
        rows.rows[1].checkedAt = QDateTime::currentDateTimeUtc();
        rows.rows[2].status = IntegrationStatus::Live;
        CustomersModel model(rows);
        model.search({}, needingAttention());
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0)->id, rows.rows[0].id);
        const auto counts = QCoro::waitFor(countByStatus(rows));
        QCOMPARE(sumOf(*counts, needingAttention()), 1);
        QCOMPARE(sumOf(*counts, {{IntegrationStatus::Unproved}}), 2);
        QCOMPARE(sumOf(*counts, {}), 3);

        // Its proof is tried, and again a token is all that came: it leaves the list.
        rows.rows[0].checkedAt = QDateTime::currentDateTimeUtc();
        model.take(rows.rows[0].id);
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void manyNewCustomersAreReadTogetherAndNoRowIsLost()
    {
        Rows rows;
        for (int i = 0; i < 450; ++i)
            rows.rows.append(customer(i));
        CustomersModel model(rows);
        model.search({}, {});
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 450);
        rows.asked.clear();
        for (int i = 450; i < 480; ++i) {
            rows.rows.prepend(customer(i));
            model.take(rows.rows.first().id);
        }
        QTRY_COMPARE(rows.asked.size(), 1);
        QTRY_COMPARE(model.total(), 480);
        QCOMPARE(model.at(0)->id.text(), u"479"_s);
        QCOMPARE(model.rowCount(), 450); // as many as before; the others are fetched by scrolling
        QVERIFY(model.canFetchMore({}));
    }

    void onlyColumnsWithAnOrderCanBeOrderedBy()
    {
        QVERIFY(!CustomersModel::orderOf(CustomersModel::Mode));
        QVERIFY(!CustomersModel::orderOf(CustomersModel::Direction));
        QVERIFY(CustomersModel::orderOf(CustomersModel::Status) == Integrations::Order::Urgency);
    }

    void aNewCustomerAppears()
    {
        Rows rows;
        CustomersModel model(rows);
        model.search({}, {});
        QCOMPARE(model.rowCount(), 0);
        rows.rows.append(customer(7));
        model.take(rows.rows[0].id);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.data(model.index(0, CustomersModel::Status), Qt::DisplayRole).toString(),
            u"Live"_s);
    }

    void aDiskThatSaysNoIsTold()
    {
        Rows rows;
        rows.broken = true;
        CustomersModel model(rows);
        QSignalSpy told(&model, &CustomersModel::failed);
        model.search({}, {});
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!model.canFetchMore({}));
    }
};

JETBRIDGE_GUI_TEST(CustomersModelTest)
#include "CustomersModelTest.moc"
