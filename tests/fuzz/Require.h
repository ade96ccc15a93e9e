// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace jetbridge::fuzz {

/// Ends the run, and thereby keeps the input as a finding, when what must hold does not.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

/// The fuzzer's bytes; a copy, so that reading past their end is seen by AddressSanitizer.
inline QByteArray bytesOf(const unsigned char* data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
}

} // namespace jetbridge::fuzz
