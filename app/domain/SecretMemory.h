// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace jetbridge {

/// Allocator for the bytes of secrets, which are kept out of swap (mlock) and core files as far as
/// the system allows. May be called from any thread.
///
/// If RLIMIT_MEMLOCK is used up, the memory works all the same, and unlockedBytes() tells how much
/// of it is not locked.
class SecretMemory {
public:
    static char* take(std::size_t size);
    /// Overwrites the bytes and releases them.
    static void giveBack(char* bytes, std::size_t size);

    /// Overwrites the bytes. A compiler cannot leave this out, as it may do with a memset of memory
    /// that is about to be released.
    static void overwrite(char* bytes, std::size_t size);

    /// Returns the number of bytes that the system refused to lock; 0 if all are locked.
    static std::size_t unlockedBytes();
};

} // namespace jetbridge
