// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

namespace jetbridge {

/// Hash of a secret, kept to recognise the secret in any text. Nobody can derive the secret from it
/// without the key, which is in the keychain.
struct SecretHash {
    /// Keyed hash of the secret's first bytes, with `SecretHasher::beginningBits` bits. It quickly
    /// rules out positions in a text.
    quint32 beginning = 0;
    int size = 0; ///< Size of the secret in bytes.
    QByteArray mac; ///< HMAC-SHA256 of the secret (RFC 2104).

    bool operator==(const SecretHash&) const = default;
};

/// Hashes secrets, and parts of texts that may be secrets, with one key.
class SecretHasher {
public:
    static constexpr int keyBytes = 32;
    /// Minimum size of a secret in bytes. Shorter ones would be found in innocent text, and could
    /// be guessed from their hashes.
    static constexpr qsizetype shortest = 8;
    static constexpr int beginningBits = 20;

    /// `key` consists of random bytes.
    explicit SecretHasher(Secret key);

    /// Returns the key's id. Hashes made by another key cannot be compared.
    QByteArray keyId() const { return m_keyId; }
    /// Hashes a secret, which has at least `shortest` bytes.
    SecretHash of(QByteArrayView secret) const;
    /// Hashes the first `shortest` bytes at `bytes`.
    quint32 beginning(const char* bytes) const;
    QByteArray mac(QByteArrayView bytes) const;

private:
    Secret m_key;
    quint64 m_multiplier = 0;
    QByteArray m_keyId;
};

} // namespace jetbridge
