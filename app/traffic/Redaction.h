// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "traffic/KnownSecrets.h"
#include "traffic/Readings.h"

#include <optional>
#include <vector>

namespace jetbridge::traffic {

/// Removes every secret from an exchange before it is stored (RFC 9700 4.9.3).
///
/// It replaces the values that are secrets by their name or header (Authorization, client_secret,
/// access_token, one-time code, state and others) and every known secret wherever it occurs: plain,
/// percent-encoded, escaped for JSON, HTML or a shell, in base64, or in two of these combined.
/// Values that were found by name are also searched for in the rest of their exchange. In later
/// exchanges they are searched for only if the exchange was accepted among servers, so that a
/// stranger cannot make us treat innocent words as secrets. Each secret is replaced by a tag such
/// as `[secret 3f9a1c]`, the same for the same secret: 24 bits of a keyed hash. It works on text,
/// so a body that is cut within its JSON discloses nothing either. Used on one thread at a time.
class Redaction {
public:
    /// Makes a redaction whose tags depend on `key`, 32 random bytes; the same key gives the same
    /// tags. Without a key every tag is `[secret]`.
    explicit Redaction(QByteArray key);

    /// Adds a secret to be removed from now on.
    void know(const Secret& secret) { m_told.add(secret); }
    /// Sets secrets of which only hashes are stored. They must share one key; a later key replaces
    /// the earlier one.
    void know(const SecretHasher& hasher, const QList<SecretHash>& hashes);
    /// Returns the exchange with a tag in the place of each secret.
    Exchange redacted(Exchange exchange);
    /// Returns a text with a tag in the place of each known secret.
    QByteArray withoutKnown(const QByteArray& text) const;
    /// Tells whether a known secret occurs in a text that is about to be exported.
    bool findsSecretIn(const QByteArray& text) const;

    /// Number of bytes of a body that are kept.
    static constexpr qsizetype mostBodyBytes = 64 * 1024;
    /// Number of the newest secrets of earlier exchanges that certainly stay known. Each one uses
    /// locked memory, which credentials need more.
    static constexpr qsizetype mostSeen = 5000;

private:
    /// A part of a text that is replaced by a tag.
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
    KnownSecrets m_told; ///< Secrets given to know().
    std::optional<HashedSecrets> m_hashed;
    QByteArray m_hashKeyId;
    KnownSecrets m_here; ///< Secrets of the exchange that is being redacted.
    KnownSecrets m_seen; ///< Secrets of earlier exchanges.
    KnownSecrets m_seenBefore; ///< Secrets of still earlier exchanges; older ones are forgotten.
    bool m_teaches = false; ///< Whether the secrets of the current exchange are added to those of
                            ///< earlier ones.
};

} // namespace jetbridge::traffic
