// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace jetbridge {

/// Memory for the bytes of secrets: not written to swap (mlock) and not to a core file, as far as
/// the system lets us. Callable from any thread.
///
/// Where RLIMIT_MEMLOCK is used up the memory serves all the same, and unlockedBytes() says so.
class SecretMemory {
public:
    static char* take(std::size_t size);
    /// Overwrites them first.
    static void giveBack(char* bytes, std::size_t size);

    /// Not to be left out by a compiler, as a memset of memory that is about to go may be.
    static void overwrite(char* bytes, std::size_t size);

    /// Bytes of its pages that the system refused to lock; 0: all is as it should be.
    static std::size_t unlockedBytes();
};

} // namespace jetbridge
