// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QCoro/QCoroFuture>

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace jetbridge {

/// An Outcome that somebody promises to give, from whatever thread; whoever waits resumes on its
/// own thread.
///
/// A promise that nobody keeps counts as Cancelled: QCoro 0.8 crashes on a QFuture without a
/// result.
template <typename T> class Promised {
public:
    Promised() { m_promise.start(); }
    ~Promised() { keep(failed(FailureKind::Cancelled, QStringLiteral("The program is closing."))); }
    Promised(const Promised&) = delete;
    Promised& operator=(const Promised&) = delete;

    /// The first call counts. Not to be called from two threads at once.
    void keep(Outcome<T> outcome)
    {
        if (m_kept)
            return;
        m_kept = true;
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }
    QFuture<Outcome<T>> future() { return m_promise.future(); }

private:
    QPromise<Outcome<T>> m_promise;
    bool m_kept = false;
};

template <typename T>
QCoro::Task<> keepPromise(
    std::shared_ptr<Promised<T>> promised, std::function<Task<Outcome<T>>()> work)
{
    promised->keep(co_await work());
}

/// Runs `work` on the thread of `context`; the caller resumes on its own thread with what came of
/// it.
template <typename T>
Task<Outcome<T>> onThreadOf(QObject* context, std::function<Task<Outcome<T>>()> work)
{
    auto promised = std::make_shared<Promised<T>>();
    QFuture<Outcome<T>> future = promised->future();
    QMetaObject::invokeMethod(
        context, [promised, work = std::move(work)] { keepPromise<T>(promised, work); },
        Qt::QueuedConnection);
    promised.reset(); // from here the queued call alone keeps it, so that a dead context breaks the
                      // promise
    co_return co_await future;
}

} // namespace jetbridge
