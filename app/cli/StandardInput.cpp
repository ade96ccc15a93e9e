// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/StandardInput.h"

#include <QCoro/QCoroTimer>

#include <QScopeGuard>
#include <QSocketNotifier>
#include <QTextStream>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// How much of standard input is read.
enum class Until { End, Line };

/// Turns off the terminal's echo as long as it lives.
class SilentTerminal {
public:
    SilentTerminal(const QString& prompt, Until until)
        : m_until(until)
    {
        if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_isTerminal = true;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        QTextStream said(stderr);
        if (until == Until::Line)
            said << prompt << ' ';
        else
            said << prompt
                 << "\nWhat you type is not shown. End with Ctrl+D on a line of its own.\n";
    }
    ~SilentTerminal()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
        if (m_until == Until::Line) // the line break that was typed was not shown
            QTextStream(stderr) << '\n';
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    const Until m_until;
    termios m_before = {};
    bool m_isTerminal = false;
};

Task<Outcome<QByteArray>> read(
    Interruption& interruption, QString prompt, int mostMebibytes, Until until)
{
    const qsizetype limit = qsizetype(mostMebibytes) * 1024 * 1024;
    const SilentTerminal terminal(prompt, until);

    // This timer is awaited; input and interruption both trigger it.
    QTimer news;
    news.setSingleShot(true);
    QSocketNotifier arrival(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&arrival, &QSocketNotifier::activated, &news, [&news, &arrival] {
        arrival.setEnabled(false);
        news.start();
    });
    QObject::connect(&interruption, &Interruption::raised, &news, [&news] { news.start(); });

    if (::fcntl(STDIN_FILENO, F_GETFD) < 0)
        co_return failed(FailureKind::Invalid, u"Standard input is closed."_s);

    // The array has enough room from the start, because growing would leave copies of a secret
    // behind.
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
        const int error = errno;
        if (count < 0 && (error == EINTR || error == EAGAIN))
            continue;
        if (count < 0) {
            wipe(all);
            co_return failed(FailureKind::Invalid,
                u"Standard input cannot be read: %1."_s.arg(qt_error_string(error)));
        }
        if (count == 0)
            co_return all;
        if (all.size() + count > limit) {
            wipe(all);
            co_return failed(
                FailureKind::Invalid, u"More than %1 MiB on standard input."_s.arg(mostMebibytes));
        }
        all.append(chunk.constData(), count);
        if (until == Until::Line && all.contains('\n'))
            co_return all;
    }
    wipe(all);
    co_return failed(FailureKind::Cancelled, u"Interrupted."_s);
}

} // namespace

Task<Outcome<QByteArray>> readStandardInput(
    Interruption& interruption, QString prompt, int mostMebibytes)
{
    return read(interruption, std::move(prompt), mostMebibytes, Until::End);
}

Task<Outcome<Secret>> readPassphrase(Interruption& interruption, QString prompt, QString again)
{
    const bool isTyped = ::isatty(STDIN_FILENO) != 0;
    Secret passphrase;
    for (const QString& question : {prompt, again}) {
        if (question.isEmpty() || (!isTyped && !passphrase.isEmpty()))
            continue;
        auto typed = co_await read(interruption, question, 1, Until::Line);
        if (!typed)
            co_return passOn(typed);
        const auto wiped = qScopeGuard([&typed] { wipe(*typed); });
        qsizetype size = typed->indexOf('\n');
        if (size < 0)
            size = typed->size();
        if (size > 0 && typed->at(size - 1) == '\r')
            --size;
        const Secret line(QByteArrayView(*typed).first(size));
        if (line.isEmpty())
            co_return failed(FailureKind::Invalid,
                u"A passphrase is needed, on standard input or at a terminal."_s);
        if (!passphrase.isEmpty() && !passphrase.equals(line))
            co_return failed(
                FailureKind::Invalid, u"The two passphrases differ: nothing was done."_s);
        passphrase = line;
    }
    co_return passphrase;
}

} // namespace jetbridge::cli
