// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"
#include "oauth/Client.h"
#include "oauth/SigningKeys.h"

#include <QDateTime>

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

/// Makes access tokens that an API can check by itself, and reads them again: JWTs as RFC 9068
/// describes them. A value; times are UTC.
struct SignedTokens {
    TokenFormat format = TokenFormat::Opaque; ///< Opaque: no token is signed any more; earlier ones
                                              ///< are still read.
    QString issuer; ///< The claim `iss`, compared character by character.
    QString audience; ///< The claim `aud`.
    SigningKeys keys; ///< Empty: the keychain has not given them yet.

    /// Returns a token of the key that signs now, with the claims of RFC 9068 2.2 and those of the
    /// client. `id` becomes its `jti`. nullopt if there is no key.
    std::optional<Secret> issue(const Client& client, const Scopes& scopes, const QByteArray& id,
        const QDateTime& now, int lifetimeSeconds) const;
    /// Returns what a token stands for, whether or not its client still exists; nullopt unless one
    /// of the keys has signed it, for this issuer and audience, and it has not expired (RFC 9068
    /// 4).
    std::optional<Grant> check(QByteArrayView token, const QDateTime& now) const;
};

} // namespace jetbridge::oauth
