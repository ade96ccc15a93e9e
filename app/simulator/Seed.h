// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Clock.h"

#include <QString>

#include <atomic>

namespace jetbridge::simulator {

/// Where every id, secret and figure of one simulator comes from: HMAC-SHA-256 under one key.
///
/// With a seed the key follows from it, so that two runs are alike. Without one it is 256 bits of
/// the system's generator (RFC 6749 10.10).
class Seed : public Randomness {
public:
    explicit Seed(quint64 number); ///< 0: a key from the system's generator.
    /// As kept in a state file. The stream goes on somewhere new: tokens of an earlier run never
    /// come again. False, and nothing has changed: it is not 32 bytes.
    bool setKey(QByteArray key);

    const QByteArray& key() const { return m_key; }

    /// The next bytes of one stream: depends on how many were asked for before.
    QByteArray bytes(int count) override;
    /// The bytes that belong to a name, whoever asks and whenever; at most 32.
    QByteArray derive(QByteArrayView name, int count = 32) const;
    QString uuid(QByteArrayView name) const; ///< "7cbc0f64-4d1c-4d70-9f19-dbd8f3656020"
    Secret secret(QByteArrayView name) const; ///< 256 bits as base64url, 43 characters.
    /// 0 .. below-1
    int number(QByteArrayView name, int below) const;

private:
    QByteArray m_key;
    std::atomic<quint64> m_drawn{0};
};

} // namespace jetbridge::simulator
