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

/// What a live token stands for.
struct Grant {
    ClientId client;
    QString subject; ///< Client::subject at the time of issue.
    Scopes scopes;
    QDateTime issuedAt; ///< UTC
    QDateTime expiresAt; ///< UTC
};

/// Issues opaque tokens of 256 random bits and recognises them again; keeps only their SHA-256 (RFC
/// 9700 4.9.3). Bounded and swept: expired tokens go first, then the oldest. Used on one thread.
class TokenIssuer {
public:
    struct Options {
        int lifetimeSeconds = 1800; ///< 1..3600 (RFC 6750 5.3)
        int mostLive = 200'000;
    };
    TokenIssuer(const Clock& clock, Randomness& randomness, Options options);
    ~TokenIssuer();

    Secret issue(const Client& client, const Scopes& scopes);
    std::optional<Grant> check(QByteArrayView token) const; ///< nullopt: unknown or expired.
    void revoke(const ClientId& client); ///< All tokens of a client.
    void revoke(const QSet<ClientId>& clients); ///< The same of many, at the price of one.
    void setLifetime(int seconds); ///< Of those from now on; callable from any thread.
    int lifetimeSeconds() const;
    qsizetype liveTokens() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
