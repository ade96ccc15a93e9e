// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

class QDebug;
class QDataStream;

namespace jetbridge {

/// Bytes that must never be shown, such as a client secret or an access token.
///
/// The bytes exist once in memory however often a Secret is copied, and are overwritten when the
/// last copy is destroyed. A Secret cannot be logged, streamed, put into a QVariant or compared in
/// variable time. reveal() is the only way to read it, so a search for that word finds every place
/// that does.
class Secret {
public:
    Secret() = default;
    /// Copies the bytes. The caller must wipe its own copy (see wipe()).
    explicit Secret(QByteArrayView bytes);

    /// Returns the bytes. They are valid as long as this Secret, or a copy of it, lives.
    QByteArrayView reveal() const;
    /// Returns the bytes as UTF-8 text. Qt may keep this copy, so use it only where the secret
    /// leaves the program.
    QString revealText() const;

    bool isEmpty() const;
    qsizetype size() const;

    /// Compares two secrets in a time that depends only on their lengths.
    bool equals(const Secret& other) const;
    /// Compares public bytes (such as a stored hash) in a time that depends only on their lengths.
    static bool equalBytes(QByteArrayView one, QByteArrayView other);

    /// "ab••••••" for people: two leading characters where the secret is 16 bytes or longer.
    QString masked() const;

    /// Returns the SHA-256 of the bytes: what is stored of secrets that must only be recognised
    /// (RFC 9700 4.9.3).
    QByteArray sha256() const;

    bool operator==(const Secret&) const = delete;
    friend QDebug operator<<(QDebug, const Secret&) = delete;
    friend QDataStream& operator<<(QDataStream&, const Secret&) = delete;

private:
    class Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

/// Overwrites the bytes of an array that held a secret for a moment, unless another array shares
/// them.
void wipe(QByteArray& bytes);

} // namespace jetbridge
