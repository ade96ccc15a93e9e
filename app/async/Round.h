// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Task.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jetbridge::async {

/// Background work that is repeated, when its time has come or when it is woken; two runs never
/// overlap.
class Round : public QObject {
    Q_OBJECT

public:
    using Pause = std::chrono::milliseconds;
    /// A function that calls another one once after some time, and never within its own call
    /// (Timer::ringAfter).
    using Alarm = std::function<void(Pause, std::function<void()>)>;
    /// A coroutine that does the work and returns the pause until the next run; nullopt: until it
    /// is woken.
    using Work = std::function<Task<std::optional<Pause>>()>;

    Round(Alarm alarm, Work work);

    /// Starts the rounds; the first run comes after `first`. Does nothing while they are on.
    void start(Pause first);
    void stop(); ///< Stops the rounds; a run under way is finished first (see idle()).
    /// Schedules the next run after `in`, whatever was planned before. While a run is under way,
    /// the time counts from its end. Does nothing while the rounds are off.
    void wake(Pause in = Pause(0));

    bool isOn() const { return m_isOn; }
    bool isIdle() const { return !m_isBusy; }

Q_SIGNALS:
    void idle(); ///< Emitted when the last run has ended after stop().

private:
    void plan(Pause in);
    QCoro::Task<> run();

    const Alarm m_alarm;
    const Work m_work;
    int m_plan = 0; ///< Number of the alarm that counts; older alarms are ignored.
    bool m_isOn = false;
    bool m_isBusy = false;
    std::optional<Pause> m_woken; ///< Pause of a wake() that came during a run.
    const std::shared_ptr<const int> m_life = std::make_shared<const int>(0);
};

} // namespace jetbridge::async
