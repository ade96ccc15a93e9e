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
    : m_clock(clock)
    , m_due(std::move(due))
    , m_round(timer.alarm(), [this] { return round(); })
{
    connect(&m_round, &async::Round::idle, this, &VerificationRounds::idle);
}

std::chrono::seconds VerificationRounds::period() const
{
    return std::clamp<std::chrono::seconds>(m_interval / 24, 1min, 1h);
}

void VerificationRounds::setInterval(std::chrono::seconds interval)
{
    m_interval = interval;
    m_round.wake(std::min<std::chrono::milliseconds>(firstRound, period()));
}

void VerificationRounds::start()
{
    m_round.start(firstRound);
}

Task<std::optional<async::Round::Pause>> VerificationRounds::round()
{
    if (m_interval.count() == 0)
        co_return std::nullopt;
    const auto mayGoOn = [this, hasEnded = m_scope.hasEnded()] {
        return !hasEnded() && m_round.isOn();
    };
    const QDateTime before = m_clock.now().addSecs((2 * period() - m_interval).count());
    // What could not be verified is due again.
    disregard(co_await within(m_scope, m_due(before, mayGoOn)));
    co_return period();
}

} // namespace jetbridge
