// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace jetbridge::traffic {

/// Secrets to be found again in any text, however many there are: the text is walked once.
///
/// Each is looked for as it is, percent-encoded, in base64, and as JSON, JSON within JSON and HTML
/// write it. Secrets shorter than `shortest` are not taken: they would be found in innocent text.
/// Used on one thread at a time.
class KnownSecrets {
public:
    static constexpr qsizetype shortest = 8;

    void add(const Secret& secret);
    qsizetype size() const { return qsizetype(m_secrets.size()); }
    void clear();

    bool occurIn(QByteArrayView text) const;
    /// The text with every occurrence replaced by what `tag` says of the secret.
    QByteArray replacedIn(
        const QByteArray& text, const std::function<QByteArray(const Secret&)>& tag) const;

private:
    struct Form {
        Secret bytes; ///< The secret as it may be written.
        std::size_t secret; ///< Index of the secret it stands for.
    };
    /// The longest form that begins at this place, or null.
    const Form* formAt(QByteArrayView text, qsizetype place) const;

    std::vector<Secret> m_secrets;
    QSet<QByteArray> m_taken; ///< SHA-256 of those above.
    QMultiHash<quint64, Form> m_forms; ///< By their first eight bytes.
    /// Which of these beginnings may be there at all, by a hash of 20 bits: most places of a text
    /// are passed over without a look into m_forms.
    std::vector<bool> m_mayBegin;
};

} // namespace jetbridge::traffic
