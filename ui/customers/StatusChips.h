// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/StatusCounts.h"

#include <QObject>

class QButtonGroup;
class QLayout;
class QTimer;
class QWidget;

namespace jetbridge::ui {

/// The chips above the customers: which statuses are shown, and how many customers have them.
class StatusChips : public QObject {
    Q_OBJECT

public:
    /// `integrations` outlives it. The chips are children of `parent`; they stand where addTo()
    /// puts them. Counts nothing before countSoon().
    StatusChips(Integrations& integrations, QWidget* parent);

    /// Adds the chips one by one, so that a row of them can go on in the next line.
    void addTo(QLayout& row) const;

    const CustomerFilter& filter() const;
    /// Chooses this one; a single status that has no chip of its own gets one as long as it is
    /// chosen.
    void choose(const CustomerFilter& filter);
    /// Counts anew in a moment: many customers may change at once.
    void countSoon();

Q_SIGNALS:
    /// The person chose others.
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
    QList<Chip> m_chips; ///< By the ids of the group; the last is that for a single status.
    std::optional<StatusCounts> m_counts;
    QTimer* m_countSoon;
};

} // namespace jetbridge::ui
