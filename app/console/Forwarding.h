// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Round.h"
#include "flows/PassOnNotifications.h"
#include "ports/Closing.h"

#include <QObject>

namespace jetbridge {

/// Keeps notifications going to the partner's own backend while it is on: what is new at once, what
/// failed when it is due again, and what another run left behind.
class Forwarding : public QObject {
    Q_OBJECT

public:
    /// The references outlive every wait that ends while this lives.
    Forwarding(ForwardQueue& queue, Backend& backend, const Clock& clock,
        std::function<void(const Forward&)> tell);

    void start(BackendAddress address);
    void stop() { m_round.stop(); } ///< The one under way ends with its delivery; see idle().
    bool isOn() const { return m_round.isOn(); }
    bool isIdle() const { return m_round.isIdle(); }
    /// Something new is in the queue.
    void wake() { m_round.wake(); }

Q_SIGNALS:
    void idle();

private:
    /// How long to rest after it.
    Task<std::optional<async::Round::Pause>> round();

    ForwardQueue& m_queue;
    Backend& m_backend;
    const Clock& m_clock;
    const std::function<void(const Forward&)> m_tell;
    BackendAddress m_address;
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
