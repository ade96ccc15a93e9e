// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/GpgEncryption.h"

#include "storage/Later.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

#include <chrono>

namespace jetbridge::storage {

namespace {

constexpr std::chrono::seconds patience(30);

bool isFingerprint(const QString& recipient)
{
    static const QRegularExpression hex(
        QStringLiteral("\\A(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})\\z"));
    return hex.match(recipient).hasMatch();
}

QStringList argumentsFor(const QString& recipient)
{
    QStringList arguments{QStringLiteral("--batch"), QStringLiteral("--no-tty"),
        QStringLiteral("--quiet"), QStringLiteral("--armor"), QStringLiteral("--encrypt"),
        QStringLiteral("--recipient"), recipient};
    if (isFingerprint(recipient))
        arguments += {QStringLiteral("--trust-model"), QStringLiteral("always")};
    return arguments;
}

/// gpg's last line says what was wrong.
QString complaint(const QByteArray& said)
{
    const QList<QByteArray> lines = said.trimmed().split('\n');
    return QString::fromUtf8(lines.constLast()).trimmed();
}

} // namespace

Task<Outcome<QByteArray>> GpgEncryption::encrypt(Secret document, QString recipient)
{
    if (recipient.isEmpty() || recipient.startsWith(QLatin1Char('-')))
        co_return failed(FailureKind::Invalid,
            QStringLiteral("The recipient must be a key's fingerprint or e-mail address."));
    QProcess gpg;
    QTimer timer;
    timer.setSingleShot(true);
    const Later<bool> ended;
    // Not from within their own signals: whoever waits destroys them.
    const auto settle = [ended](bool hasEnded) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [ended, hasEnded] { ended.settle(hasEnded); },
            Qt::QueuedConnection);
    };
    QObject::connect(&gpg, &QProcess::finished, &timer, [settle] { settle(true); });
    QObject::connect(
        &gpg, &QProcess::errorOccurred, &timer, [settle](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                settle(true);
        });
    QObject::connect(&timer, &QTimer::timeout, &timer, [settle] { settle(false); });
    timer.start(patience);
    gpg.start(QStringLiteral("gpg"), argumentsFor(recipient));
    gpg.write(document.reveal().data(), document.size());
    gpg.closeWriteChannel();
    const bool hasEnded = co_await ended;
    if (!hasEnded) {
        gpg.kill();
        co_return failed(
            FailureKind::TimedOut, QStringLiteral("gpg did not end within 30 seconds."));
    }
    if (gpg.error() == QProcess::FailedToStart)
        co_return failed(FailureKind::Invalid,
            QStringLiteral("gpg cannot be started: install GnuPG (Debian: gpg)."));
    const QByteArray encrypted = gpg.readAllStandardOutput();
    if (gpg.exitStatus() != QProcess::NormalExit || gpg.exitCode() != 0 || encrypted.isEmpty())
        co_return failed(FailureKind::Invalid,
            QStringLiteral("gpg did not encrypt for \"%1\": %2. Import the key, and name it by its "
                           "full fingerprint unless you signed it.")
                .arg(recipient, complaint(gpg.readAllStandardError())));
    co_return encrypted;
}

} // namespace jetbridge::storage
