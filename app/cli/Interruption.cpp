// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interruption.h"

#include <QCoro/QCoroSignal>

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace jetbridge::cli {

namespace {

// A signal handler may do next to nothing: it writes a byte that the event loop reads.
int handlerEnd = -1;
int loopEnd = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(handlerEnd, &byte, 1);
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Interruption::Interruption()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return; // Then the signals keep their usual meaning.
    handlerEnd = ends[0];
    loopEnd = ends[1];
    auto* notifier = new QSocketNotifier(loopEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        handle(SIG_DFL);
        m_raised = true;
        Q_EMIT raised();
    });
    handle(onSignal);
}

Interruption::~Interruption()
{
    handle(SIG_DFL);
    ::close(handlerEnd);
    ::close(loopEnd);
}

Task<Done> Interruption::wait()
{
    if (!m_raised)
        co_await qCoro(this, &Interruption::raised);
    co_return Done{};
}

} // namespace jetbridge::cli
