// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserQuestion.h"

#include <QList>
#include <QObject>

#include <functional>

class QEventLoop;

namespace jetbridge::ui {

/// Asks the person the questions of one browser's pages, one at a time.
///
/// WebEngine asks synchronously, from inside its own code. This is the only nested event loop of
/// the program; it ends with the answer, with the browser, or with the program. No page may be
/// destroyed before the engine has returned from the question.
class PageAsker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks a question and returns when it is answered; returns "no" at once if another question is
    /// open or an action waits.
    BrowserAnswer ask(const BrowserQuestion& question);
    void answer(const BrowserAnswer& answer);
    bool isAsking() const { return m_loop != nullptr; }

    /// Runs `act` now, or, if a question is open, answers it with "no" and runs `act` when the
    /// engine has returned from it.
    void whenNobodyAsks(std::function<void()> act);
    /// Runs `act` when the engine has returned to the event loop; nothing is asked before that.
    void later(std::function<void()> act);
    /// Answers "no" to the open question and to all later ones, and drops the waiting actions.
    void end();

Q_SIGNALS:
    void asked(const jetbridge::ui::BrowserQuestion& question);
    void over();

private:
    void actNow();

    QEventLoop* m_loop = nullptr;
    bool m_isAnswered = false;
    bool m_isOver = false;
    BrowserAnswer m_answer;
    QList<std::function<void()>> m_waiting;
};

} // namespace jetbridge::ui
