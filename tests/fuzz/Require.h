// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace jetbridge::fuzz {

/// Aborts the run when a requirement does not hold; the fuzzer then keeps the input as a finding.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

/// Returns a copy of the fuzzer's bytes, so that AddressSanitizer detects reads past their end.
inline QByteArray bytesOf(const unsigned char* data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
}

} // namespace jetbridge::fuzz
