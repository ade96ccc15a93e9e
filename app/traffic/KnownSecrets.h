// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SecretHash.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace jetbridge::traffic {

/// Secrets to be found again in any text, however many there are. Used on one thread at a time.
///
/// Secrets shorter than `shortest` are not taken: they would be found in innocent text.
class KnownSecrets {
public:
    static constexpr qsizetype shortest = SecretHasher::shortest;

    void add(const Secret& secret);
    qsizetype size() const { return m_secrets.size(); }
    void clear();
    /// The size of the longest of them that stands at this place of the text; 0: none does. At
    /// least `shortest` bytes follow.
    qsizetype sizeAt(QByteArrayView text, qsizetype place) const;

private:
    QSet<QByteArray> m_taken; ///< SHA-256 of the secrets.
    QMultiHash<quint64, Secret> m_secrets; ///< By their first eight bytes.
    /// Which of these beginnings may be there at all, by a hash of 20 bits: most places of a text
    /// are passed over without a look into m_secrets.
    std::vector<bool> m_mayBegin;
};

/// The same with secrets of which only hashes are kept.
class HashedSecrets {
public:
    explicit HashedSecrets(SecretHasher hasher);

    void add(const SecretHash& hash);
    qsizetype sizeAt(QByteArrayView text, qsizetype place) const;

private:
    SecretHasher m_hasher;
    QMultiHash<quint32, SecretHash> m_hashes; ///< By their beginnings.
    std::vector<bool> m_mayBegin;
};

} // namespace jetbridge::traffic
