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

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Outcome<Done> checkKeychain(const Invocation& invocation)
{
    if (invocation.global().vault == ConsoleOptions::VaultKind::Keychain)
        return Done{};
    return failed(FailureKind::Invalid,
        u"--vault memory keeps nothing that could be backed up or restored."_s);
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
        return u"opened"_s;
    case BackupReport::Check::Bytes:
        return u"bytes"_s;
    case BackupReport::Check::None:
        return u"none"_s;
    }
    Q_UNREACHABLE();
}

QString checkText(BackupReport::Check check)
{
    switch (check) {
    case BackupReport::Check::Opened:
        return u"It was read back, opened and compared."_s;
    case BackupReport::Check::Bytes:
        return u"It was read back and is what gpg wrote; whether it opens, only who "
               "has the private key can tell."_s;
    case BackupReport::Check::None:
        return u"It went into a pipe and could not be read back."_s;
    }
    Q_UNREACHABLE();
}

Report reportOf(const BackupReport& backup, const QString& file)
{
    QString text = u"%1 customers and %2 secrets are in %3 (%4 bytes), %5. %6\n"_s.arg(
        QString::number(backup.customers), QString::number(backup.secrets), file,
        QString::number(backup.bytes),
        backup.fingerprints.isEmpty() ? u"under the passphrase"_s
                                      : u"for "_s + backup.fingerprints.join(u", "_s),
        checkText(backup.check));
    if (backup.withoutSecrets > 0)
        text += u"The keychain has no credentials of %1 of the customers: they are "
                "not in the backup either.\n"_s.arg(backup.withoutSecrets);
    return {QJsonObject{{u"ok"_s, true}, {u"file"_s, file}, {u"bytes"_s, backup.bytes},
                {u"customers"_s, backup.customers}, {u"secrets"_s, backup.secrets},
                {u"withoutSecrets"_s, backup.withoutSecrets},
                {u"recipients"_s, QJsonArray::fromStringList(backup.fingerprints)},
                {u"readBack"_s, checkName(backup.check)}},
        text};
}

Task<Outcome<Report>> backUp(Invocation& invocation)
{
    if (const auto sound = checkKeychain(invocation); !sound)
        co_return passOn(sound);
    BackupRequest request;
    request.file = invocation.arguments().operands.constFirst();
    request.recipients = invocation.arguments().values("recipient");
    const bool isStandardOutput = request.file == "-"_L1;
    if (isStandardOutput && invocation.global().json)
        co_return failed(FailureKind::Invalid,
            u"With - the backup itself goes to standard output: leave --json out."_s);
    if (!isStandardOutput)
        request.file = QFileInfo(request.file).absoluteFilePath();
    if (request.recipients.isEmpty()) {
        const auto passphrase = co_await readPassphrase(
            invocation.interruption(), u"Passphrase of the backup:"_s, u"Once more:"_s);
        if (!passphrase)
            co_return passOn(passphrase);
        request.passphrase = *passphrase;
    }
    FolderBackup backup(invocation.dataFolder().path(), invocation.dataFolder().vault());
    ProgressLine progress(invocation, u"%1 of %2 items of the keychain are read."_s);
    QObject::connect(&backup, &FolderBackup::progressed, &backup,
        [&progress](int done, int all) { progress.show(done, all); });
    QObject::connect(
        &invocation.interruption(), &Interruption::raised, &backup, [&backup] { backup.cancel(); });
    const auto done = co_await backup.run(request);
    if (!done)
        co_return passOn(done);
    Report report = reportOf(*done, isStandardOutput ? u"standard output"_s : request.file);
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
        const auto passphrase =
            co_await readPassphrase(invocation.interruption(), u"Passphrase of the backup:"_s);
        if (!passphrase)
            co_return passOn(passphrase);
        request.passphrase = *passphrase;
    }
    const QString folder =
        QDir(invocation.global().dataFolder.value_or(defaultDataFolder())).absolutePath();
    FolderRestore restore(folder);
    ProgressLine progress(
        invocation, u"%1 of %2: items of the keychain are stored, then compared."_s);
    QObject::connect(&restore, &FolderRestore::progressed, &restore,
        [&progress](int done, int all) { progress.show(done, all); });
    QObject::connect(&invocation.interruption(), &Interruption::raised, &restore,
        [&restore] { restore.cancel(); });
    const auto done = co_await restore.run(request);
    if (!done)
        co_return passOn(done);
    QString text = u"%1 customers and %2 secrets of %3 are in \"%4\" and in the keychain, and "
                   "were compared with the backup.\n"_s.arg(QString::number(done->customers),
                       QString::number(done->secrets), timeText(done->at), folder);
    if (!done->aside.isEmpty())
        text += u"What was there before is in \"%1\".\n"_s.arg(done->aside);
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"folder"_s, folder}, {u"backupOf"_s, timeText(done->at)},
            {u"customers"_s, done->customers}, {u"secrets"_s, done->secrets},
            {u"keptAside"_s, done->aside.isEmpty() ? QJsonValue() : QJsonValue(done->aside)}},
        text};
}

} // namespace

QList<Command> backupCommands()
{
    return {
        {u"backup"_s, u"FILE"_s,
            u"Writes customers, settings of every environment and all secrets of the keychain "
            "to one encrypted file (-: standard output); the passphrase is read from standard "
            "input or asked for. Recorded traffic is not in it."_s,
            {{u"recipient"_s,
                u"Encrypt for a gpg key instead of a passphrase: its full "
                "fingerprint, or the e-mail address of a key that you signed; may "
                "be repeated."_s,
                u"KEY"_s}},
            backUp},
        {u"restore"_s, u"FILE"_s,
            u"Brings a backup back into a data folder and the keychain, and compares both with "
            "it. Whatever ends it, the same command goes on where it was."_s,
            {{u"replace"_s,
                u"The data folder holds a registry already: it is kept aside, in a "
                "folder before-restore-TIME there."_s}},
            restore, Command::Needs::Nothing},
    };
}

} // namespace jetbridge::cli
