// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Forwarding.h"

#include <QTimer>

#include <algorithm>

namespace jetbridge {

namespace {

using namespace std::chrono_literals;

// What another program took and did not bring is looked for as often.
constexpr std::chrono::milliseconds longestSleep = 60s;
// After a failure of the registry.
constexpr std::chrono::milliseconds recovery = 3s;

} // namespace

Forwarding::Forwarding(ForwardQueue& queue, Backend& backend, const Clock& clock,
    std::function<void(const Forward&)> tell)
    : m_queue(queue)
    , m_backend(backend)
    , m_clock(clock)
    , m_tell(std::move(tell))
    , m_round([this](std::chrono::milliseconds in,
                  std::function<void()> ring) { QTimer::singleShot(in, this, std::move(ring)); },
          [this] { return round(); })
{
    connect(&m_round, &async::Round::idle, this, &Forwarding::idle);
}

void Forwarding::start(BackendAddress address)
{
    m_address = std::move(address);
    if (m_round.isOn())
        m_round.wake();
    else
        m_round.start(0ms);
}

Task<std::optional<async::Round::Pause>> Forwarding::round()
{
    using Standing = PassOnServices::Standing;
    const PassOnServices services{m_queue, m_backend, m_clock,
        [this, hasEnded = m_scope.hasEnded()] {
            if (hasEnded())
                return Standing::Gone;
            return m_round.isOn() ? Standing::Here : Standing::Stopping;
        },
        m_tell};
    const auto next = co_await within(m_scope, passOnNotifications(services, m_address));
    if (!next)
        co_return recovery;
    if (!*next)
        co_return longestSleep;
    co_return std::clamp<std::chrono::milliseconds>(
        std::chrono::milliseconds(m_clock.now().msecsTo(**next)), 0ms, longestSleep);
}

} // namespace jetbridge
