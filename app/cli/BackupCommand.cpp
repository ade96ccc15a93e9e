// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/DataFolder.h"
#include "console/FolderBackup.h"
#include "console/FolderRestore.h"
#include "console/System.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

namespace jetbridge::cli {

namespace {

Outcome<Done> checkKeychain(const Invocation& invocation)
{
    if (invocation.global().vault == ConsoleOptions::VaultKind::Keychain)
        return Done{};
    return failed(FailureKind::Invalid,
        QStringLiteral("--vault memory keeps nothing that could be backed up or restored."));
}

/// Progress line that is written to stderr at intervals during a long run.
class ProgressLine {
public:
    ProgressLine(Invocation& invocation, QString what)
        : m_invocation(invocation)
        , m_what(std::move(what))
    {
        m_since.start();
    }
    void show(int done, int all)
    {
        constexpr qint64 pauseMs = 5000;
        if (m_since.elapsed() < pauseMs || done == all)
            return;
        m_since.restart();
        m_invocation.note(m_what.arg(done).arg(all));
    }

private:
    Invocation& m_invocation;
    const QString m_what;
    QElapsedTimer m_since;
};

QString checkName(BackupReport::Check check)
{
    switch (check) {
    case BackupReport::Check::Opened:
        return QStringLiteral("opened");
    case BackupReport::Check::Bytes:
        return QStringLiteral("bytes");
    case BackupReport::Check::None:
        return QStringLiteral("none");
    }
    Q_UNREACHABLE();
}

QString checkText(BackupReport::Check check)
{
    switch (check) {
    case BackupReport::Check::Opened:
        return QStringLiteral("It was read back, opened and compared.");
    case BackupReport::Check::Bytes:
        return QStringLiteral("It was read back and is what gpg wrote; whether it opens, only who "
                              "has the private key can tell.");
    case BackupReport::Check::None:
        return QStringLiteral("It went into a pipe and could not be read back.");
    }
    Q_UNREACHABLE();
}

Report reportOf(const BackupReport& backup, const QString& file)
{
    QString text = QStringLiteral("%1 customers and %2 secrets are in %3 (%4 bytes), %5. %6\n")
                       .arg(QString::number(backup.customers), QString::number(backup.secrets),
                           file, QString::number(backup.bytes),
                           backup.fingerprints.isEmpty() ? QStringLiteral("under the passphrase")
                                                         : QStringLiteral("for ")
                                   + backup.fingerprints.join(QStringLiteral(", ")),
                           checkText(backup.check));
    if (backup.withoutSecrets > 0)
        text += QStringLiteral("The keychain has no credentials of %1 of the customers: they are "
                               "not in the backup either.\n")
                    .arg(backup.withoutSecrets);
    return {QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("file"), file},
                {QStringLiteral("bytes"), backup.bytes},
                {QStringLiteral("customers"), backup.customers},
                {QStringLiteral("secrets"), backup.secrets},
                {QStringLiteral("withoutSecrets"), backup.withoutSecrets},
                {QStringLiteral("recipients"), QJsonArray::fromStringList(backup.fingerprints)},
                {QStringLiteral("readBack"), checkName(backup.check)}},
        text};
}

Task<Outcome<Report>> backUp(Invocation& invocation)
{
    if (const auto sound = checkKeychain(invocation); !sound)
        co_return passOn(sound);
    BackupRequest request;
    request.file = invocation.arguments().operands.constFirst();
    request.recipients = invocation.arguments().values("recipient");
    const bool isStandardOutput = request.file == QLatin1String("-");
    if (isStandardOutput && invocation.global().json)
        co_return failed(FailureKind::Invalid,
            QStringLiteral("With - the backup itself goes to standard output: leave --json out."));
    if (!isStandardOutput)
        request.file = QFileInfo(request.file).absoluteFilePath();
    if (request.recipients.isEmpty()) {
        const auto passphrase = co_await readPassphrase(invocation.interruption(),
            QStringLiteral("Passphrase of the backup:"), QStringLiteral("Once more:"));
        if (!passphrase)
            co_return passOn(passphrase);
        request.passphrase = *passphrase;
    }
    FolderBackup backup(invocation.dataFolder().path(), invocation.dataFolder().vault());
    ProgressLine progress(invocation, QStringLiteral("%1 of %2 items of the keychain are read."));
    QObject::connect(&backup, &FolderBackup::progressed, &backup,
        [&progress](int done, int all) { progress.show(done, all); });
    QObject::connect(
        &invocation.interruption(), &Interruption::raised, &backup, [&backup] { backup.cancel(); });
    const auto done = co_await backup.run(request);
    if (!done)
        co_return passOn(done);
    Report report =
        reportOf(*done, isStandardOutput ? QStringLiteral("standard output") : request.file);
    if (isStandardOutput) {
        invocation.note(report.text.trimmed());
        co_return Report{std::nullopt, {}};
    }
    co_return report;
}

