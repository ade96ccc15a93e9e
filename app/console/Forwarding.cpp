// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Forwarding.h"

#include <QTimer>

namespace jetbridge {

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
        m_round.start({});
}

Task<std::optional<async::Round::Pause>> Forwarding::round()
{
    const PassOnServices services{m_queue, m_backend, m_clock,
        [this, hasEnded = m_scope.hasEnded()] {
            if (hasEnded())
                return Standing::Gone;
            return m_round.isOn() ? Standing::Here : Standing::Stopping;
        },
        m_tell};
    const auto next = co_await within(m_scope, passOnNotifications(services, m_address));
    co_return sleepUntil(next, m_clock.now());
}

} // namespace jetbridge
