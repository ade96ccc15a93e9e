// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace jetbridge::ui {

/// A sentence and, when there are any, a table of the latest of something, newest first. Read when
/// it becomes visible, and again while it is.
class LatestCard : public QWidget {
    Q_OBJECT

protected:
    /// `name` is the table's objectName, and with "Said" behind it the sentence's. The column
    /// `widest` takes what the others leave.
    LatestCard(
        const QString& name, const QStringList& columns, int widest, QWidget* parent = nullptr);

    /// What the table is called for a screen reader.
    void setTableName(const QString& words);
    /// Reads anew and ends with list() or say().
    virtual void refresh() = 0;
    /// Reads anew in a moment, if anybody looks: many changes may come at once.
    void refreshSoon();
    void list(const QList<QList<QStandardItem*>>& rows, const QString& sentence);
    /// The sentence alone; the table stays as it is.
    void say(const QString& sentence);

    void showEvent(QShowEvent* event) override;

private:
    QStandardItemModel m_rows;
    QLabel* m_said;
    QTableView* m_table;
    QTimer m_refreshSoon;
};

} // namespace jetbridge::ui
