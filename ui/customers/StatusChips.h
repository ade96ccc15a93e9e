// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/StatusCounts.h"

#include <QObject>

class QButtonGroup;
class QLayout;
class QTimer;
class QWidget;

namespace jetbridge::ui {

/// Chips above the customers that select statuses and show the number of customers of each.
class StatusChips : public QObject {
    Q_OBJECT

public:
    /// `integrations` must outlive the widget. The chips are children of `parent`, and addTo()
    /// places them. Nothing is counted before countSoon().
    StatusChips(Integrations& integrations, QWidget* parent);

    /// Adds the chips one by one, so that a row of them can continue in the next line.
    void addTo(QLayout& row) const;

    const CustomerFilter& filter() const;
    /// Chooses this one; a single status that has no chip of its own gets one as long as it is
    /// chosen.
    void choose(const CustomerFilter& filter);
    /// Counts again shortly, because many customers may change at once.
    void countSoon();

Q_SIGNALS:
    /// The person changed the chosen statuses.
    void chosen();

private:
    struct Chip {
        const char* name;
        QString text;
        CustomerFilter filter;
    };
    void add(const Chip& chip, QWidget* parent);
    void count();
    void showCounts();

    Integrations& m_integrations;
    QButtonGroup* m_group;
    QList<Chip> m_chips; ///< Chips by their ids in the group; the last one is for a single status
                         ///< without a chip of its own.
    std::optional<StatusCounts> m_counts;
    QTimer* m_countSoon;
};

} // namespace jetbridge::ui
