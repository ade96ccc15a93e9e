// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Task.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jetbridge::async {

/// Work in the background that comes again and again, never twice at once: when its time has come,
/// or when somebody wakes it.
class Round : public QObject {
    Q_OBJECT

public:
    using Pause = std::chrono::milliseconds;
    /// Calls a function once after some time; never from within the call (Timer::ringAfter).
    using Alarm = std::function<void(Pause, std::function<void()>)>;
    /// Does the work and says how long to rest after it; nullopt: until somebody wakes it.
    using Work = std::function<Task<std::optional<Pause>>()>;

    Round(Alarm alarm, Work work);

    /// The first time comes after `first`; does nothing while it is on.
    void start(Pause first);
    void stop(); ///< The work under way is the last; see idle().
    /// The next time comes after `in`, whatever was planned before; of the work under way, after
    /// its end. Does nothing while it is off.
    void wake(Pause in = Pause(0));

    bool isOn() const { return m_isOn; }
    bool isIdle() const { return !m_isBusy; }

Q_SIGNALS:
    void idle(); ///< The last work has ended after stop().

private:
    void plan(Pause in);
    QCoro::Task<> run();

    const Alarm m_alarm;
    const Work m_work;
    int m_plan = 0; ///< Which of the rings counts.
    bool m_isOn = false;
    bool m_isBusy = false;
    std::optional<Pause> m_woken; ///< While it was busy.
    const std::shared_ptr<const int> m_life = std::make_shared<const int>(0);
};

} // namespace jetbridge::async
