// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>

namespace jetbridge {

/// The form of the access tokens that our token endpoint issues.
enum class TokenFormat {
    Opaque, ///< Random text: only we know what it stands for (RFC 7662).
    Rs256, ///< A JWT (RFC 9068) with an RSA signature, which an API can check by itself.
    Es256, ///< A JWT (RFC 9068) with a P-256 signature, which is shorter.
};

QString tokenFormatName(TokenFormat format); ///< Returns "opaque", "rs256" or "es256".
/// Invalid: it is none of these names.
Outcome<TokenFormat> tokenFormatFromName(const QString& name);

/// How a new signing key takes the place of the one before.
enum class KeyRotation {
    WithOverlap, ///< It is published first; the former key stays until its last token has expired.
    AtOnce, ///< All former keys end now, and with them every token that they signed.
};

/// A public key in the key set at /oauth/jwks.json (RFC 7517), and the time in which its private
/// half signs tokens.
struct PublishedKey {
    QString id; ///< The `kid` of its tokens: the key's thumbprint (RFC 7638).
    TokenFormat format = TokenFormat::Rs256;
    QDateTime signsFrom; ///< UTC.
    QDateTime signsUntil; ///< UTC, when the next key takes over; invalid if there is no next one.
    QDateTime publishedUntil; ///< UTC, when its last token has expired; invalid if there is no next
                              ///< key.

    bool operator==(const PublishedKey&) const = default;
};

} // namespace jetbridge
