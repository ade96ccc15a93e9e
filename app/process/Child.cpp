// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/Child.h"

#include <QProcess>

#ifdef Q_OS_LINUX
#include <csignal>
#include <pthread.h>
#include <sys/prctl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace jetbridge::process {

namespace {

#ifdef Q_OS_LINUX

/// Process that starts a child on this thread; 0: none does.
thread_local pid_t startedBy = 0;

/// Runs in a child between fork and exec.
void endWithParent()
{
    if (startedBy == 0)
        return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != startedBy) // It was killed before the system knew what to do then.
        ::_exit(1);
}

/// Qt's child waits for its parent before it runs QProcess's modifier, for ever if the parent is
/// killed meanwhile. The handler of fork() runs before that wait.
void handleFork()
{
    static const int isSet = ::pthread_atfork(nullptr, nullptr, endWithParent);
    Q_UNUSED(isSet)
}

#endif

} // namespace

QProcessEnvironment childEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        if (name.startsWith("JETBRIDGE_"_L1))
            environment.remove(name);
    return environment;
}

void startChild(QProcess& process)
{
#ifdef Q_OS_LINUX
    handleFork();
    startedBy = ::getpid();
    // Qt may use another call than fork(), which runs no handler.
    process.setChildProcessModifier([earlier = process.childProcessModifier()] {
        endWithParent();
        if (earlier)
            earlier();
    });
    process.start();
    startedBy = 0;
#else
    process.start();
#endif
}

} // namespace jetbridge::process
