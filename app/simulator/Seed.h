// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Clock.h"

#include <QString>

#include <atomic>

namespace jetbridge::simulator {

/// The source of every id, secret and number of one simulator: HMAC-SHA-256 under one key.
///
/// With a seed, the key is derived from it, so that two runs are identical. Without one it is 256
/// bits from the system's generator (RFC 6749 10.10).
class Seed : public Randomness {
public:
    explicit Seed(quint64 number); ///< 0: a key from the system's generator.
    /// Sets a key from a state file. The stream of bytes() continues at a new place, so that tokens
    /// of an earlier run are never repeated. Returns false, and changes nothing, if the key does
    /// not have 32 bytes.
    bool setKey(QByteArray key);

    const QByteArray& key() const { return m_key; }

    /// Returns the next bytes of one stream, which depend on how many were requested before.
    QByteArray bytes(int count) override;
    /// Returns the bytes that belong to a name, at most 32; they are the same for every caller at
    /// any time.
    QByteArray derive(QByteArrayView name, int count = 32) const;
    /// Returns a UUID: "7cbc0f64-4d1c-4d70-9f19-dbd8f3656020".
    QString uuid(QByteArrayView name) const;
    Secret secret(QByteArrayView name) const; ///< Returns 256 bits as base64url, 43 characters.
    /// Returns a number from 0 to below - 1.
    int number(QByteArrayView name, int below) const;

private:
    QByteArray m_key;
    std::atomic<quint64> m_drawn{0};
};

} // namespace jetbridge::simulator
