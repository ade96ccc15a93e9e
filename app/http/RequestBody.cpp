// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestBody.h"

#include <algorithm>
#include <cstring>

namespace jetbridge::http {

RequestBody::RequestBody(Secret bytes, Sending sending)
    : m_bytes(std::move(bytes))
    , m_sending(sending)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 RequestBody::bytesAvailable() const
{
    return std::max<qint64>(0, size() - offset());
}

qint64 RequestBody::readData(char* data, qint64 maximum)
{
    const qint64 count = std::min(maximum, bytesAvailable());
    if (count == 0)
        return isSequential() ? -1 : 0;
    std::memcpy(data, m_bytes.reveal().data() + offset(), std::size_t(count));
    m_read += count;
    m_taken = true;
    return count;
}

} // namespace jetbridge::http
