// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QMutexLocker>
#include <QObject>
#include <QScopedPointer>
#include <QThread>

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace jetbridge::async {

/// A value that comes later: one coroutine awaits it, anybody settles it, from any thread. Copies
/// share the value.
///
/// It cannot be cancelled, which is why it is used instead of a QFuture: whoever gives up settles
/// it with what that means.
template <typename T> class Later {
public:
    /// Hands over the value; only the first one counts. Whoever waits on this thread goes on within
    /// this call, whoever waits on another goes on there.
    void settle(T value) const
    {
        std::coroutine_handle<> waiting;
        {
            const QMutexLocker lock(&m_state->mutex);
            if (m_state->isSettled)
                return;
            m_state->isSettled = true;
            m_state->value.emplace(std::move(value));
            if (!m_state->waiting)
                return;
            if (m_state->home->thread() == QThread::currentThread())
                waiting = std::exchange(m_state->waiting, nullptr);
            else
                postTo(m_state);
        }
        if (waiting)
            waiting.resume();
    }
    bool isSettled() const
    {
        const QMutexLocker lock(&m_state->mutex);
        return m_state->isSettled;
    }

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiting) const
    {
        const QMutexLocker lock(&m_state->mutex);
        if (m_state->isSettled)
            return false;
        m_state->waiting = waiting;
        m_state->home.reset(new QObject);
        return true;
    }
    T await_resume() const
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->home.reset();
        return std::move(*m_state->value);
    }

private:
    struct State {
        QMutex mutex;
        bool isSettled = false;
        std::optional<T> value;
        std::coroutine_handle<> waiting;
        /// Lives on the thread that waits: what is posted to it arrives there.
        std::unique_ptr<QObject, QScopedPointerDeleteLater> home;
    };

    // Weakly: where the waiting thread has ended, what was posted to it must not keep the state.
    static void postTo(const std::weak_ptr<State>& weak)
    {
        QMetaObject::invokeMethod(
            weak.lock()->home.get(),
            [weak] {
                const auto state = weak.lock();
                if (!state)
                    return;
                std::coroutine_handle<> waiting;
                {
                    const QMutexLocker lock(&state->mutex);
                    waiting = std::exchange(state->waiting, nullptr);
                }
                if (waiting)
                    waiting.resume();
            },
            Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace jetbridge::async
