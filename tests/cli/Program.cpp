// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <QDirIterator>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // Sanitizers are slow; a run that works never takes so long.

} // namespace

QJsonObject Program::Run::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

Program::Run Program::run(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void Program::start(QProcess& process, const QStringList& arguments) const
{
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JETBRIDGE_CLI), QStringList{u"--data"_s, folder()} + arguments);
}

QByteArray Program::everythingKept() const
{
    QByteArray all;
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QStringList words(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

QJsonObject readyLine(QProcess& process)
{
    while (!process.canReadLine() && process.state() != QProcess::NotRunning)
        if (!process.waitForReadyRead(patience))
            break;
    return QJsonDocument::fromJson(process.readLine()).object();
}

int stop(QProcess& process)
{
    process.terminate();
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
}
