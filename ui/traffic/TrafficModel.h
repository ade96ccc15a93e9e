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
    /// Beyond these, and what was scrolled for, newer rows take the place of the oldest.
    static constexpr int mostArriving = 10 * pageSize;

    /// `traffic` outlives the model. Fetches nothing before the first search().
    explicit TrafficModel(RecordedTraffic& traffic, QObject* parent = nullptr);

    /// Starts from the newest; the rows shown stay until the first page is there.
    void search(const QString& text, const OnboardingId& onboarding);
    /// Looks whether there are newer ones; what was fetched stays.
    void refresh();

    const QList<Exchange>& rows() const { return m_rows; }
    const Exchange* at(int row) const;
    int rowOf(qint64 number) const; ///< -1: not among the rows fetched so far.
    /// "Browser → Partner app": short, for a column.
    static QString wayWords(Lane from, Lane to);
    bool isNarrowed() const { return !m_text.isEmpty() || !m_onboarding.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void changed(); ///< Rows came or went.
    void failed(const jetbridge::Failure& failure);

private:
    ExchangeFilter filter() const;
    void takeNewest(const QList<Exchange>& page);
    void append(const QList<Exchange>& page);
    void dropOldest();

    RecordedTraffic& m_traffic;
    QString m_text;
    OnboardingId m_onboarding;
    QList<Exchange> m_rows;
    qsizetype m_scrolledTo = 0; ///< So many rows were there when a page was fetched last.
    int m_generation = 0; ///< Answers to an earlier search are dropped.
    bool m_fetching = false;
    bool m_complete = true;
};

} // namespace jetbridge::ui
