// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/Process.h"

#include "async/Later.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::process {

namespace {

using How = Ended::How;

/// Takes part after a kill, which nothing can delay for long.
constexpr int killing = 5'000;

void prepare(QProcess& process, const Program& program)
{
    process.setProgram(program.path);
    process.setArguments(program.arguments);
    process.setProcessEnvironment(program.environment);
    if (!program.isHeard) {
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
    }
    if (program.isAlone) {
        process.setWorkingDirectory(u"/"_s);
        process.setChildProcessModifier([] { ::setsid(); });
    }
}

void kill(QProcess& process, bool isAlone)
{
    const qint64 id = process.processId();
    if (isAlone && id > 0)
        ::kill(pid_t(-id), SIGKILL); // the whole session
    process.kill();
    process.waitForFinished(killing);
}

} // namespace

Task<Ended> run(Program program, Secret input, async::Scope* scope)
{
    QProcess process;
    prepare(process, program);
    QTimer timer;
    timer.setSingleShot(true);
    const async::Later<How> end;
    const auto kept = scope ? scope->keep(end, How::Aborted) : nullptr;
    Ended ended;
    if (scope && !kept) {
        ended.how = How::Aborted;
        co_return ended;
    }
    // The wait is not ended from within the process's own signals, because the waiting function
    // destroys the process.
    const auto settle = [end](How how) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [end, how] { end.settle(how); }, Qt::QueuedConnection);
    };
    QObject::connect(
        &process, &QProcess::finished, &timer, [settle](int, QProcess::ExitStatus status) {
            settle(status == QProcess::NormalExit ? How::Exited : How::Crashed);
        });
    QObject::connect(
        &process, &QProcess::errorOccurred, &timer, [settle](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                settle(How::NotStarted);
        });
    QObject::connect(&timer, &QTimer::timeout, &timer, [settle] { settle(How::TooLate); });
    timer.start(program.patience);
    startChild(process);
    process.write(input.reveal().data(), input.size());
    process.closeWriteChannel();
    ended.how = co_await end;
    if (ended.how == How::TooLate || ended.how == How::Aborted) {
        process.disconnect();
        kill(process, program.isAlone);
        co_return ended;
    }
    ended.exitCode = process.exitCode();
    if (ended.how == How::NotStarted)
        ended.reason = process.errorString();
    if (ended.how == How::Crashed) // Qt's exit code is the signal's number then.
        ended.reason = u"signal %1 (%2)"_s.arg(
            QString::number(ended.exitCode), QString::fromLocal8Bit(::strsignal(ended.exitCode)));
    if (program.isHeard) {
        ended.out = process.readAllStandardOutput();
        ended.err = process.readAllStandardError();
    }
    co_return ended;
}

} // namespace jetbridge::process
