// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Inviting.h"

#include <QFrame>
#include <QStandardItemModel>
#include <QTimer>

class QLabel;
class QPushButton;
class QTableView;

namespace jetbridge::ui {

/// The invitations by which a customer was not connected yet, in whatever program they were made:
/// how far each got, and what staff can do about it. It is hidden if there are none.
class InvitationsCard : public QFrame {
    Q_OBJECT

public:
    explicit InvitationsCard(const InvitingTopics& topics, QWidget* parent = nullptr);
    /// Reads the invitations again.
    void refresh();

Q_SIGNALS:
    /// The person wants a new code and mail for this company.
    void renewWanted(const jetbridge::Invitation::Record& before);

private:
    void list(const QList<Invitation::Record>& all);
    std::optional<Invitation::Record> selected() const;
    void showActions();
    void withdraw();

    const InvitingTopics m_topics;
    QList<Invitation::Record> m_shown;
    QStandardItemModel m_rows;
    QTableView* m_table;
    QPushButton* m_renew;
    QPushButton* m_withdraw;
    QLabel* m_said;
    QTimer m_soon; ///< Many may change at once.
    QTimer m_expiry; ///< A code expires without anybody changing anything.
};

} // namespace jetbridge::ui
