// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PacketReader.h"

#include <algorithm>

namespace jetbridge::storage {

void PacketReader::take(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size() && !m_tellsNothing;) {
        if (m_left > 0) {
            const qsizetype body = qsizetype(std::min(m_left, qint64(bytes.size() - at)));
            m_left -= body;
            at += body;
            continue;
        }
        const auto octet = quint8(bytes.at(at++));
        switch (m_part) {
        case Part::Tag:
            takeTag(octet);
            break;
        case Part::Length:
            takeLength(octet);
            break;
        case Part::LengthOctets:
            takeLengthOctet(octet);
            break;
        }
    }
}

bool PacketReader::isCutOff() const
{
    return !m_tellsNothing && (m_left > 0 || m_part != Part::Tag || !m_hasData);
}

void PacketReader::takeTag(quint8 octet)
{
    const bool isOldFormat = (octet & 0x40U) == 0;
    const unsigned tag = isOldFormat ? (octet & 0x3fU) >> 2U : octet & 0x3fU;
    const unsigned oldLengthType = octet & 0x03U;
    // 9, 18 and 20 are the packets of encrypted data. A packet of indeterminate length (3) ends
    // with the file, wherever that is.
    m_hasData = m_hasData || tag == 9 || tag == 18 || tag == 20;
    m_tellsNothing = (octet & 0x80U) == 0 || (isOldFormat && oldLengthType == 3);
    if (!isOldFormat) {
        m_part = Part::Length;
        return;
    }
    m_part = Part::LengthOctets;
    m_lengthOctets = 1 << oldLengthType;
    m_length = 0;
    m_lengthBase = 0;
}

void PacketReader::takeLength(quint8 octet)
{
    if (octet < 192)
        return beginBody(octet, Part::Tag);
    if (octet >= 224 && octet < 255) // A part of the body; another length follows.
        return beginBody(qint64(1) << (octet & 0x1fU), Part::Length);
    m_part = Part::LengthOctets;
    m_lengthOctets = octet == 255 ? 4 : 1;
    m_length = octet == 255 ? 0 : octet - 192;
    m_lengthBase = octet == 255 ? 0 : 192;
}

void PacketReader::takeLengthOctet(quint8 octet)
{
    m_length = m_length * 256 + octet;
    if (--m_lengthOctets == 0)
        beginBody(m_length + m_lengthBase, Part::Tag);
}

void PacketReader::beginBody(qint64 size, Part after)
{
    m_left = size;
    m_part = after;
}

} // namespace jetbridge::storage
