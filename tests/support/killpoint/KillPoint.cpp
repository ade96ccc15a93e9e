// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kills the program into which it is loaded (LD_PRELOAD) at a given point with SIGKILL, as a power
// cut, the kernel's out-of-memory killer or an impatient person would.
//
// It is a preloaded library and not a hook in the product, because everything that a killed program
// leaves behind has gone through a system call. The points right before and right after each call
// that writes to the registry, or communicates with SmartRecruiters or the keychain, are therefore
// the only ones that matter; and the killed program is exactly the one that people run.
//
// JETBRIDGE_KILL_POINT="WHEN WHERE NTH BYTES [since WHERE NTH BYTES]": "before" or "after" the NTH
// call at WHERE whose data contain BYTES; with "since", only calls after that one are counted:
//   registry   a write into the registry's write-ahead log; "after" means after its synchronisation
//   send       a write to a TCP connection; "half" of it is sent before the program is killed
//   receive    a read from a TCP connection; "after": the data were read but not processed
//   keychain   a message to the D-Bus
//   name       a file or folder gets its name; BYTES is a part of the name
// JETBRIDGE_KILL_TRACE=FILE: appends the calls at these places to a file, to find new points.

#include <atomic>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <csignal>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <typename Function> Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

enum class When { Before, Half, After };
enum class Where { Nowhere, Registry, Send, Receive, Keychain, Name };

/// The `nth` call at a place whose data contain `bytes`.
struct Call {
    Where where = Where::Nowhere;
    int nth = 0;
    char bytes[160] = "";
};

struct Point {
    When when = When::Before;
    Call call;
    Call since; ///< Calls are counted after this one; nowhere: all are.
};

constexpr const char* placeNames[] = {"", "registry", "send", "receive", "keychain", "name"};
constexpr const char* whenNames[] = {"before", "half", "after"};

Call readCall(const char* text)
{
    Call call;
    char where[16] = "";
    if (std::sscanf(text, "%15s %d %159[^\n]", where, &call.nth, call.bytes) != 3)
        std::abort();
    for (int i = 1; i < 6; ++i)
        if (std::strcmp(where, placeNames[i]) == 0)
            call.where = Where(i);
    if (call.where == Where::Nowhere)
        std::abort();
    return call;
}

Point readPoint()
{
    Point point;
    const char* text = std::getenv("JETBRIDGE_KILL_POINT");
    if (!text)
        return point;
    char when[16] = "";
    int rest = 0;
    if (std::sscanf(text, "%15s %n", when, &rest) != 1)
        std::abort();
    for (int i = 0; i < 3; ++i)
        if (std::strcmp(when, whenNames[i]) == 0)
            point.when = When(i);
    point.call = readCall(text + rest);
    constexpr const char* since = " since ";
    if (char* end = std::strstr(point.call.bytes, since)) {
        point.since = readCall(end + std::strlen(since));
        *end = '\0';
    }
    return point;
}

const Point& point()
{
    static const Point read = readPoint();
    return read;
}

std::atomic<int> seen = 0;
std::atomic<int> seenBefore = 0; ///< Number of calls like Point::since.
std::atomic<int> syncedFile = -1; ///< The file whose next synchronisation is the kill point.

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

void trace(Where where, const void* data, std::size_t size)
{
    static const char* const path = std::getenv("JETBRIDGE_KILL_TRACE");
    if (!path)
        return;
    static const int file = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    char line[4000];
    int length = std::snprintf(line, sizeof line, "%s %zu ", placeNames[int(where)], size);
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size && length < 3990; ++i)
        if (bytes[i] >= 0x20 && bytes[i] < 0x7f)
            line[length++] = char(bytes[i]);
    line[length++] = '\n';
    static const auto realWrite = next<ssize_t (*)(int, const void*, size_t)>("write");
    [[maybe_unused]] const auto written = realWrite(file, line, std::size_t(length));
}

bool isLike(const Call& wanted, Where where, const void* data, std::size_t size)
{
    return wanted.where == where && ::memmem(data, size, wanted.bytes, std::strlen(wanted.bytes));
}

