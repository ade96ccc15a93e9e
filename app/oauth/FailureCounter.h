// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

namespace jetbridge::oauth {

/// Returns the key under which a peer's failures are counted: its IPv4 address, or the /64 network
/// of its IPv6 address, because one attacker has all addresses of that network. All peers whose
/// address is unknown (null) share one key.
QByteArray peerKey(const QHostAddress& peer);

/// Counts failed attempts by key and tells how long a key must wait. Ten failures within a minute
/// start a block, each block is twice as long as the one before, and a quarter of an hour without
/// failures resets the key. The memory is limited, whatever keys attackers use.
class FailureCounter {
public:
    static constexpr int allowedFailures = 10;
    static constexpr qint64 windowMs = 60'000;
    static constexpr qint64 firstBlockMs = 5'000;
    static constexpr qint64 longestBlockMs = 600'000;
    static constexpr qint64 forgivenAfterMs = 900'000;
    static constexpr qsizetype mostKeys = 10'000;

    /// Returns the milliseconds until this key may try again; 0: now.
    qint64 waitMs(const QByteArray& key, qint64 now) const;
    /// Counts a failed attempt.
    void failed(const QByteArray& key, qint64 now);
    /// Resets a key after a successful attempt.
    void succeeded(const QByteArray& key) { m_records.remove(shortened(key)); }
    qsizetype size() const { return m_records.size(); }

private:
    struct Record {
        int failures = 0;
        qint64 windowStart = 0;
        qint64 lastFailure = 0;
        qint64 blockedUntil = 0;
        qint64 nextBlockMs = firstBlockMs;
    };
    static QByteArray shortened(const QByteArray& key);
    void makeRoom(qint64 now);

    QHash<QByteArray, Record> m_records;
};

} // namespace jetbridge::oauth
