// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"
#include "oauth/Client.h"
#include "ports/Clock.h"

#include <QDateTime>
#include <QSet>

#include <memory>
#include <optional>

namespace jetbridge::oauth {

/// The client, subject and scopes that a live token stands for.
struct Grant {
    ClientId client;
    QString subject; ///< Client::subject at the time of issue.
    Scopes scopes;
    QDateTime issuedAt; ///< UTC.
    QDateTime expiresAt; ///< UTC.
};

/// Issues opaque tokens of 256 random bits and recognises them again. Only their SHA-256 is stored
/// (RFC 9700 4.9.3). The number of tokens is limited: expired tokens are removed first, then the
/// oldest. Used on one thread.
class TokenIssuer {
public:
    struct Options {
        int lifetimeSeconds = 1800; ///< 1 to 3600 (RFC 6750 5.3).
        int mostLive = 200'000;
    };
    TokenIssuer(const Clock& clock, Randomness& randomness, Options options);
    ~TokenIssuer();

    /// Issues a token to a client.
    Secret issue(const Client& client, const Scopes& scopes);
    std::optional<Grant> check(QByteArrayView token) const; ///< Returns nullopt for an unknown or
                                                            ///< expired token.
    void revoke(const ClientId& client); ///< Revokes all tokens of a client.
    void revoke(const QSet<ClientId>& clients); ///< Revokes all tokens of many clients in one pass.
    void setLifetime(int seconds); ///< Sets the lifetime of tokens that are issued from now on;
                                   ///< thread-safe.
    int lifetimeSeconds() const;
    /// Returns how many tokens are stored.
    qsizetype liveTokens() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
