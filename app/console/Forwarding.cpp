// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Forwarding.h"

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
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Forwarding::wake);
}

void Forwarding::start(BackendAddress address)
{
    m_address = std::move(address);
    m_on = true;
    wake();
}

void Forwarding::stop()
{
    m_on = false;
    m_timer.stop();
}

void Forwarding::wake()
{
    if (!m_on)
        return;
    m_hasNews = m_busy;
    if (!m_busy)
        round();
}

Task<Done> Forwarding::round()
{
    using Standing = PassOnServices::Standing;
    m_busy = true;
    m_timer.stop();
    const auto presence = m_presence.watch();
    const PassOnServices services{m_queue, m_backend, m_clock,
        [this, presence] {
            if (presence.expired())
                return Standing::Gone;
            return m_on ? Standing::Here : Standing::Stopping;
        },
        m_tell};
    const auto next = co_await passOnNotifications(services, m_address);
    if (presence.expired())
        co_return Done{};
    m_busy = false;
    goOn(next);
    co_return Done{};
}

void Forwarding::goOn(const Outcome<std::optional<QDateTime>>& next)
{
    if (!m_on) {
        Q_EMIT idle();
        return;
    }
    auto sleep = next ? longestSleep : recovery;
    if (next && *next)
        sleep = std::clamp<std::chrono::milliseconds>(
            std::chrono::milliseconds(m_clock.now().msecsTo(**next)), 0ms, longestSleep);
    m_timer.start(std::exchange(m_hasNews, false) ? 0ms : sleep);
}

} // namespace jetbridge
