// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Seed.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUuid>
#include <QtEndian>

#include <array>

namespace jetbridge::simulator {

namespace {

constexpr qsizetype keyBytes = 32;

QByteArray keyOf(quint64 number)
{
    if (number != 0)
        return QCryptographicHash::hash(
            "jetbridge simulator " + QByteArray::number(number), QCryptographicHash::Sha256);
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof(random));
}

} // namespace

Seed::Seed(quint64 number)
    : m_key(keyOf(number))
{
}

bool Seed::setKey(QByteArray key)
{
    if (key.size() != keyBytes)
        return false;
    m_key = std::move(key);
    m_drawn = QRandomGenerator::system()->generate64();
    return true;
}

QByteArray Seed::bytes(int count)
{
    // HMAC is not needed here: nobody can choose the counter, and the time saved per token matters.
    QByteArray result;
    while (result.size() < count)
        result += QCryptographicHash::hash(
            m_key + QByteArray::number(m_drawn++), QCryptographicHash::Sha256);
    return result.first(count);
}

QByteArray Seed::derive(QByteArrayView name, int count) const
{
    return QMessageAuthenticationCode::hash(name.toByteArray(), m_key, QCryptographicHash::Sha256)
        .first(count);
}

QString Seed::uuid(QByteArrayView name) const
{
    QByteArray bytes = derive(name, 16);
    // Version 4, variant 1, as clients that parse UUIDs expect.
    bytes[6] = char((bytes[6] & 0x0F) | 0x40);
    bytes[8] = char((bytes[8] & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

Secret Seed::secret(QByteArrayView name) const
{
    return Secret(
        derive(name).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

int Seed::number(QByteArrayView name, int below) const
{
    return int(qFromBigEndian<quint32>(derive(name, 4).constData()) % quint32(qMax(1, below)));
}

} // namespace jetbridge::simulator
