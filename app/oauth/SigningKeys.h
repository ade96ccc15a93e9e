// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/SigningKey.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace jetbridge::oauth {

/// The keys that sign access tokens, the newest last, with the times at which one takes over from
/// the other: a new key is published before it signs, and an old one stays published until its last
/// token has expired. A value; times are UTC.
class SigningKeys {
public:
    /// How long others may keep the published keys (the key set's max-age).
    static constexpr int cachedSeconds = 300;
    /// How long a new key is published before it signs: everybody has asked for the keys since.
    static constexpr int aheadSeconds = 2 * cachedSeconds;
    /// The longest lifetime that a token may have (Environment::tokenLifetimeSeconds).
    static constexpr int longestTokenSeconds = 3600;

    /// Adds a key. It signs after `aheadSeconds`, or at once if there is no other key.
    void add(SigningKey key, const QDateTime& now);
    /// Removes the keys whose tokens have all expired, and tells whether there were any.
    bool dropEnded(const QDateTime& now);

    bool isEmpty() const { return m_entries.isEmpty(); }
    /// Tells whether the newest key is one for this format.
    bool endWith(TokenFormat format) const;
    /// Returns the key that signs now; nullopt if there is none.
    std::optional<SigningKey> signer(const QDateTime& now) const;
    /// Returns the published key of this id; nullopt if there is none, or its tokens have expired.
    std::optional<SigningKey> find(const QString& id, const QDateTime& now) const;
    /// Returns the published keys, the newest last.
    QList<PublishedKey> published(const QDateTime& now) const;
    /// Returns the key set for /oauth/jwks.json (RFC 7517 5); no private half is in it.
    QJsonObject keySet(const QDateTime& now) const;

    /// Returns the keys as an item of the vault. Invalid: the item is damaged.
    Secret toItem() const;
    static Outcome<SigningKeys> fromItem(const Secret& item);

private:
    struct Entry {
        SigningKey key;
        QDateTime signsFrom;
    };
    PublishedKey described(qsizetype index) const;
    bool isPublished(qsizetype index, const QDateTime& now) const;

    QList<Entry> m_entries;
};

} // namespace jetbridge::oauth
