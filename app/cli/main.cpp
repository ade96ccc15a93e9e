// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"
#include "cli/Help.h"
#include "cli/Interruption.h"
#include "cli/Invocation.h"
#include "console/System.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>
#include <QTimer>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace jetbridge;
using namespace jetbridge::cli;

namespace {

/// Memory with secrets in it is neither written to a core file nor read by a debugger of the same
/// user.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

/// Qt would write to the journal of a system service; stderr is where our logs belong.
void log(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    static constexpr const char* names[] = {"debug", "warning", "critical", "fatal", "info"};
    QTextStream(stderr) << QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) << ' '
                        << names[type] << ": " << message << '\n';
}

int sayUsage(const QStringList& arguments, const Failure& failure)
{
    sayFailure(failure, arguments.contains(QStringLiteral("--json")));
    QTextStream(stderr) << "Try: jetbridge-cli "
                        << (failure.code.isEmpty() ? QString() : failure.code + QLatin1Char(' '))
                        << "--help\n";
    return int(ExitCode::Usage);
}

} // namespace

int main(int argc, char* argv[])
{
    keepMemoryPrivate();
    pollSocketsDirectly();
    qInstallMessageHandler(log);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("jetbridge-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JETBRIDGE_VERSION));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return sayUsage(arguments, line.error());
    if (line->global.help) {
        QTextStream(stdout) << helpText(line->words);
        return int(ExitCode::Done);
    }
    if (line->global.version) {
        QTextStream(stdout) << "jetbridge-cli " JETBRIDGE_VERSION " (Qt " << qVersion() << ")\n";
        return int(ExitCode::Done);
    }

    Interruption interruption;
    Invocation invocation(*line, interruption);
    QTimer::singleShot(0, &application, [&] {
        QCoro::connect(invocation.run(), &application,
            [](ExitCode code) { QCoreApplication::exit(int(code)); });
    });
    return QCoreApplication::exec();
}
