// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/UnknownOutcome.h"
#include "parts/FailureText.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

/// Puts a text for SmartRecruiters on the clipboard and says so on the button, or why there is
/// none.
void copyText(const Outcome<QString>& text, QPushButton* button, QLabel* trouble);

/// Card below a failed step: what happened, who can fix it, and what to do now.
class FailureCard : public QFrame {
    Q_OBJECT

public:
    explicit FailureCard(QWidget* parent = nullptr);
    /// Shows the explanation. `action` is the text of the button; empty if only waiting helps.
    void show(const FailureText& text, const QString& action);

    /// The text for SmartRecruiters is on the clipboard, or why it is not.
    void copied(const Outcome<QString>& text);

Q_SIGNALS:
    void actionWanted();
    void textWanted();

private:
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_who;
    QLabel* m_next;
    QPushButton* m_action;
    QPushButton* m_copy;
    QLabel* m_trouble;
};

/// Card for a confirm call of unknown outcome: what is known, what is not, and the two safe ways to
/// continue.
class OutcomeUnknownCard : public QFrame {
    Q_OBJECT

public:
    explicit OutcomeUnknownCard(QWidget* parent = nullptr);
    /// Shows the state. `came` says what arrived instead of a usable answer.
    void show(const QString& company, Evidence evidence, const QString& came);
    /// The text for SmartRecruiters is on the clipboard, or why it is not.
    void copied(const Outcome<QString>& text);
    /// Shows why the person could not start again.
    void sayTrouble(const QString& sentence);

Q_SIGNALS:
    void startAgainWanted();
    void textWanted();

private:
    QLabel* m_title;
    QLabel* m_sure;
    QLabel* m_unsure;
    QLabel* m_ask;
    QLabel* m_again;
    QLabel* m_trouble;
    QPushButton* m_copy;
};

} // namespace jetbridge::ui
