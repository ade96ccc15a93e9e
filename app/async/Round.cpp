// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Round.h"

#include <algorithm>
#include <utility>

namespace jetbridge::async {

Round::Round(Alarm alarm, Work work)
    : m_alarm(std::move(alarm))
    , m_work(std::move(work))
{
}

void Round::start(Pause first)
{
    if (!std::exchange(m_isOn, true))
        wake(first);
}

void Round::stop()
{
    m_isOn = false;
    m_woken.reset();
    ++m_plan;
}

void Round::wake(Pause in)
{
    if (!m_isOn)
        return;
    if (m_isBusy)
        m_woken = in;
    else
        plan(in);
}

void Round::plan(Pause in)
{
    m_alarm(in, [this, life = std::weak_ptr(m_life), planned = ++m_plan] {
        if (!life.expired() && planned == m_plan)
            run();
    });
}

QCoro::Task<> Round::run()
{
    m_isBusy = true;
    const std::weak_ptr<const int> life = m_life;
    std::optional<Pause> pause = co_await m_work();
    if (life.expired())
        co_return;
    m_isBusy = false;
    if (!m_isOn) {
        Q_EMIT idle();
        co_return;
    }
    if (const auto woken = std::exchange(m_woken, std::nullopt))
        pause = pause ? std::min(*pause, *woken) : *woken;
    if (pause)
        plan(*pause);
}

} // namespace jetbridge::async
