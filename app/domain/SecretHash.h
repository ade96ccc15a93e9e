// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

namespace jetbridge {

/// What is kept of a secret to recognise it in any text. Nobody learns the secret from it without
/// the key, which is in the keychain.
struct SecretHash {
    /// A keyed hash of the secret's first bytes, of `SecretHasher::beginningBits` bits: tells
    /// quickly where in a text it is not.
    quint32 beginning = 0;
    int size = 0; ///< Bytes.
    QByteArray mac; ///< HMAC-SHA256 (RFC 2104).

    bool operator==(const SecretHash&) const = default;
};

/// Hashes secrets, and parts of texts that may be secrets, by one key.
class SecretHasher {
public:
    static constexpr int keyBytes = 32;
    /// Bytes. Shorter secrets would be found in innocent text, and guessed from their hashes.
    static constexpr qsizetype shortest = 8;
    static constexpr int beginningBits = 20;

    /// `key`: random bytes.
    explicit SecretHasher(Secret key);

    /// Names the key: hashes by another key mean nothing to this one.
    QByteArray keyId() const { return m_keyId; }
    /// `secret` has at least `shortest` bytes.
    SecretHash of(QByteArrayView secret) const;
    /// The hash of the first `shortest` bytes at `bytes`.
    quint32 beginning(const char* bytes) const;
    QByteArray mac(QByteArrayView bytes) const;

private:
    Secret m_key;
    quint64 m_multiplier = 0;
    QByteArray m_keyId;
};

} // namespace jetbridge
