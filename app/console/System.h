// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "ports/Clock.h"
#include "ports/Timer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

namespace jetbridge {

/// The computer's clock.
class SystemClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    qint64 steadyMs() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
};

/// The operating system's generator (never the seeded one).
class SystemRandomness final : public Randomness {
public:
    QByteArray bytes(int count) override;
};

/// Who runs this program, as the system calls them; for the record.
QString userName();

/// Whether a file may take this place: nothing is there, or a file. Put in the place of a pipe or a
/// device, it would take it from everybody else.
bool mayBecomeFile(const QString& path);

/// Where everything is kept unless --data says otherwise: "jetbridge" in the platform's data
/// folder.
QString defaultDataFolder();

/// The proxy that leads to an address, and who names it, for people: "http://proxy.example:3128
/// (https_proxy)", "none". Invalid: a variable of the environment is not understood.
Outcome<QString> proxyInUse(const QUrl& url);

/// First in main(): memory with secrets in it is neither written to a core file nor read by a
/// debugger of the same user.
void keepMemoryPrivate();

/// First in main(): whoever reads what we write may go away; that is an error where it is written,
/// not the end in mid-work. A standard stream that is closed stays one that fails: nothing opened
/// later gets its number.
void guardStandardStreams();

/// To standard output at once; else the errno with which not all of it went there.
int writeStandardOutput(const QByteArray& bytes);

/// The event loop's time, of the thread it was made on. What still waits to ring when it goes,
/// never rings.
class SystemTimer final : public Timer {
public:
    SystemTimer() { m_since.start(); }
    std::chrono::milliseconds elapsed() const override
    {
        return std::chrono::milliseconds(m_since.elapsed());
    }
    void ringAfter(std::chrono::milliseconds time, std::function<void()> ring) override;

private:
    QElapsedTimer m_since;
    QObject m_context;
};

/// First in main(), before there is any thread: threads other than the main one poll their sockets
/// directly. Through GLib a server answers fewer requests, and far fewer among idle connections
/// (tests/bench/hostile).
void pollSocketsDirectly();

} // namespace jetbridge
