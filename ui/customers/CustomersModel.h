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

    /// `integrations` outlives the model. Fetches nothing before the first search().
    explicit CustomersModel(Integrations& integrations, QObject* parent = nullptr);

    /// Starts from the first page; the rows shown stay until it is there.
    void search(const QString& text, const CustomerFilter& filter);
    /// The same in another order; Arrival (the newest first) is no column's.
    void order(Integrations::Order order, bool descending);
    /// The order that a click on this column's head asks for; nullopt: it has none.
    static std::optional<Integrations::Order> orderOf(int column);
    /// The same rows again, as many as there are, in a moment.
    void refreshSoon() { m_refreshSoon.start(); }
    /// One customer changed, came or went.
    void take(const IntegrationId& id);

    const Integration* at(int row) const;
    int rowOf(const IntegrationId& id) const; ///< -1: not among the rows fetched so far.
    /// Of the whole search; nullopt: its first rows are there before they are counted.
    std::optional<int> total() const { return m_total; }
    bool isNarrowed() const
    {
        return !m_query.search.isEmpty() || !m_query.statuses.isEmpty() || m_query.withoutTokenOnly;
    }
    /// What is shown, from the first row to the last, however many were fetched.
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
    Integrations::Query m_query; ///< Of the first page.
    QString m_nextKey; ///< Of the page after the last one fetched; empty: there is none.
    int m_limit = 0; ///< Of the page that is fetched.
    int m_generation = 0; ///< Answers to an earlier search are dropped.
    bool m_fetching = false;
    bool m_first = true;
    QList<Integration> m_rows;
    std::optional<int> m_total;
    QTimer m_refreshSoon; ///< Many customers may change at once.
};

} // namespace jetbridge::ui
