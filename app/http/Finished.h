// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <coroutine>

namespace jetbridge::http {

/// Awaits the end of a QNetworkReply and goes on within its finished(): before abort() returns,
/// whoever waited has acted. QCoro 0.12 itself would go on a turn of the event loop later, when
/// what the waiting one works with may be gone.
template <typename Reply> class Finished {
public:
    explicit Finished(Reply* reply)
        : m_reply(reply)
    {
    }
    bool await_ready() const { return m_reply->isFinished(); }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        QObject::connect(
            m_reply, &Reply::finished, m_reply, [waiting] { waiting.resume(); },
            Qt::SingleShotConnection);
    }
    void await_resume() const { }

private:
    Reply* m_reply;
};

} // namespace jetbridge::http
