// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTest>

/// Runs a script to its end. Returns an empty text on success, otherwise its output.
inline QByteArray complaintOf(
    const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
    const bool isWell = ended && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0 && process.error() == QProcess::UnknownError;
    return isWell ? QByteArray() : program.toUtf8() + ": " + process.readAll();
}