/// Tells whether this call is the kill point.
bool isThePoint(Where where, const void* data, std::size_t size)
{
    trace(where, data, size);
    const Point& wanted = point();
    if (wanted.since.where != Where::Nowhere && seenBefore < wanted.since.nth) {
        if (isLike(wanted.since, where, data, size))
            ++seenBefore;
        return false;
    }
    return isLike(wanted.call, where, data, size) && ++seen == wanted.call.nth;
}

Where socketOf(int file, Where internet)
{
    sockaddr_storage address = {};
    socklen_t length = sizeof address;
    if (::getsockname(file, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        return Where::Nowhere;
    if (address.ss_family == AF_INET || address.ss_family == AF_INET6)
        return internet;
    return address.ss_family == AF_UNIX && internet == Where::Send ? Where::Keychain
                                                                   : Where::Nowhere;
}

bool isRegistry(int file)
{
    char link[40];
    char path[512];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path);
    return length > 4 && std::memcmp(path + length - 4, "-wal", 4) == 0;
}

/// Runs a call that sends data, with the kill point before, in the middle of, or after it.
template <typename Send> ssize_t sending(int file, const void* data, std::size_t size, Send send)
{
    const Where where = socketOf(file, Where::Send);
    if (where == Where::Nowhere || !isThePoint(where, data, size))
        return send(size);
    if (point().when == When::Before)
        die();
    send(point().when == When::Half ? size / 2 : size);
    die();
}

template <typename Receive> ssize_t receiving(int file, void* data, Receive receive)
{
    const ssize_t size = receive();
    if (size <= 0 || socketOf(file, Where::Receive) != Where::Receive)
        return size;
    if (isThePoint(Where::Receive, data, std::size_t(size)))
        die();
    return size;
}

/// Runs a call that gives a file or folder its name.
template <typename Name> int naming(const char* to, Name name)
{
    if (!isThePoint(Where::Name, to, std::strlen(to)))
        return name();
    if (point().when == When::Before)
        die();
    name();
    die();
}

void synchronised(int file)
{
    if (file == syncedFile)
        die();
}

} // namespace

// NOLINTBEGIN: the C library's own names.
extern "C" {

ssize_t write(int file, const void* data, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    return sending(file, data, size, [&](size_t some) { return real(file, data, some); });
}

ssize_t send(int file, const void* data, size_t size, int flags)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, int)>("send");
    return sending(file, data, size, [&](size_t some) { return real(file, data, some, flags); });
}

ssize_t sendmsg(int file, const msghdr* message, int flags)
{
    static const auto real = next<ssize_t (*)(int, const msghdr*, int)>("sendmsg");
    char data[16384];
    size_t size = 0;
    for (size_t i = 0; i < size_t(message->msg_iovlen); ++i) {
        const iovec& part = message->msg_iov[i];
        const size_t some = part.iov_len < sizeof data - size ? part.iov_len : sizeof data - size;
        std::memcpy(data + size, part.iov_base, some);
        size += some;
    }
    return sending(file, data, size, [&](size_t) { return real(file, message, flags); });
}

ssize_t pwrite64(int file, const void* data, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (!isRegistry(file) || !isThePoint(Where::Registry, data, size))
        return real(file, data, size, offset);
    if (point().when == When::Before)
        die();
    if (point().when == When::Half) {
        real(file, data, size / 2, offset);
        die();
    }
    syncedFile = file;
    return real(file, data, size, offset);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    const int result = real(file);
    synchronised(file);
    return result;
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    const int result = real(file);
    synchronised(file);
    return result;
}

ssize_t read(int file, void* data, size_t size)
{
    static const auto real = next<ssize_t (*)(int, void*, size_t)>("read");
    return receiving(file, data, [&] { return real(file, data, size); });
}

ssize_t recv(int file, void* data, size_t size, int flags)
{
    static const auto real = next<ssize_t (*)(int, void*, size_t, int)>("recv");
    return receiving(file, data, [&] { return real(file, data, size, flags); });
}

int rename(const char* from, const char* to)
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    return naming(to, [&] { return real(from, to); });
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags)
{
    static const auto real = next<int (*)(int, const char*, int, const char*, int)>("linkat");
    return naming(to, [&] { return real(fromFolder, from, toFolder, to, flags); });
}

} // extern "C"
// NOLINTEND
