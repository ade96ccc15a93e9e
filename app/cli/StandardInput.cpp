// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/StandardInput.h"

#include "domain/Secret.h"

#include <QCoro/QCoroTimer>

#include <QScopeGuard>
#include <QSocketNotifier>
#include <QTextStream>
#include <QTimer>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace jetbridge::cli {

namespace {

/// Hides what is typed, as long as it lives.
class SilentTerminal {
public:
    explicit SilentTerminal(const QString& prompt)
    {
        if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_isTerminal = true;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        QTextStream(stderr)
            << prompt << "\nWhat you type is not shown. End with Ctrl+D on a line of its own.\n";
    }
    ~SilentTerminal()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_before = {};
    bool m_isTerminal = false;
};

} // namespace

Task<Outcome<QByteArray>> readStandardInput(
    Interruption& interruption, QString prompt, int mostMebibytes)
{
    const qsizetype limit = qsizetype(mostMebibytes) * 1024 * 1024;
    const SilentTerminal terminal(prompt);

    // One thing to wait for, whichever of the two comes first.
    QTimer news;
    news.setSingleShot(true);
    QSocketNotifier arrival(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&arrival, &QSocketNotifier::activated, &news, [&news, &arrival] {
        arrival.setEnabled(false);
        news.start();
    });
    QObject::connect(&interruption, &Interruption::raised, &news, [&news] { news.start(); });

    if (::fcntl(STDIN_FILENO, F_GETFD) < 0)
        co_return failed(FailureKind::Invalid, QStringLiteral("Standard input is closed."));

    // Room enough from the start: growing would leave copies of a secret behind.
    QByteArray all;
    all.reserve(64 * 1024);
    QByteArray chunk(4096, Qt::Uninitialized);
    const auto wiped = qScopeGuard([&chunk] { wipe(chunk); });
    while (!interruption.wasRaised()) {
        arrival.setEnabled(true);
        co_await news;
        if (interruption.wasRaised())
            break;
        const auto count = ::read(STDIN_FILENO, chunk.data(), size_t(chunk.size()));
        if (count < 0)
            co_return failed(
                FailureKind::Invalid, QStringLiteral("Standard input cannot be read."));
        if (count == 0)
            co_return all;
        if (all.size() + count > limit) {
            wipe(all);
            co_return failed(FailureKind::Invalid,
                QStringLiteral("More than %1 MiB on standard input.").arg(mostMebibytes));
        }
        all.append(chunk.constData(), count);
    }
    wipe(all);
    co_return failed(FailureKind::Cancelled, QStringLiteral("Interrupted."));
}

} // namespace jetbridge::cli
