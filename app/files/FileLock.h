// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>

#include <tl/expected.hpp>

namespace jetbridge {

/// A lock on one byte of a file. Everybody who opens the same file meets it, under whatever name or
/// link. It belongs to the open file, not to the process, so that two holders in one program see
/// each other, too; the system takes it back when its holder ends, however it ends: no process
/// number is ever compared, and nothing is left to be swept away.
class FileLock {
public:
    enum class Refusal {
        Held, ///< Somebody else has this byte.
        Unavailable, ///< The file cannot be opened for writing, or its file system knows no locks.
    };
    using Taken = tl::expected<std::unique_ptr<FileLock>, Refusal>;

    /// Makes the file (0600) when it is missing. Tries again until `patience` is over.
    static Taken take(const QString& file, qint64 byte,
        std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    /// The same, for as many as like at once; whoever takes it alone waits for all of them.
    static Taken share(const QString& file, qint64 byte);
    static bool isHeld(const QString& file, qint64 byte);
    /// The byte that a name leads to, where many share one file.
    static qint64 byteOf(const QString& name);

    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    int descriptor() const { return m_descriptor; }

private:
    explicit FileLock(int descriptor);
    static Taken takeAs(
        short type, const QString& file, qint64 byte, std::chrono::milliseconds patience);

    int m_descriptor;
};

} // namespace jetbridge
