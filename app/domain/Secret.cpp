// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Secret.h"

#include "domain/SecretMemory.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

class Secret::Bytes {
public:
    explicit Bytes(QByteArrayView view)
        : size(std::size_t(view.size()))
        , data(SecretMemory::take(size))
    {
        std::copy(view.begin(), view.end(), data);
    }
    ~Bytes() { SecretMemory::giveBack(data, size); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    const std::size_t size;
    char* const data;
};

Secret::Secret(QByteArrayView bytes)
    : m_bytes(std::make_shared<const Bytes>(bytes))
{
}

QByteArrayView Secret::reveal() const
{
    return m_bytes ? QByteArrayView(m_bytes->data, qsizetype(m_bytes->size)) : QByteArrayView();
}

QString Secret::revealText() const
{
    return QString::fromUtf8(reveal());
}

bool Secret::isEmpty() const
{
    return size() == 0;
}

qsizetype Secret::size() const
{
    return reveal().size();
}

bool Secret::equals(const Secret& other) const
{
    return equalBytes(reveal(), other.reveal());
}

bool Secret::equalBytes(QByteArrayView one, QByteArrayView other)
{
    // The longer of the two is always read to its end, so that the time does not reveal where they
    // differ.
    const qsizetype length = std::max(one.size(), other.size());
    unsigned difference = one.size() == other.size() ? 0U : 1U;
    for (qsizetype i = 0; i < length; ++i) {
        const unsigned a = i < one.size() ? static_cast<unsigned char>(one[i]) : 0U;
        const unsigned b = i < other.size() ? static_cast<unsigned char>(other[i]) : 0U;
        difference |= a ^ b;
    }
    return difference == 0;
}

QString Secret::masked() const
{
    const QString dots = u"••••••••"_s;
    return size() >= 16 ? QString::fromUtf8(reveal().first(2)) + dots : dots;
}

QByteArray Secret::sha256() const
{
    const QByteArrayView bytes = reveal();
    return QCryptographicHash::hash(
        QByteArray::fromRawData(bytes.data(), bytes.size()), QCryptographicHash::Sha256);
}

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached() && !bytes.isEmpty())
        SecretMemory::overwrite(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

} // namespace jetbridge
