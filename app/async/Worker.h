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

/// A thread of its own, and the way there and back.
class Worker {
public:
    explicit Worker(const QString& name);
    ~Worker(); ///< As stop().
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Does `work` there, in the order of the calls; nobody waits for it.
    void post(std::function<void()> work);
    /// Does `work` there, in the order of the calls; whoever awaits it goes on where it was.
    template <typename T> Task<T> run(std::function<T()> work)
    {
        const Later<T> later;
        Task<T> value = valueOf(later);
        post([later, work = std::move(work)] { later.settle(work()); });
        T result = co_await value;
        co_return result;
    }
    /// Ends the thread as soon as everything is done that was posted before.
    void stop();

    /// Lives on the thread: the context for timers and connections there.
    QObject* context() { return &m_there; }

private:
    QThread m_thread;
    QObject m_there;
};

/// Does `work` on a thread of the pool; whoever awaits it goes on where it was.
template <typename T> Task<T> inBackground(std::function<T()> work)
{
    const Later<T> later;
    Task<T> value = valueOf(later);
    QThreadPool::globalInstance()->start([later, work = std::move(work)] { later.settle(work()); });
    T result = co_await value;
    co_return result;
}

/// Runs a coroutine on the thread of `context`; whoever awaits it goes on where it was. `otherwise`
/// is the result where the context is gone before the coroutine began.
template <typename T>
Task<T> onThreadOf(QObject* context, std::function<Task<T>()> work, T otherwise)
{
    // Settles when it goes: the queued call alone keeps it.
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
