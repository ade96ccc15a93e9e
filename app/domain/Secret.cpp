// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Secret.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>
#include <vector>

namespace jetbridge {

namespace {

// A compiler may drop a plain memset of memory that is about to be freed; a volatile write it may
// not.
void overwrite(char* data, std::size_t size)
{
    volatile char* p = data;
    while (size-- > 0)
        *p++ = 0;
}

} // namespace

class Secret::Bytes {
public:
    explicit Bytes(QByteArrayView view)
        : data(view.begin(), view.end())
    {
    }
    ~Bytes() { overwrite(data.data(), data.size()); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    std::vector<char> data;
};

Secret::Secret(QByteArrayView bytes)
    : m_bytes(std::make_shared<const Bytes>(bytes))
{
}

QByteArrayView Secret::reveal() const
{
    return m_bytes ? QByteArrayView(m_bytes->data.data(), qsizetype(m_bytes->data.size()))
                   : QByteArrayView();
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
    // Walks the longer of the two whatever differs, so that time tells nothing about where.
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
    const QString dots = QStringLiteral("••••••••");
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
        overwrite(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

} // namespace jetbridge
