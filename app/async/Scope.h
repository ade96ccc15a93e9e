// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "async/Task.h"

#include <QMutex>

#include <functional>
#include <map>
#include <memory>

namespace jetbridge::async {

/// Limits the lifetime of coroutines to that of an object: when the scope ends, whatever waits in
/// it resumes at once as cancelled. Declare it as the last member: it then ends first, while
/// everything that a coroutine uses next still exists. Thread-safe.
class Scope {
public:
    Scope() = default;
    /// Makes a scope that ends no later than `outer`; null: it is independent.
    explicit Scope(Scope* outer)
    {
        if (outer)
            m_outer = outer->add([state = std::weak_ptr(m_state)] {
                if (const auto inner = state.lock())
                    end(*inner);
            });
    }
    ~Scope() { end(*m_state); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    /// Cancels all waits, and every wait that begins from now on.
    void end() { end(*m_state); }
    /// Returns a function that tells whether this scope has ended; it works even after the scope is
    /// destroyed.
    std::function<bool()> hasEnded() const
    {
        return [state = m_state] {
            const QMutexLocker lock(&state->mutex);
            return state->isOver;
        };
    }

    /// Returns the result of `task`, or `cancelled` as soon as this scope ends.
    template <typename T> Task<T> within(Task<T> task, T cancelled)
    {
        const Later<T> later;
        const auto kept = keep(later, std::move(cancelled));
        follow(std::move(task), later);
        T result = co_await later;
        co_return result;
    }

    /// Settles `later` when this scope ends, as long as the result is kept. Null: the scope has
    /// ended already, and `later` is settled.
    template <typename T>
    [[nodiscard]] std::shared_ptr<const void> keep(const Later<T>& later, T cancelled)
    {
        return add([later, cancelled = std::move(cancelled)] { later.settle(cancelled); });
    }

private:
    struct State {
        QMutex mutex;
        bool isOver = false;
        int last = 0;
        std::map<int, std::function<void()>> ends;
    };

    static void end(State& state)
    {
        std::map<int, std::function<void()>> ends;
        {
            const QMutexLocker lock(&state.mutex);
            state.isOver = true;
            ends.swap(state.ends);
        }
        for (const auto& [number, cancel] : ends)
            cancel();
    }

    std::shared_ptr<const void> add(std::function<void()> cancel)
    {
        QMutexLocker lock(&m_state->mutex);
        if (m_state->isOver) {
            lock.unlock();
            cancel();
            return nullptr;
        }
        const int number = ++m_state->last;
        m_state->ends.emplace(number, std::move(cancel));
        // The address does not matter; only the deleter does.
        return std::shared_ptr<const void>(m_state.get(), [state = m_state, number](const void*) {
            const QMutexLocker locked(&state->mutex);
            state->ends.erase(number);
        });
    }

    const std::shared_ptr<State> m_state = std::make_shared<State>();
    std::shared_ptr<const void> m_outer;
};

} // namespace jetbridge::async