Task<Outcome<Report>> restore(Invocation& invocation)
{
    if (const auto sound = checkKeychain(invocation); !sound)
        co_return passOn(sound);
    RestoreRequest request;
    request.file = QFileInfo(invocation.arguments().operands.constFirst()).absoluteFilePath();
    request.mayReplace = invocation.arguments().has("replace");
    const auto kind = kindOfBackup(request.file);
    if (!kind)
        co_return passOn(kind);
    if (*kind == storage::BackupKind::Passphrase) {
        const auto passphrase = co_await readPassphrase(
            invocation.interruption(), QStringLiteral("Passphrase of the backup:"));
        if (!passphrase)
            co_return passOn(passphrase);
        request.passphrase = *passphrase;
    }
    const QString folder =
        QDir(invocation.global().dataFolder.value_or(defaultDataFolder())).absolutePath();
    FolderRestore restore(folder);
    ProgressLine progress(
        invocation, QStringLiteral("%1 of %2: items of the keychain are stored, then compared."));
    QObject::connect(&restore, &FolderRestore::progressed, &restore,
        [&progress](int done, int all) { progress.show(done, all); });
    QObject::connect(&invocation.interruption(), &Interruption::raised, &restore,
        [&restore] { restore.cancel(); });
    const auto done = co_await restore.run(request);
    if (!done)
        co_return passOn(done);
    QString text =
        QStringLiteral("%1 customers and %2 secrets of %3 are in \"%4\" and in the keychain, and "
                       "were compared with the backup.\n")
            .arg(QString::number(done->customers), QString::number(done->secrets),
                timeText(done->at), folder);
    if (!done->aside.isEmpty())
        text += QStringLiteral("What was there before is in \"%1\".\n").arg(done->aside);
    co_return Report{QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("folder"), folder},
                         {QStringLiteral("backupOf"), timeText(done->at)},
                         {QStringLiteral("customers"), done->customers},
                         {QStringLiteral("secrets"), done->secrets},
                         {QStringLiteral("keptAside"),
                             done->aside.isEmpty() ? QJsonValue() : QJsonValue(done->aside)}},
        text};
}

} // namespace

QList<Command> backupCommands()
{
    return {
        {QStringLiteral("backup"), QStringLiteral("FILE"),
            QStringLiteral(
                "Writes customers, settings of every environment and all secrets of the keychain "
                "to one encrypted file (-: standard output); the passphrase is read from standard "
                "input or asked for. Recorded traffic is not in it."),
            {{QStringLiteral("recipient"),
                QStringLiteral("Encrypt for a gpg key instead of a passphrase: its full "
                               "fingerprint, or the e-mail address of a key that you signed; may "
                               "be repeated."),
                QStringLiteral("KEY")}},
            backUp},
        {QStringLiteral("restore"), QStringLiteral("FILE"),
            QStringLiteral(
                "Brings a backup back into a data folder and the keychain, and compares both with "
                "it. Whatever ends it, the same command goes on where it was."),
            {{QStringLiteral("replace"),
                QStringLiteral("The data folder holds a registry already: it is kept aside, in a "
                               "folder before-restore-TIME there.")}},
            restore, Command::Needs::Nothing},
    };
}

} // namespace jetbridge::cli
