// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace jetbridge::ui {

/// Card with a sentence and, if there are any, a table of the latest entries of some kind, newest
/// first. It is read when it becomes visible, and again while it is visible.
class LatestCard : public QWidget {
    Q_OBJECT

protected:
    /// `name` is the table's objectName and, followed by "Said", that of the sentence. The column
    /// `widest` gets the width that the others leave.
    LatestCard(
        const QString& name, const QStringList& columns, int widest, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    /// Sets the table's name for screen readers.
    void setTableName(const QString& words);
    /// Reads the entries again and ends with list() or say().
    virtual void refresh() = 0;
    /// Reads the entries again shortly, if the card is visible: many changes may come at once.
    void refreshSoon();
    void list(const QList<QList<QStandardItem*>>& rows, const QString& sentence);
    /// Shows a sentence and leaves the table as it is.
    void say(const QString& sentence);

    void showEvent(QShowEvent* event) override;

private:
    QStandardItemModel m_rows;
    QLabel* m_said;
    QTableView* m_table;
    QTimer m_refreshSoon;
};

} // namespace jetbridge::ui
