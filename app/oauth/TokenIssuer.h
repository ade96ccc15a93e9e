// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/SignedTokens.h"
#include "ports/Clock.h"

#include <QSet>

#include <memory>
#include <optional>

namespace jetbridge::oauth {

/// Issues access tokens and recognises them again. Opaque ones have 256 random bits; only their
/// SHA-256 is stored (RFC 9700 4.9.3), and their number is limited: expired tokens are removed
/// first, then the oldest. Signed ones (SignedTokens) are not stored. Used on one thread.
class TokenIssuer {
public:
    struct Options {
        int lifetimeSeconds = 1800; ///< 1 to 3600 (RFC 6750 5.3).
        int mostLive = 200'000;
    };
    TokenIssuer(const Clock& clock, Randomness& randomness, Options options);
    ~TokenIssuer();

    /// Issues a token to a client. nullopt: it is to be signed, and there is no key yet.
    std::optional<Secret> issue(const Client& client, const Scopes& scopes);
    /// Returns what a token stands for; nullopt for an unknown or expired token. Whether the client
    /// of a signed token still exists is for the caller to find out.
    std::optional<Grant> check(QByteArrayView token) const;
    /// Revokes all tokens of a client, or of many clients in one pass. Signed ones are refused here
    /// from then on; of others, only those who ask us refuse them.
    void revoke(const ClientId& client);
    void revoke(const QSet<ClientId>& clients);
    /// Sets how tokens are signed and read from now on; null, at first: all tokens are opaque.
    /// Thread-safe.
    void setSigned(std::shared_ptr<const SignedTokens> tokens);
    std::shared_ptr<const SignedTokens> signedTokens() const;
    void setLifetime(int seconds); ///< Sets the lifetime of tokens that are issued from now on;
                                   ///< thread-safe.
    int lifetimeSeconds() const;
    /// Returns how many opaque tokens are stored.
    qsizetype liveTokens() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
