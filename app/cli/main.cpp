// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"
#include "cli/Help.h"
#include "cli/Invocation.h"
#include "console/Interruption.h"
#include "console/System.h"
#include "console/Version.h"
#include "domain/Harmless.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::cli;

namespace {

/// Writes a log line to stderr; in a system service Qt would write to the journal instead.
void log(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    static constexpr const char* names[] = {"debug", "warning", "critical", "fatal", "info"};
    QTextStream(stderr) << QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) << ' '
                        << names[type] << ": " << harmless::line(message) << '\n';
}

int sayUsage(const QStringList& arguments, const Failure& failure)
{
    sayFailure(failure, Errand::Here, arguments.contains(u"--json"_s));
    QTextStream(stderr) << "Try: jetbridge-cli "
                        << (failure.code.isEmpty() ? QString() : failure.code + QLatin1Char(' '))
                        << "--help\n";
    return int(ExitCode::Usage);
}

/// Answers a question about the program itself; `name` is its member with --json.
ExitCode answer(const CommandLine& line, const QString& name, const QString& text)
{
    const int error =
        writeStandardOutput(line.global.json ? documentLine({{name, text}}) : text.toUtf8());
    if (error == 0)
        return ExitCode::Done;
    sayUnwritten(error);
    return ExitCode::Negative;
}

} // namespace

int main(int argc, char* argv[])
{
    keepMemoryPrivate();
    guardStandardStreams();
    pollSocketsDirectly();
    takeSecretVariables();
    qInstallMessageHandler(log);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"jetbridge-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JETBRIDGE_VERSION));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return sayUsage(arguments, line.error());
    if (line->global.help)
        return int(answer(*line, u"help"_s, helpText(line->words)));
    if (line->global.version) {
        // The result may be there at once, and a loop that does not run yet cannot be ended.
        QTimer::singleShot(0, &application, [&] {
            QCoro::connect(
                versionText(u"jetbridge-cli"_s), &application, [&line](const QString& text) {
                    QCoreApplication::exit(int(answer(*line, u"version"_s, text)));
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
