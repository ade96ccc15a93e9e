// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

class QDebug;
class QDataStream;

namespace jetbridge {

/// Bytes that must never be shown: a client secret or an access token.
///
/// The bytes live once in memory however often a Secret is copied, and are overwritten when the
/// last copy goes. It cannot be logged, streamed, put into a QVariant or compared in variable time;
/// the one way out is reveal(), so that every place that looks at a secret is found by searching
/// for that word.
class Secret {
public:
    Secret() = default;
    /// Takes a copy of the bytes; the caller's own copy is the caller's to wipe (see wipe()).
    explicit Secret(QByteArrayView bytes);

    /// The bytes themselves. Valid as long as this Secret (or a copy of it) lives.
    QByteArrayView reveal() const;
    /// The bytes as UTF-8 text: a copy that Qt may keep, so only for the edge where it leaves us.
    QString revealText() const;

    bool isEmpty() const;
    qsizetype size() const;

    /// Equal in a time that depends on the lengths only.
    bool equals(const Secret& other) const;
    /// Equal to public bytes (such as a stored hash) in a time that depends on the lengths only.
    static bool equalBytes(QByteArrayView one, QByteArrayView other);

    /// "ab••••••" for people: two leading characters where the secret is 16 bytes or longer.
    QString masked() const;

    /// SHA-256 of the bytes: what is kept of secrets that we only have to recognise (RFC
    /// 9700 4.9.3).
    QByteArray sha256() const;

    bool operator==(const Secret&) const = delete;
    friend QDebug operator<<(QDebug, const Secret&) = delete;
    friend QDataStream& operator<<(QDataStream&, const Secret&) = delete;

private:
    class Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

/// Overwrites the bytes of an array that held a secret for a moment, if nobody shares them.
void wipe(QByteArray& bytes);

} // namespace jetbridge
