// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "async/Task.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace jetbridge::async {

/// Waits until `sender` emits `signal`, `patience` at most (zero: for ever). True: it did; false:
/// it did not in time, or is gone. Goes on from the event loop, never in the middle of the signal,
/// once however often the signal comes (qCoro() 0.8 goes on once for each, with a coroutine that is
/// gone by then).
template <typename Sender, typename Signal>
Task<bool> emission(Sender* sender, Signal signal, std::chrono::milliseconds patience = {})
{
    const Later<bool> later;
    QTimer timer; // also the context of what is posted: nothing arrives when it is gone
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
