// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SecretMemory.h"

#include <QtGlobal>

#include <atomic>
#include <memory_resource>
#include <mutex>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace jetbridge {

namespace {

/// Allocates whole, locked pages from the kernel.
class LockedPages final : public std::pmr::memory_resource {
public:
    std::size_t unlocked() const { return m_unlocked; }

private:
    static std::size_t wholePages(std::size_t size)
    {
        static const auto page = std::size_t(::sysconf(_SC_PAGESIZE));
        return (size + page - 1) / page * page;
    }
    static int lock(void* pages, std::size_t size)
    {
#ifdef Q_OS_LINUX
        return ::mlock2(pages, size, 0); // mlock() does nothing under AddressSanitizer.
#else
        return ::mlock(pages, size);
#endif
    }
    void* do_allocate(std::size_t size, std::size_t) override
    {
        const std::size_t whole = wholePages(size);
        void* pages =
            ::mmap(nullptr, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (pages == MAP_FAILED)
            qBadAlloc();
        if (lock(pages, whole) != 0)
            m_unlocked += whole;
#ifdef MADV_DONTDUMP
        ::madvise(pages, whole, MADV_DONTDUMP);
#endif
        return pages;
    }
    void do_deallocate(void* pages, std::size_t size, std::size_t) override
    {
        ::munmap(pages, wholePages(size));
    }
    bool do_is_equal(const memory_resource& other) const noexcept override
    {
        return this == &other;
    }

    std::atomic<std::size_t> m_unlocked = 0;
};

struct Pool {
    std::mutex mutex;
    LockedPages pages;
    // The chunks are small: a limit of 64 KiB, as in containers, is enough for some hundred
    // secrets.
    std::pmr::unsynchronized_pool_resource blocks{{64, 4096}, &pages};
};

/// Returns the pool. It is never destroyed, because secrets in static storage may outlive
/// everything.
Pool& pool()
{
    static auto* const only = new Pool;
    return *only;
}

} // namespace

char* SecretMemory::take(std::size_t size)
{
    const std::lock_guard lock(pool().mutex);
    return static_cast<char*>(pool().blocks.allocate(size, 1));
}

void SecretMemory::giveBack(char* bytes, std::size_t size)
{
    overwrite(bytes, size);
    const std::lock_guard lock(pool().mutex);
    pool().blocks.deallocate(bytes, size, 1);
}

void SecretMemory::overwrite(char* bytes, std::size_t size)
{
    volatile char* p = bytes;
    while (size-- > 0)
        *p++ = 0;
}

std::size_t SecretMemory::unlockedBytes()
{
    return pool().pages.unlocked();
}

} // namespace jetbridge
