// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "traffic/KnownSecrets.h"
#include "traffic/Readings.h"

#include <optional>
#include <vector>

namespace jetbridge::traffic {

/// Takes every secret out of an exchange before anything keeps it (RFC 9700 4.9.3).
///
/// What stands where secrets stand (Authorization, client_secret, access_token, one-time code,
/// state...) goes, and so does every known secret wherever it turns up: as it is, percent-encoded,
/// escaped for JSON, HTML or a shell, in base64, and in two of these at once. What stood there is
/// looked for in the rest of its exchange too; in later ones only if it was accepted among servers,
/// so that a stranger cannot make us take innocent words for secrets. In its place stands
/// `[secret 3f9a1c]`, the same tag for the same secret: 24 bits of a keyed hash. Works on text, so
/// that a body cut off within its JSON gives nothing away either. Used on one thread at a time.
class Redaction {
public:
    /// `key`: 32 random bytes; the same key gives the same tags.
    explicit Redaction(QByteArray key);

    void know(const Secret& secret) { m_told.add(secret); }
    /// Secrets of which only hashes are kept; by one key, the latest that was given.
    void know(const SecretHasher& hasher, const QList<SecretHash>& hashes);
    Exchange redacted(Exchange exchange);
    /// Whether a known secret stands in a text that is about to leave.
    bool findsSecretIn(const QByteArray& text) const;

    /// Bytes of a body that are kept.
    static constexpr qsizetype mostBodyBytes = 64 * 1024;
    /// So many of the newest secrets of earlier exchanges stay known for sure. Each takes locked
    /// memory, which credentials need more.
    static constexpr qsizetype mostSeen = 5000;

private:
    /// A part of a text that a tag takes the place of.
    struct Span {
        qsizetype begin = 0;
        qsizetype end = 0;
        QByteArray tag;
    };
    using Spans = std::vector<Span>;

    QByteArray tag(QByteArrayView secret) const;
    QByteArray learn(const QByteArray& value);
    QByteArray header(const QByteArray& name, const QByteArray& value);
    Spans namedValues(const std::vector<Reading>& readings);
    Spans knownValues(const std::vector<Reading>& readings) const;
    void addKnown(const Reading& reading, Spans& spans) const;
    QByteArray tagWithin(const QByteArray& text) const;
    qsizetype sizeAt(QByteArrayView text, qsizetype place) const;
    static QByteArray replaced(const QByteArray& text, Spans spans);

    const QByteArray m_key;
    KnownSecrets m_told; ///< By know().
    std::optional<HashedSecrets> m_hashed;
    QByteArray m_hashKeyId;
    KnownSecrets m_here; ///< In the exchange that is being redacted.
    KnownSecrets m_seen; ///< In earlier exchanges.
    KnownSecrets m_seenBefore; ///< In still earlier ones; older ones are forgotten.
    bool m_teaches = false; ///< Whether the exchange that is being redacted adds to those.
};

} // namespace jetbridge::traffic
