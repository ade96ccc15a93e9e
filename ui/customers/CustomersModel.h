// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/StatusCounts.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace jetbridge::ui {

/// The customers of one environment, fetched page by page as the table is scrolled.
class CustomersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Company, Status, Mode, Direction, LastCheck, Onboarded, ColumnCount };

    /// `integrations` must outlive the model. Nothing is fetched before the first search().
    explicit CustomersModel(Integrations& integrations, QObject* parent = nullptr);

    /// Starts from the first page; the rows shown stay until it is there.
    void search(const QString& text, const CustomerFilter& filter);
    /// Starts the same search in another order; Arrival (the newest first) belongs to no column.
    void order(Integrations::Order order, bool descending);
    /// Returns the order for a click on a column's heading; nullopt if the column has none.
    static std::optional<Integrations::Order> orderOf(int column);
    /// Fetches the same number of rows again shortly.
    void refreshSoon() { m_refreshSoon.start(); }
    /// Updates the row of a customer that was changed, added or removed.
    void take(const IntegrationId& id);

    const Integration* at(int row) const;
    int rowOf(const IntegrationId& id) const; ///< Returns the row of a customer; -1 if it is not
                                              ///< among the fetched rows.
    /// Returns the number of results of the whole search; nullopt until they are counted, which is
    /// after the first rows arrive.
    std::optional<int> total() const { return m_total; }
    bool isNarrowed() const
    {
        return !m_query.search.isEmpty() || !m_query.statuses.isEmpty() || m_query.withoutTokenOnly;
    }
    /// Returns the query for everything that is shown, from the first row to the last, however many
    /// were fetched.
    const Integrations::Query& query() const { return m_query; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void searched(); ///< The first page of a search is shown.
    void counted();
    void failed(const jetbridge::Failure& failure);

private:
    void refresh();
    void start(int limit);
    void fetch();
    void takePage(const Integrations::Page& page);
    void count();
    void replace(int row, const Integration& integration);
    bool matches(const Integration& integration) const;

    Integrations& m_integrations;
    Integrations::Query m_query; ///< Query of the first page.
    QString m_nextKey; ///< Key of the page after the last fetched one; empty if there is none.
    int m_limit = 0; ///< Size of the page that is being fetched.
    int m_generation = 0; ///< Number of the current search; answers to earlier ones are dropped.
    bool m_fetching = false;
    bool m_first = true;
    QList<Integration> m_rows;
    std::optional<int> m_total;
    QTimer m_refreshSoon; ///< Collects changes, because many customers may change at once.
};

} // namespace jetbridge::ui
