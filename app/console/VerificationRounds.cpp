// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/VerificationRounds.h"

#include <algorithm>

namespace jetbridge {

namespace {

using namespace std::chrono_literals;

// Who opens the program wants to work, not to wait for it.
constexpr std::chrono::milliseconds firstRound = 60s;

} // namespace

VerificationRounds::VerificationRounds(Timer& timer, const Clock& clock, VerifyBefore due)
    : m_timer(timer)
    , m_clock(clock)
    , m_due(std::move(due))
{
}

std::chrono::seconds VerificationRounds::period() const
{
    return std::clamp<std::chrono::seconds>(m_interval / 24, 1min, 1h);
}

void VerificationRounds::setInterval(std::chrono::seconds interval)
{
    m_interval = interval;
    if (m_on)
        plan(std::min<std::chrono::milliseconds>(firstRound, period()));
}

void VerificationRounds::start()
{
    if (std::exchange(m_on, true))
        return;
    plan(firstRound);
}

void VerificationRounds::stop()
{
    m_on = false;
    ++m_plan;
}

void VerificationRounds::plan(std::chrono::milliseconds in)
{
    ++m_plan;
    if (!m_on || m_interval.count() == 0 || m_busy)
        return;
    m_timer.ringAfter(in, [this, presence = m_presence.watch(), planned = m_plan] {
        if (!presence.expired() && planned == m_plan)
            round();
    });
}

Task<Done> VerificationRounds::round()
{
    m_busy = true;
    const auto presence = m_presence.watch();
    const auto mayGoOn = [this, presence] {
        return !presence.expired() && m_on;
    };
    const QDateTime before = m_clock.now().addSecs((2 * period() - m_interval).count());
    disregard(co_await m_due(before, mayGoOn)); // What could not be verified is due again.
    if (presence.expired())
        co_return Done{};
    m_busy = false;
    plan(period());
    if (!m_on)
        Q_EMIT idle();
    co_return Done{};
}

} // namespace jetbridge
