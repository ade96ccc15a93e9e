// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Inviting.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace jetbridge::ui {

/// Invites a company's administrator: makes a one-time code and a mail. Afterwards it shows the
/// code, which is shown nowhere else, and apart from it the mail.
class InviteDialog : public QDialog {
    Q_OBJECT

public:
    /// `before`: the company's earlier invitation, which a new one ends; nullopt: any company.
    InviteDialog(const InvitingTopics& topics, const std::optional<Invitation::Record>& before,
        QWidget* parent = nullptr);

private:
    QWidget* buildChoice(const std::optional<Invitation::Record>& before);
    QWidget* buildResult();
    void updateInvite();
    void invite();
    void show(const InvitationToSend& made);
    void saveMail();

    const InvitingTopics m_topics;
    InvitationToSend m_made;
    QStackedWidget* m_pages;
    QLineEdit* m_company;
    QComboBox* m_validFor;
    QComboBox* m_language;
    QLineEdit* m_typed;
    QPushButton* m_invite;
    QLabel* m_said;
    QLabel* m_code;
    QLabel* m_until;
    QLabel* m_link;
    QPlainTextEdit* m_mail;
    QLabel* m_mailSaid;
};

} // namespace jetbridge::ui
