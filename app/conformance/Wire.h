// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Request.h"
#include "ports/Task.h"

#include <QObject>
#include <QSslConfiguration>

#include <memory>

namespace jetbridge::conformance {

/// Sends a check's requests unchanged: redirects are not followed, nothing is sent twice, cookies
/// are not stored, and each request has its own connection. Used on the caller's thread.
class Wire : public QObject {
    Q_OBJECT

public:
    /// Makes a wire; `patience` is the time limit from the call to the last byte of an answer.
    Wire(QSslConfiguration tls, std::chrono::milliseconds patience);

    /// Sends a request; always returns, with an answer or with the trouble.
    Task<Reply> send(Request request);
    /// Returns the addresses of a host; empty if its name is not known.
    Task<QList<QHostAddress>> addressesOf(QString host);
    /// Ends requests under way, and all later ones, as Cancelled.
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
