// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Task.h"

#include <QList>
#include <QMutex>
#include <QMutexLocker>
#include <QObject>
#include <QThread>

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace jetbridge::async {

/// A value that is set later: coroutines await it, and any thread may settle it. Copies share the
/// value.
///
/// It cannot be cancelled, which is why it is used instead of a QFuture: whoever gives up settles
/// it with a value that says so.
template <typename T> class Later {
    struct State;
    class Wait;

public:
    /// Sets the value; only the first call counts. Coroutines that wait on this thread resume
    /// within this call. Those on another thread resume there, from the event loop or within a
    /// further call of settle() on that thread.
    void settle(T value) const
    {
        const auto state = m_state; // A coroutine that resumes may destroy this object.
        QList<Wait*> here;
        {
            const QMutexLocker lock(&state->mutex);
            if (!state->value) {
                state->value.emplace(std::move(value));
                for (Wait* wait : std::as_const(state->waiting)) {
                    if (wait->isHere()) {
                        here.append(wait);
                    } else {
                        state->posted.append(wait);
                        wait->post(state);
                    }
                }
                state->waiting.clear();
            } else {
                // Code that gives up (Scope::end) must not leave behind a wait that resumes later.
                for (Wait* wait : QList<Wait*>(state->posted)) {
                    if (!wait->isHere())
                        continue;
                    state->posted.removeOne(wait);
                    wait->dropPosted();
                    here.append(wait);
                }
            }
        }
        for (Wait* wait : std::as_const(here))
            wait->goOn();
    }
    /// Tells whether the value is set.
    bool isSettled() const
    {
        const QMutexLocker lock(&m_state->mutex);
        return m_state->value.has_value();
    }

    Wait operator co_await() const { return Wait(m_state); }

private:
    struct State {
        QMutex mutex;
        std::optional<T> value;
        QList<Wait*> waiting;
        QList<Wait*> posted; ///< Waits that were posted to their threads and have not resumed yet.
    };

    /// The wait of one coroutine; it is part of the coroutine's frame.
    class Wait {
    public:
        explicit Wait(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }
        ~Wait()
        {
            if (m_isPosted) // This runs within an event of m_home.
                m_home.release()->deleteLater();
        }
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;

        bool await_ready() const { return false; }
        bool await_suspend(std::coroutine_handle<> coroutine)
        {
            const QMutexLocker lock(&m_state->mutex);
            if (m_state->value)
                return false;
            m_coroutine = coroutine;
            m_home.reset(new QObject);
            m_state->waiting.append(this);
            return true;
        }
        T await_resume() const { return *m_state->value; }

        bool isHere() const { return m_home->thread() == QThread::currentThread(); }
        void post(const std::shared_ptr<State>& state)
        {
            m_isPosted = true;
            QMetaObject::invokeMethod(
                m_home.get(),
                [this, state] {
                    {
                        const QMutexLocker lock(&state->mutex);
                        state->posted.removeOne(this);
                    }
                    goOn();
                },
                Qt::QueuedConnection);
        }
        /// Forgets the posted event, which m_home's destruction removes.
        void dropPosted() { m_isPosted = false; }
        void goOn() const { m_coroutine.resume(); }

    private:
        std::shared_ptr<State> m_state;
        std::coroutine_handle<> m_coroutine;
        /// An object on the waiting thread, so that events posted to it arrive there.
        std::unique_ptr<QObject> m_home;
        bool m_isPosted = false;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Settles `later` with the result of `task`.
template <typename T> QCoro::Task<> follow(Task<T> task, Later<T> later)
{
    later.settle(co_await task);
}

/// Starts to wait for `later` now, even before anybody awaits the result. What another thread
/// settles from here on arrives by the event loop.
template <typename T> Task<T> valueOf(Later<T> later)
{
    T value = co_await later;
    co_return value;
}

} // namespace jetbridge::async
