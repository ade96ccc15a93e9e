// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSet>

class QTableView;

namespace jetbridge::ui {

/// One column of a table takes what the others leave, but never so little that nothing can be read:
/// then others give way, and in the end the table scrolls sideways.
class GrowingColumn : public QObject {
    Q_OBJECT

public:
    /// `letters`: its least width, beside its heading's.
    GrowingColumn(QTableView* table, int column, int letters);
    /// Columns without which the table still says what matters, the first to go first.
    void setYielding(QList<int> columns);
    /// Whether the person wants to see it, where there is room.
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
