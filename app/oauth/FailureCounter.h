// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

namespace jetbridge::oauth {

/// Under which key the failures of a peer are counted: its address, of IPv6 the network (/64), of
/// which one stranger has all the addresses. A null address: all whose address is not known.
QByteArray peerKey(const QHostAddress& peer);

/// Counts failed attempts by key and says how long a key has to wait: ten failures within a minute
/// start a block, each block is twice as long as the one before, and a quiet quarter of an hour
/// forgives. Bounded in size, whatever strangers take for a key.
class FailureCounter {
public:
    static constexpr int allowedFailures = 10;
    static constexpr qint64 windowMs = 60'000;
    static constexpr qint64 firstBlockMs = 5'000;
    static constexpr qint64 longestBlockMs = 600'000;
    static constexpr qint64 forgivenAfterMs = 900'000;
    static constexpr qsizetype mostKeys = 10'000;

    /// Milliseconds until this key may try again; 0: now.
    qint64 waitMs(const QByteArray& key, qint64 now) const;
    void failed(const QByteArray& key, qint64 now);
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
