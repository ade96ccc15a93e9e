// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserQuestion.h"

#include <QList>
#include <QObject>

#include <functional>

class QEventLoop;

namespace jetbridge::ui {

/// Asks the person for the pages of one browser, one question at a time.
///
/// WebEngine asks synchronously, from deep inside of itself. This is the program's one nested event
/// loop: it ends with the answer, with the browser, and with the program. Until the engine has
/// returned from it no page may be destroyed.
class PageAsker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Returns when it was answered; "no" at once if another question is open or something waits.
    BrowserAnswer ask(const BrowserQuestion& question);
    void answer(const BrowserAnswer& answer);
    bool isAsking() const { return m_loop != nullptr; }

    /// Acts now, or answers "no" and acts as soon as the engine has returned from its question.
    void whenNobodyAsks(std::function<void()> act);
    /// Acts when the engine has returned from what it does now; until then nothing is asked.
    void later(std::function<void()> act);
    /// Answers "no" now and to whatever will be asked; what waits is for nobody any more.
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
