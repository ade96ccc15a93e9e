// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SecretHash.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace jetbridge::traffic {

/// A set of secrets that can be found in any text, however many there are. Used on one thread at a
/// time.
///
/// Secrets shorter than `shortest` are not added: they would be found in innocent text.
class KnownSecrets {
public:
    static constexpr qsizetype shortest = SecretHasher::shortest;

    /// Adds a secret unless it is too short.
    void add(const Secret& secret);
    qsizetype size() const { return m_secrets.size(); }
    void clear();
    /// Returns the size of the longest secret that begins at this place of the text; 0: none does.
    /// At least `shortest` bytes must follow.
    qsizetype sizeAt(QByteArrayView text, qsizetype place) const;

private:
    QSet<QByteArray> m_taken; ///< SHA-256 hashes of the secrets.
    QMultiHash<quint64, Secret> m_secrets; ///< Secrets by their first eight bytes.
    /// Filter of the first bytes that may exist at all, by a 20-bit hash: most places of a text are
    /// skipped without a lookup in m_secrets.
    std::vector<bool> m_mayBegin;
};

/// A set of secrets like KnownSecrets that stores only their hashes.
class HashedSecrets {
public:
    explicit HashedSecrets(SecretHasher hasher);

    void add(const SecretHash& hash);
    qsizetype sizeAt(QByteArrayView text, qsizetype place) const;

private:
    SecretHasher m_hasher;
    QMultiHash<quint32, SecretHash> m_hashes; ///< Hashes by the first bytes of the secrets.
    std::vector<bool> m_mayBegin;
};

} // namespace jetbridge::traffic
