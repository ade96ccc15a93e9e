// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Request.h"
#include "ports/Task.h"

#include <QObject>
#include <QSslConfiguration>

#include <memory>

namespace jetbridge::conformance {

/// Sends a check's requests as they are: no redirect is followed, nothing is sent twice, no cookie
/// is kept, one connection each. On the caller's thread.
class Wire : public QObject {
    Q_OBJECT

public:
    /// `patience`: from the call to the last byte of an answer.
    Wire(QSslConfiguration tls, std::chrono::milliseconds patience);

    /// Always comes back, with an answer or with the trouble.
    Task<Reply> send(Request request);
    /// The addresses of a host; empty: its name is not known.
    Task<QList<QHostAddress>> addressesOf(QString host);
    /// What is under way ends as Cancelled, and so does everything that is sent later.
    void cancel();
    bool isCancelled() const { return m_isCancelled; }

Q_SIGNALS:
    void cancelled();

private:
    const QSslConfiguration m_tls;
    const std::chrono::milliseconds m_patience;
    bool m_isCancelled = false;
};

} // namespace jetbridge::conformance
