// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Interruption.h"

#include "async/Signal.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace jetbridge {

namespace {

// A signal handler may do very little: it writes a byte that the event loop reads.
int handlerEnd = -1;
int loopEnd = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(handlerEnd, &byte, 1);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

/// Tells whether the parent process ignores a signal; nohup does, so that the program survives its
/// terminal.
bool isIgnored(int signal)
{
    struct sigaction now = {};
    return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

} // namespace

Interruption::Interruption()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return; // Without the pipe the signals keep their usual meaning.
    handlerEnd = ends[0];
    loopEnd = ends[1];
    auto* notifier = new QSocketNotifier(loopEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        handle(SIGINT, SIG_DFL);
        handle(SIGTERM, SIG_DFL);
        // A terminal that is closed may send SIGHUP twice, which does not mean impatience.
        handle(SIGHUP, SIG_IGN);
        m_raised = true;
        Q_EMIT raised();
    });
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
    if (!isIgnored(SIGHUP))
        handle(SIGHUP, onSignal);
}

Interruption::~Interruption()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (!isIgnored(signal))
            handle(signal, SIG_DFL);
    ::close(handlerEnd);
    ::close(loopEnd);
}

Task<Done> Interruption::wait()
{
    if (!m_raised)
        co_await async::emission(this, &Interruption::raised);
    co_return Done{};
}

} // namespace jetbridge
