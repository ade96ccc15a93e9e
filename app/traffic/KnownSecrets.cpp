// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/KnownSecrets.h"

#include <algorithm>
#include <cstring>

namespace jetbridge::traffic {

namespace {

quint64 prefix(const char* bytes)
{
    quint64 value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

constexpr int hashBits = 20;

std::size_t hashOf(quint64 prefix)
{
    return std::size_t((prefix * 0x9E37'79B9'7F4A'7C15U) >> (64 - hashBits));
}

} // namespace

void KnownSecrets::add(const Secret& secret)
{
    const QByteArray digest = secret.sha256();
    if (secret.size() < shortest || m_taken.contains(digest))
        return;
    m_taken.insert(digest);
    const quint64 beginning = prefix(secret.reveal().data());
    m_secrets.insert(beginning, secret);
    m_mayBegin.resize(std::size_t(1) << hashBits);
    m_mayBegin[hashOf(beginning)] = true;
}

void KnownSecrets::clear()
{
    m_taken.clear();
    // Entries are cleared one by one: few of the many are set.
    for (auto secret = m_secrets.keyBegin(); secret != m_secrets.keyEnd(); ++secret)
        m_mayBegin[hashOf(*secret)] = false;
    m_secrets.clear();
}

qsizetype KnownSecrets::sizeAt(QByteArrayView text, qsizetype place) const
{
    if (m_secrets.isEmpty())
        return 0;
    const quint64 beginning = prefix(text.data() + place);
    if (!m_mayBegin[hashOf(beginning)])
        return 0;
    qsizetype longest = 0;
    const auto [begin, end] = m_secrets.equal_range(beginning);
    for (auto secret = begin; secret != end; ++secret)
        if (secret->size() > longest && text.sliced(place).startsWith(secret->reveal()))
            longest = secret->size();
    return longest;
}

HashedSecrets::HashedSecrets(SecretHasher hasher)
    : m_hasher(std::move(hasher))
    , m_mayBegin(std::size_t(1) << SecretHasher::beginningBits)
{
}

void HashedSecrets::add(const SecretHash& hash)
{
    if (hash.size < SecretHasher::shortest || hash.beginning >= m_mayBegin.size()
        || m_hashes.contains(hash.beginning, hash))
        return;
    m_hashes.insert(hash.beginning, hash);
    m_mayBegin[hash.beginning] = true;
}

qsizetype HashedSecrets::sizeAt(QByteArrayView text, qsizetype place) const
{
    const quint32 beginning = m_hasher.beginning(text.data() + place);
    if (!m_mayBegin[beginning])
        return 0;
    QHash<int, QByteArray> macs; // Secrets of the same size share one MAC.
    qsizetype longest = 0;
    const auto [begin, end] = m_hashes.equal_range(beginning);
    for (auto hash = begin; hash != end; ++hash) {
        if (hash->size <= longest || hash->size > text.size() - place)
            continue;
        QByteArray& mac = macs[hash->size];
        if (mac.isEmpty())
            mac = m_hasher.mac(text.sliced(place, hash->size));
        if (mac == hash->mac)
            longest = hash->size;
    }
    return longest;
}

} // namespace jetbridge::traffic
