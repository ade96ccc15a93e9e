// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "async/Task.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace jetbridge::async {

/// Waits until `sender` emits `signal`, for `patience` at most (zero: no limit). Returns true if it
/// did, false if it did not in time or was destroyed. Resumes from the event loop, never within the
/// signal, and only once however often the signal is emitted (qCoro() 0.8 resumes for each one,
/// with a coroutine that is gone by then).
template <typename Sender, typename Signal>
Task<bool> emission(Sender* sender, Signal signal, std::chrono::milliseconds patience = {})
{
    const Later<bool> later;
    QTimer timer; // Also the context of the posted calls: nothing arrives when it is gone.
    timer.setSingleShot(true);
    const auto settle = [later, context = &timer](bool came) {
        QMetaObject::invokeMethod(
            context, [later, came] { later.settle(came); }, Qt::QueuedConnection);
    };
    QObject::connect(sender, signal, &timer, [settle] { settle(true); });
    QObject::connect(sender, &QObject::destroyed, &timer, [settle] { settle(false); });
    QObject::connect(&timer, &QTimer::timeout, &timer, [settle] { settle(false); });
    if (patience.count() > 0)
        timer.start(patience);
    const bool came = co_await later;
    co_return came;
}

} // namespace jetbridge::async
