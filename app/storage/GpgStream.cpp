// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/GpgStream.h"

#include "process/Child.h"

#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

constexpr qint64 mostWaiting = 1024 * 1024; ///< Most bytes that wait for gpg to read them.
constexpr int patienceMs = 50; ///< Interval in which the cancel flag is checked.
constexpr auto statusMark = "[GNUPG:] ";

GpgEnd endOf(const QProcess& gpg, const QByteArray& said)
{
    GpgEnd end;
    end.isGood = gpg.exitStatus() == QProcess::NormalExit && gpg.exitCode() == 0;
    for (const QByteArray& line : said.split('\n')) {
        if (line.startsWith(statusMark))
            end.status.append(line.mid(qstrlen(statusMark)));
        else if (!line.trimmed().isEmpty())
            end.complaint = line.trimmed();
    }
    return end;
}

} // namespace

Failure cannotStart(const QString& reason)
{
    return {FailureKind::Invalid, 0, {},
        Message::inWords(
            u"gpg cannot be started (%1): is GnuPG installed (Debian: gpg)?"_s.arg(reason)),
        {}};
}

bool GpgEnd::says(const char* keyword) const
{
    return std::any_of(status.begin(), status.end(),
        [keyword](const QByteArray& line) { return line.contains(keyword); });
}

Outcome<GpgEnd> streamThroughGpg(const QStringList& arguments, const Secret& passphrase,
    const NextBytes& next, const TakeBytes& take, const std::atomic<bool>& isCancelled)
{
    QProcess gpg;
    gpg.setProcessEnvironment(process::childEnvironment());
    QStringList all{u"--batch"_s, u"--no-tty"_s, u"--status-fd"_s, u"2"_s};
    if (!passphrase.isEmpty())
        all += {u"--pinentry-mode"_s, u"loopback"_s, u"--passphrase-fd"_s, u"0"_s};
    gpg.setProgram(u"gpg"_s);
    gpg.setArguments(all + arguments);
    process::startChild(gpg);
    if (!gpg.waitForStarted())
        return tl::unexpected<Failure>(cannotStart(gpg.errorString()));
    if (!passphrase.isEmpty()) {
        gpg.write(passphrase.reveal().data(), passphrase.size());
        gpg.write("\n");
    }
    bool isFed = false;
    QByteArray said;
    const auto drain = [&]() -> Outcome<Done> {
        said += gpg.readAllStandardError();
        const QByteArray out = gpg.readAllStandardOutput();
        return out.isEmpty() ? Outcome<Done>(Done{}) : take(out);
    };
    const auto step = [&]() -> Outcome<Done> {
        if (isCancelled)
            return failed(FailureKind::Cancelled, u"Interrupted."_s);
        if (!isFed && gpg.bytesToWrite() < mostWaiting) {
            const auto bytes = next();
            if (!bytes)
                return passOn(bytes);
            isFed = bytes->isEmpty();
            if (isFed)
                gpg.closeWriteChannel();
            else
                gpg.write(*bytes);
        }
        if (isFed || gpg.bytesToWrite() >= mostWaiting) {
            if (gpg.bytesToWrite() > 0)
                gpg.waitForBytesWritten(patienceMs);
            else
                gpg.waitForReadyRead(patienceMs);
        }
        return drain();
    };
    while (gpg.state() != QProcess::NotRunning) {
        const auto done = step();
        if (done)
            continue;
        gpg.kill();
        gpg.waitForFinished();
        return passOn(done);
    }
    if (const auto rest = drain(); !rest)
        return passOn(rest);
    return endOf(gpg, said);
}

} // namespace jetbridge::storage
