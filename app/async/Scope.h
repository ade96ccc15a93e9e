// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "async/Task.h"

#include <QMutex>

#include <functional>
#include <map>
#include <memory>

namespace jetbridge::async {

/// The life of an object, as far as its coroutines know it: what waits in a scope goes on as
/// cancelled, at once, when the scope ends. Declared as the last member, it ends first, while
/// everything that a coroutine uses next is still there. May be used on any thread.
class Scope {
public:
    Scope() = default;
    ~Scope() { end(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// What `task` gives; `cancelled` as soon as this scope ends.
    template <typename T> Task<T> within(Task<T> task, T cancelled)
    {
        const Later<T> later;
        const auto kept = keep(later, std::move(cancelled));
        follow(std::move(task), later);
        T result = co_await later;
        co_return result;
    }

    /// Registers something to settle when this scope ends: as long as the result is kept. Where the
    /// scope has ended, it is settled at once.
    template <typename T>
    [[nodiscard]] std::shared_ptr<const void> keep(const Later<T>& later, T cancelled)
    {
        return add([later, cancelled = std::move(cancelled)] { later.settle(cancelled); });
    }

    /// What waits is cancelled, and whatever would wait from now on.
    void end()
    {
        std::map<int, std::function<void()>> ends;
        {
            const QMutexLocker lock(&m_state->mutex);
            m_state->isOver = true;
            ends.swap(m_state->ends);
        }
        for (const auto& [number, cancel] : ends)
            cancel();
    }

private:
    struct State {
        QMutex mutex;
        bool isOver = false;
        int last = 0;
        std::map<int, std::function<void()>> ends;
    };

    template <typename T> static QCoro::Task<> follow(Task<T> task, Later<T> later)
    {
        later.settle(co_await task);
    }

    std::shared_ptr<const void> add(std::function<void()> cancel)
    {
        const QMutexLocker lock(&m_state->mutex);
        if (m_state->isOver) {
            cancel(); // nobody awaits it yet
            return nullptr;
        }
        const int number = ++m_state->last;
        m_state->ends.emplace(number, std::move(cancel));
        return std::shared_ptr<const void>(nullptr, [state = m_state, number](const void*) {
            const QMutexLocker locked(&state->mutex);
            state->ends.erase(number);
        });
    }

    const std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace jetbridge::async
