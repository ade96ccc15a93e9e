// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "async/Task.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace jetbridge::async {

/// A thread of its own for work whose results return to the caller's thread.
class Worker {
public:
    explicit Worker(const QString& name);
    ~Worker(); ///< Calls stop().
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Runs `work` on the thread, in the order of the calls, and does not wait for it.
    void post(std::function<void()> work);
    /// Runs `work` on the thread, in the order of the calls; the awaiting coroutine resumes on its
    /// own thread.
    template <typename T> Task<T> run(std::function<T()> work)
    {
        const Later<T> later;
        Task<T> value = valueOf(later);
        post([later, work = std::move(work)] { later.settle(work()); });
        T result = co_await value;
        co_return result;
    }
    /// Ends the thread after everything that was posted before is done.
    void stop();

    /// Returns an object that lives on the thread: the context for timers and connections there.
    QObject* context() { return &m_there; }

private:
    QThread m_thread;
    QObject m_there;
};

/// Runs `work` on a thread of the global pool; the awaiting coroutine resumes on its own thread.
template <typename T> Task<T> inBackground(std::function<T()> work)
{
    const Later<T> later;
    Task<T> value = valueOf(later);
    QThreadPool::globalInstance()->start([later, work = std::move(work)] { later.settle(work()); });
    T result = co_await value;
    co_return result;
}

/// Runs a coroutine on the thread of `context`; the awaiting coroutine resumes on its own thread.
/// The result is `otherwise` if `context` is destroyed before the coroutine began.
template <typename T>
Task<T> onThreadOf(QObject* context, std::function<Task<T>()> work, T otherwise)
{
    // Only the queued call holds this object, which settles when it is destroyed.
    struct Call {
        Later<T> later;
        std::function<Task<T>()> work;
        T otherwise;
        ~Call() { later.settle(otherwise); }

        static QCoro::Task<> run(std::shared_ptr<Call> call)
        {
            call->later.settle(co_await call->work());
        }
    };
    const Later<T> later;
    Task<T> value = valueOf(later);
    auto call = std::shared_ptr<Call>(new Call{later, std::move(work), std::move(otherwise)});
    QMetaObject::invokeMethod(
        context, [call] { Call::run(call); }, Qt::QueuedConnection);
    call.reset();
    T result = co_await value;
    co_return result;
}

} // namespace jetbridge::async
