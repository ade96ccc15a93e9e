// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Overview.h"

#include <QWidget>

namespace jetbridge::ui {

/// Bar chart by week of the companies that were connected, disabled or failed. The text below it
/// gives the sums.
class WeeksChart : public QWidget {
    Q_OBJECT

public:
    explicit WeeksChart(QWidget* parent = nullptr);

    /// Shows the weeks; `sum` are the sums over all of them.
    void show(
        const QDateTime& from, const QList<CompaniesOfWeek>& weeks, const CompaniesOfWeek& sum);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< Shows a week's numbers as a tooltip.

private:
    /// Returns the rectangle of a week's bars.
    QRect placeOf(int week) const;
    QString dayOf(int week) const; ///< Returns the first day of a week, such as "24 Nov".

    QDateTime m_from;
    QList<CompaniesOfWeek> m_weeks;
};

} // namespace jetbridge::ui
