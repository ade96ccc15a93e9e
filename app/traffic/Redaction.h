// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"
#include "traffic/KnownSecrets.h"

#include <QMutex>

namespace jetbridge::traffic {

/// Takes every secret out of an exchange before anything keeps it (RFC 9700 4.9.3).
///
/// What stands where secrets stand (Authorization, client_secret, access_token, one-time code,
/// state...) goes, and so does every known secret wherever it turns up; secrets seen once are known
/// from then on. In their place stands
/// `[secret 3f9a1c]`, the same tag for the same secret: 24 bits of a keyed hash. Works on text, so
/// that a body cut off within its JSON gives nothing away either. Callable from any thread.
class Redaction {
public:
    /// `key`: 32 random bytes; the same key gives the same tags.
    explicit Redaction(QByteArray key);

    void know(const Secret& secret);
    Exchange redacted(Exchange exchange);
    /// Whether a known secret stands in a text that is about to leave.
    bool findsSecretIn(QByteArrayView text) const;

    /// Bytes of a body that are kept.
    static constexpr qsizetype mostBodyBytes = 64 * 1024;

private:
    QByteArray tag(const Secret& secret) const;
    QByteArray learn(const QByteArray& value);
    QByteArray header(const QByteArray& name, const QByteArray& value);
    QByteArray namedValues(const QByteArray& text);
    QByteArray knownValues(const QByteArray& text) const;

    const QByteArray m_key;
    mutable QMutex m_mutex;
    KnownSecrets m_told; ///< By know().
    KnownSecrets m_seen; ///< In earlier exchanges; bounded.
};

} // namespace jetbridge::traffic
