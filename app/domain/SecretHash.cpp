// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SecretHash.h"

#include <QMessageAuthenticationCode>

#include <cstring>

namespace jetbridge {

namespace {

quint64 wordAt(const char* bytes)
{
    quint64 word = 0;
    static_assert(sizeof word == SecretHasher::shortest);
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

QByteArray hmac(const Secret& key, QByteArrayView bytes)
{
    return QMessageAuthenticationCode::hash(QByteArray::fromRawData(bytes.data(), bytes.size()),
        QByteArray::fromRawData(key.reveal().data(), key.size()), QCryptographicHash::Sha256);
}

} // namespace

SecretHasher::SecretHasher(Secret key)
    : m_key(std::move(key))
    , m_keyId(hmac(m_key, "key").first(8))
{
    // The multiplier is odd, so that the multiplication loses nothing. The 20 bits of its result
    // reveal nothing useful about a secret of 128 bits or more; the HMAC is the proof.
    m_multiplier = wordAt(hmac(m_key, "beginning").constData()) | 1U;
}

SecretHash SecretHasher::of(QByteArrayView secret) const
{
    return {beginning(secret.data()), int(secret.size()), mac(secret)};
}

quint32 SecretHasher::beginning(const char* bytes) const
{
    return quint32((wordAt(bytes) * m_multiplier) >> (64 - beginningBits));
}

QByteArray SecretHasher::mac(QByteArrayView bytes) const
{
    return hmac(m_key, bytes);
}

} // namespace jetbridge
