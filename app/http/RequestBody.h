// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

#include <QIODevice>

namespace jetbridge::http {

/// The body of a request, read by Qt straight from the Secret that holds it.
///
/// Qt sends a request again by itself when the connection drops before the first byte of the
/// answer, on a fresh connection too. It must rewind the body for that: a body that may be sent
/// `Once` cannot be rewound, so Qt gives up with ContentReSendError instead (RFC 9110 9.2.2: the
/// confirm call is not idempotent).
class RequestBody final : public QIODevice {
public:
    enum class Sending { Repeatable, Once };
    RequestBody(Secret bytes, Sending sending);

    /// Whether Qt took bytes to send. Until then nobody can have received the request.
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
    qint64 m_read = 0; ///< How far a sequential body was read.
    bool m_taken = false;
};

} // namespace jetbridge::http
