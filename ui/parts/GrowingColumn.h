// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSet>

class QTableView;

namespace jetbridge::ui {

/// Gives one column of a table the width that the others leave. If that is too little to read,
/// other columns are hidden first, and in the end the table scrolls sideways.
class GrowingColumn : public QObject {
    Q_OBJECT

public:
    /// `letters` is the column's minimum width, unless its heading needs more.
    GrowingColumn(QTableView* table, int column, int letters);
    /// Names the columns that may be hidden because the table is still useful without them, the
    /// first to be hidden first.
    void setYielding(QList<int> columns);
    /// Sets whether the person wants to see a column when there is room for it.
    void setWanted(int column, bool isWanted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QTableView* const m_table;
    const int m_column;
    const int m_letters;
    QList<int> m_yielding;
    QSet<int> m_unwanted;
    bool m_isFitting = false;
};

} // namespace jetbridge::ui
