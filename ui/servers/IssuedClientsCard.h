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

/// The clients that we issued to SmartRecruiters (guide, 3), and which of them still get a token.
class IssuedClientsCard : public QWidget {
    Q_OBJECT

public:
    explicit IssuedClientsCard(Console& console, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    Console& m_console;
    QStandardItemModel m_clients;
    QLabel* m_said;
    QTableView* m_table;
    QTimer m_refreshSoon; ///< Many customers may change at once.
};

} // namespace jetbridge::ui
