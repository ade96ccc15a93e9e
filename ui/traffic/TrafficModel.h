// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "ports/Exchanges.h"

#include <QAbstractTableModel>

namespace jetbridge::ui {

/// Recorded exchanges, newest first, fetched page by page as the table is scrolled.
class TrafficModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Way, Request, Answer, Took, ColumnCount };
    static constexpr int pageSize = 200;
    /// Number of rows above which newer rows replace the oldest ones, unless the table was scrolled
    /// further.
    static constexpr int mostArriving = 10 * pageSize;

    /// `traffic` must outlive the model. Nothing is fetched before the first search().
    explicit TrafficModel(RecordedTraffic& traffic, QObject* parent = nullptr);

    /// Starts a search at the filter's beginning; the rows shown stay until the first page arrives.
    /// The pages are this model's.
    void search(ExchangeFilter wanted);
    /// Fetches newer exchanges; the fetched ones stay.
    void refresh();

    const QList<Exchange>& rows() const { return m_rows; }
    const Exchange* at(int row) const;
    int rowOf(qint64 number) const; ///< Returns the row of an exchange; -1 if it is not among the
                                    ///< fetched rows.
    /// Returns a short text for a column, such as "Browser → Partner app".
    static QString wayWords(Lane from, Lane to);
    bool isNarrowed() const
    {
        return !m_wanted.search.isEmpty() || !m_wanted.onboarding.isEmpty() || m_wanted.among
            || m_wanted.answered != ExchangeFilter::Answered::Somehow;
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void changed(); ///< Rows were added or removed.
    void failed(const jetbridge::Failure& failure);

private:
    void appendNewest();
    void takeNewest(const QList<Exchange>& page);
    void append(const QList<Exchange>& page);
    void dropOldest();

    RecordedTraffic& m_traffic;
    ExchangeFilter m_wanted;
    QList<Exchange> m_rows;
    qsizetype m_scrolledTo = 0; ///< Number of rows when a page was last fetched.
    int m_generation = 0; ///< Number of the current search; answers to earlier ones are dropped.
    bool m_fetching = false;
    bool m_complete = true;
};

} // namespace jetbridge::ui
