// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"
#include "cli/Help.h"
#include "cli/Interruption.h"
#include "cli/Invocation.h"
#include "console/System.h"
#include "console/Version.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>
#include <QTimer>

using namespace jetbridge;
using namespace jetbridge::cli;

namespace {

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
        // The answer may be there at once, and a loop that does not run yet cannot be ended.
        QTimer::singleShot(0, &application, [&application] {
            QCoro::connect(versionText(QStringLiteral("jetbridge-cli")), &application,
                [](const QString& text) {
                    QTextStream(stdout) << text;
                    QCoreApplication::exit(int(ExitCode::Done));
                });
        });
        return QCoreApplication::exec();
    }

    Interruption interruption;
    Invocation invocation(*line, interruption);
    QTimer::singleShot(0, &application, [&] {
        QCoro::connect(invocation.run(), &application,
            [](ExitCode code) { QCoreApplication::exit(int(code)); });
    });
    return QCoreApplication::exec();
}
