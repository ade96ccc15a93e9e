// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/System.h"

#include <QRandomGenerator>

namespace jetbridge {

QByteArray SystemRandomness::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    QRandomGenerator* generator = QRandomGenerator::system();
    for (int i = 0; i < count; i += int(sizeof(quint32))) {
        const quint32 word = generator->generate();
        std::memcpy(result.data() + i, &word, std::size_t(std::min<int>(count - i, sizeof word)));
    }
    return result;
}

} // namespace jetbridge
