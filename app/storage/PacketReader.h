// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace jetbridge::storage {

/// Follows the packet lengths of an encrypted OpenPGP message (RFC 9580 4.2) as its bytes arrive.
/// gpg reports a file that was cut off in the same way as one that was changed, but only the first
/// can be copied again.
class PacketReader {
public:
    /// Takes the next bytes of the message.
    void take(QByteArrayView bytes);
    /// Tells whether the bytes so far are a beginning only: they end within a packet, or before the
    /// encrypted data. False if they are not OpenPGP, or if their lengths do not tell the end.
    bool isCutOff() const;

private:
    enum class Part { Tag, Length, LengthOctets };

    void takeTag(quint8 octet);
    void takeLength(quint8 octet);
    void takeLengthOctet(quint8 octet);
    void beginBody(qint64 size, Part after);

    Part m_part = Part::Tag; ///< What follows the current body.
    qint64 m_left = 0; ///< Bytes of the current body that are still to come.
    int m_lengthOctets = 0; ///< Octets of the length that are still to come.
    qint64 m_length = 0; ///< Value of the length's octets so far.
    qint64 m_lengthBase = 0; ///< Added to that value.
    bool m_hasData = false; ///< Whether a packet of encrypted data has begun.
    bool m_tellsNothing = false;
};

} // namespace jetbridge::storage
