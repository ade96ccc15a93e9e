// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserQuestion.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

/// One question above the page that asks it. Nothing else of the window waits for it.
class QuestionCard : public QFrame {
    Q_OBJECT

public:
    explicit QuestionCard(QWidget* parent = nullptr);

    /// Shows it and takes the focus; `answered` is called at most once.
    void ask(const BrowserQuestion& question, std::function<void(const BrowserAnswer&)> answered);
    /// The question is over, by whatever ended it.
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
