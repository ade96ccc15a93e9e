// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Crossing.h"

#include <QTimer>

#include <chrono>

namespace jetbridge {

/// Waits until `sender` emits `signal`, `patience` at most. The signal may come any number of
/// times: qCoro() 0.8 goes on once for each that comes in one turn of the event loop, with a
/// coroutine that is gone by then.
template <typename Sender, typename Signal>
Task<Done> emission(Sender* sender, Signal signal, std::chrono::milliseconds patience)
{
    Promised<Done> promised;
    QTimer timer;
    timer.setSingleShot(true);
    const auto keep = [&promised] {
        promised.keep(Done{});
    };
    QObject::connect(sender, signal, &timer, keep);
    QObject::connect(&timer, &QTimer::timeout, &timer, keep);
    timer.start(patience);
    disregard(co_await promised.future()); // It can only say Done.
    co_return Done{};
}

} // namespace jetbridge
