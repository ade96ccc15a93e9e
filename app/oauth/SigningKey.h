// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "domain/TokenFormat.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace jetbridge::oauth {

/// A key that signs access tokens: RSA of 2048 bits for RS256 or P-256 for ES256 (RFC 7518 3.3,
/// 3.4). Copies share the key, which exists in memory once and is overwritten with the last copy.
/// May be used on any thread.
class SigningKey {
public:
    /// Makes a key for a signed format; for RS256 it takes up to a second. Invalid (code
    /// openssl): OpenSSL's library is missing or fails.
    static Outcome<SigningKey> generate(TokenFormat format);
    /// Reads what toDer() returned. Invalid: it is no such key.
    static Outcome<SigningKey> fromDer(TokenFormat format, const Secret& der);
    /// Returns the private key, for the vault.
    Secret toDer() const;

    TokenFormat format() const;
    /// Returns "RS256" or "ES256" (RFC 7518 3.1).
    QString algorithm() const;
    /// Returns the thumbprint of the public key (RFC 7638), which is its `kid`.
    const QString& id() const;
    /// Returns the public key for a key set (RFC 7517), with kid, use and alg.
    QJsonObject publicKey() const;

    /// Returns the signature of a text as a JWS has it (RFC 7518 3.3, 3.4: for ES256 r and s, 32
    /// bytes each); nullopt if OpenSSL fails.
    std::optional<QByteArray> sign(QByteArrayView text) const;
    /// Tells whether this key made the signature of this text.
    bool hasSigned(QByteArrayView text, QByteArrayView signature) const;

private:
    struct Private;
    explicit SigningKey(std::shared_ptr<const Private> key)
        : d(std::move(key))
    {
    }
    static Outcome<SigningKey> of(TokenFormat format, std::shared_ptr<Private> key);

    std::shared_ptr<const Private> d;
};

} // namespace jetbridge::oauth
