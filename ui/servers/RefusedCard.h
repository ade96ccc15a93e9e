// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

/// What the endpoints refused lately, and why.
class RefusedCard : public QWidget {
    Q_OBJECT

public:
    explicit RefusedCard(Console& console, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    Console& m_console;
    QStandardItemModel m_requests;
    QLabel* m_said;
    QTableView* m_table;
    QTimer m_refreshSoon; ///< Many requests may come at once.
};

} // namespace jetbridge::ui
