// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "home/Standing.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jetbridge::ui {

class FlowLayout;
class WeeksChart;

/// Home screen if there are customers: their statuses, which of them need attention, and the latest
/// events.
class Dashboard : public QWidget {
    Q_OBJECT

public:
    explicit Dashboard(QWidget* parent = nullptr);
    void show(const Standing& standing, const QDateTime& now);

Q_SIGNALS:
    void onboardWanted();
    /// The person wants to see the customers with these statuses, or all if none is named.
    void customersWanted(const jetbridge::ui::CustomerFilter& filter);
    void customerWanted(const jetbridge::CompanyId& company);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCounts(const Standing& standing);
    void showWeeks(const Standing& standing);
    void showSums(); ///< Shows the sums in the colours of the bars.
    void showNeeding(const Standing& standing);
    void showEvents(const Standing& standing, const QDateTime& now);

    FlowLayout* m_counts;
    WeeksChart* m_chart;
    QLabel* m_sums;
    CompaniesOfWeek m_sum;
    QVBoxLayout* m_needing;
    QVBoxLayout* m_events;
};

} // namespace jetbridge::ui
