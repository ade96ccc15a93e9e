// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace jetbridge {
class EmbeddedSimulator;
}

namespace jetbridge::ui {

/// Lists the requests that the running simulator received and sent, newest first.
class RequestsCard : public QWidget {
    Q_OBJECT

public:
    explicit RequestsCard(EmbeddedSimulator& simulator, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void clear();

    EmbeddedSimulator& m_simulator;
    QStandardItemModel m_requests;
    qint64 m_last = 0; ///< Number of the newest request that is shown.
    QLabel* m_said;
    QTableView* m_table;
    QTimer m_again; ///< Runs while the card is visible.
};

} // namespace jetbridge::ui
