// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/PassOnNotifications.h"
#include "ports/Presence.h"

#include <QObject>
#include <QTimer>

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
    void stop(); ///< The one under way ends with its delivery; see idle().
    bool isOn() const { return m_on; }
    bool isIdle() const { return !m_busy; }
    /// Something new is in the queue.
    void wake();

Q_SIGNALS:
    void idle();

private:
    Task<Done> round();
    void goOn(const Outcome<std::optional<QDateTime>>& next);

    ForwardQueue& m_queue;
    Backend& m_backend;
    const Clock& m_clock;
    const std::function<void(const Forward&)> m_tell;
    BackendAddress m_address;
    QTimer m_timer;
    bool m_on = false;
    bool m_busy = false;
    bool m_hasNews = false;
    Presence m_presence;
};

} // namespace jetbridge
