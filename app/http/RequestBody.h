// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

#include <QIODevice>

namespace jetbridge::http {

/// The body of a request, which Qt reads directly from the Secret that holds it.
///
/// Qt sends a request again on its own when the connection drops before the first byte of the
/// answer, even on a new connection. It must rewind the body for that. A body that may be sent only
/// `Once` cannot be rewound, so Qt gives up with ContentReSendError instead (RFC 9110 9.2.2: the
/// confirm call is not idempotent).
class RequestBody final : public QIODevice {
public:
    enum class Sending { Repeatable, Once };
    RequestBody(Secret bytes, Sending sending);

    /// Tells whether Qt has read bytes to send. Before that, nobody can have received the request.
    bool taken() const { return m_taken; }

    bool isSequential() const override { return m_sending == Sending::Once; }
    qint64 size() const override { return m_bytes.size(); }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return !isSequential() && QIODevice::reset(); }

protected:
    qint64 readData(char* data, qint64 maximum) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 offset() const { return isSequential() ? m_read : pos(); }

    Secret m_bytes;
    Sending m_sending;
    qint64 m_read = 0; ///< Number of bytes read of a sequential body.
    bool m_taken = false;
};

} // namespace jetbridge::http
