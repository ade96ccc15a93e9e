// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace jetbridge::ui {

/// One column of a table takes what the others leave, but never so little that nothing can be read:
/// then the table scrolls sideways.
class GrowingColumn : public QObject {
    Q_OBJECT

public:
    /// `letters`: its least width, beside its heading's.
    GrowingColumn(QTableView* table, int column, int letters);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QTableView* const m_table;
    const int m_column;
    const int m_letters;
};

} // namespace jetbridge::ui
