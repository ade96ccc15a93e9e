// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserQuestion.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

/// Card above a page with a question of that page. The rest of the window remains usable.
class QuestionCard : public QFrame {
    Q_OBJECT

public:
    explicit QuestionCard(QWidget* parent = nullptr);

    /// Shows a question and takes the focus; `answered` is called at most once.
    void ask(const BrowserQuestion& question, std::function<void(const BrowserAnswer&)> answered);
    /// Hides the card, because the question is over.
    void close();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer(bool isYes, bool stopsPage = false);

    QLabel* m_title;
    QLabel* m_text;
    QLineEdit* m_entry;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QPushButton* m_yes;
    QPushButton* m_no;
    QPushButton* m_stop;
    std::function<void(const BrowserAnswer&)> m_answered;
};

} // namespace jetbridge::ui
