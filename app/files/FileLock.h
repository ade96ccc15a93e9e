// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>

#include <tl/expected.hpp>

namespace jetbridge {

/// A lock on one byte of a file. It excludes everybody who opens the same file, under whatever name
/// or link. It belongs to the open file, not to the process, so that two holders in one program
/// exclude each other too. The system releases it when its holder ends, however it ends: no process
/// id is ever compared, and nothing is left behind to clean up.
class FileLock {
public:
    enum class Refusal {
        Held, ///< Somebody else holds this byte.
        Unavailable, ///< The file cannot be opened for writing, or its file system does not support
                     ///< locks.
    };
    using Taken = tl::expected<std::unique_ptr<FileLock>, Refusal>;

    /// Takes the lock exclusively. Creates the file (0600) when it is missing. Retries until
    /// `patience` is over.
    static Taken take(const QString& file, qint64 byte,
        std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    /// Takes a shared lock, which any number of holders may have at once; an exclusive lock waits
    /// for all of them.
    static Taken share(const QString& file, qint64 byte);
    /// Tells whether the lock is held, shared or exclusively.
    static bool isHeld(const QString& file, qint64 byte);
    /// Maps a name to a byte, for many locks in one file.
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
