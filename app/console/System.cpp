// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/System.h"

#include "http/ProxySettings.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace jetbridge {

Outcome<QString> proxyInUse(const QUrl& url)
{
    const auto named = http::environmentProxyFor(url);
    if (!named)
        return passOn(named);
    if (!named->variable.isEmpty())
        return u"%1 (%2)"_s.arg(http::proxyText(named->proxy), named->variable);
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return http::proxyText(proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy)));
}

QByteArray SystemRandomness::bytes(int count)
{
    // All words at once: each call of the system's generator has its price.
    std::vector<quint32> words(std::size_t(count + 3) / sizeof(quint32));
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), count);
}

QString userName()
{
    const passwd* user = ::getpwuid(::geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(::geteuid());
}

bool mayBecomeFile(const QString& path)
{
    const QFileInfo there(path);
    return !there.exists() || there.isFile();
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/jetbridge"_s;
}

void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void guardStandardStreams()
{
    std::signal(SIGPIPE, SIG_IGN);
    // The lowest free number is the closed stream's. Opened the wrong way round, it cannot be used.
    for (const auto& [stream, mode] : {std::pair(STDIN_FILENO, O_WRONLY),
             std::pair(STDOUT_FILENO, O_RDONLY), std::pair(STDERR_FILENO, O_RDONLY)})
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", mode);
}

int writeStandardOutput(const QByteArray& bytes)
{
    const auto written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    return written == size_t(bytes.size()) && std::fflush(stdout) == 0 ? 0 : errno;
}

void SystemTimer::ringAfter(std::chrono::milliseconds time, std::function<void()> ring)
{
    QTimer::singleShot(time, Qt::PreciseTimer, &m_context, std::move(ring));
}

void pollSocketsDirectly()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
}

} // namespace jetbridge
