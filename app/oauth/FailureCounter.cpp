// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/FailureCounter.h"

#include <QCryptographicHash>

#include <algorithm>

namespace jetbridge::oauth {

QByteArray peerKey(const QHostAddress& peer)
{
    if (peer.protocol() != QAbstractSocket::IPv6Protocol)
        return "peer " + peer.toString().toLatin1();
    constexpr qsizetype networkBytes = 8;
    const Q_IPV6ADDR address = peer.toIPv6Address();
    return "peer " + QByteArray(reinterpret_cast<const char*>(address.c), networkBytes).toHex();
}

/// Shortens a key: a client id may be as long as a body.
QByteArray FailureCounter::shortened(const QByteArray& key)
{
    constexpr qsizetype longest = 64;
    return key.size() <= longest ? key : QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

qint64 FailureCounter::waitMs(const QByteArray& key, qint64 now) const
{
    if (m_records.isEmpty())
        return 0;
    const auto record = m_records.constFind(shortened(key));
    return record == m_records.constEnd() ? 0 : std::max<qint64>(0, record->blockedUntil - now);
}

void FailureCounter::failed(const QByteArray& whose, qint64 now)
{
    const QByteArray key = shortened(whose);
    if (!m_records.contains(key))
        makeRoom(now);
    Record& record = m_records[key];
    if (now - record.lastFailure > forgivenAfterMs)
        record = {};
    if (now - record.windowStart > windowMs) {
        record.windowStart = now;
        record.failures = 0;
    }
    record.lastFailure = now;
    ++record.failures;
    // After a first block there is no new allowance of ten: the next failure blocks again.
    if (record.failures >= allowedFailures || record.nextBlockMs > firstBlockMs) {
        record.blockedUntil = now + record.nextBlockMs;
        record.nextBlockMs = std::min(record.nextBlockMs * 2, longestBlockMs);
        record.failures = 0;
    }
}

void FailureCounter::makeRoom(qint64 now)
{
    if (m_records.size() < mostKeys)
        return;
    m_records.removeIf([now](const auto& entry) {
        return now - entry.value().lastFailure > windowMs && entry.value().blockedUntil <= now;
    });
    // The table is still full because many keys fail at once. Keys that are not blocked matter
    // least.
    if (m_records.size() >= mostKeys)
        m_records.removeIf([now](const auto& entry) { return entry.value().blockedUntil <= now; });
    if (m_records.size() >= mostKeys)
        m_records.erase(m_records.constBegin());
}

} // namespace jetbridge::oauth
