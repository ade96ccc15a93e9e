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

/// Card for a confirm call of unknown outcome: what is known, what is not, and the two ways to
/// resolve it, as `jetbridge-cli integrations resolve` has them.
class OutcomeUnknownCard : public QFrame {
    Q_OBJECT

public:
    explicit OutcomeUnknownCard(QWidget* parent = nullptr);
    /// Shows the row of the run. `hasSimulator` offers to disable the integration there.
    void show(const QString& company, const Integration& unknown, bool hasSimulator);
    /// The text for SmartRecruiters is on the clipboard, or why it is not.
    void copied(const Outcome<QString>& text);
    /// Shows what became of disableWanted().
    void disabled(const Outcome<QJsonObject>& happened);
    /// Shows why the person could not start again.
    void sayTrouble(const QString& sentence);

Q_SIGNALS:
    /// The integration exists at SmartRecruiters and is disabled: the row is to be removed, and the
    /// customer onboarded again.
    void existsWanted();
    /// It does not exist: the customer approves again, and the confirm call is repeated.
    void repeatWanted();
    /// The simulator's customer is to disable the integration.
    void disableWanted();
    void textWanted();

private:
    /// Asks whether the integration is disabled, unless that is known.
    void chooseExists();
    void showKnown(const Integration& unknown);
    void showWays(bool hasSimulator);

    QLabel* m_title;
    QLabel* m_sure;
    QLabel* m_unsure;
    QLabel* m_evidence;
    QLabel* m_ask;
    QLabel* m_existsMeans;
    QLabel* m_repeatMeans;
    QLabel* m_trouble;
    QPushButton* m_copy;
    QPushButton* m_disable;
    QPushButton* m_exists;
    QPushButton* m_repeat;
    IntegrationId m_shown; ///< Row that is shown; messages belong to it.
    QString m_company;
    Evidence m_found = Evidence::None;
    bool m_isDisabled = false; ///< The customer is known to have disabled the integration.
};

} // namespace jetbridge::ui
