// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/PageAsker.h"

#include <QEventLoop>
#include <QTimer>

#include <utility>

namespace jetbridge::ui {

BrowserAnswer PageAsker::ask(const BrowserQuestion& question)
{
    if (m_loop || m_isOver || !m_waiting.isEmpty())
        return {};
    QEventLoop loop;
    m_loop = &loop;
    m_answer = {};
    m_isAnswered = false;
    Q_EMIT asked(question);
    if (!m_isAnswered)
        loop.exec(); // quitting the program ends it, too
    m_loop = nullptr;
    Q_EMIT over();
    if (!m_waiting.isEmpty())
        QTimer::singleShot(0, this, &PageAsker::actNow);
    return std::exchange(m_answer, {});
}

void PageAsker::answer(const BrowserAnswer& answer)
{
    if (!m_loop || m_isAnswered)
        return;
    m_answer = answer;
    m_isAnswered = true;
    m_loop->quit();
}

void PageAsker::whenNobodyAsks(std::function<void()> act)
{
    if (!m_loop && m_waiting.isEmpty())
        return act();
    m_waiting.append(std::move(act));
    answer({});
}

void PageAsker::later(std::function<void()> act)
{
    m_waiting.append(std::move(act));
    QTimer::singleShot(0, this, &PageAsker::actNow);
}

void PageAsker::end()
{
    m_isOver = true;
    m_waiting.clear();
    answer({});
}

void PageAsker::actNow()
{
    if (m_loop)
        return; // they run when the question ends
    const auto acts = std::exchange(m_waiting, {});
    for (const auto& act : acts)
        act();
}

} // namespace jetbridge::ui
