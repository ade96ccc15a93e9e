// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FolderBackup.h"

#include "console/System.h"
#include "console/WholeFile.h"
#include "files/FileLock.h"
#include "storage/GpgEncryption.h"
#include "storage/RegistryCopy.h"

#include <QCryptographicHash>
#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

tl::unexpected<Failure> unwritable(const QString& path, const QString& reason)
{
    return failed(FailureKind::Invalid,
        u"The backup cannot be written to \"%1\": %2. Nothing is left there."_s.arg(path, reason));
}

/// Where the encrypted bytes go.
class Target {
public:
    static Outcome<std::shared_ptr<Target>> open(const QString& path)
    {
        std::shared_ptr<Target> target(new Target(path));
        if (path == "-"_L1)
            return target;
        if (mayBecomeFile(path)) {
            auto file = WholeFile::open(path, {true, false});
            if (!file)
                return unwritable(path, file.error().detail);
            target->m_file = std::move(*file);
            return target;
        }
        target->m_pipe.setFileName(path);
        if (!target->m_pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return unwritable(path, target->m_pipe.errorString());
        return target;
    }

    Outcome<Done> take(QByteArrayView bytes)
    {
        if (m_file) {
            const auto written = m_file->write(bytes);
            return written ? written : unwritable(m_path, written.error().detail);
        }
        if (m_pipe.isOpen())
            return m_pipe.write(bytes.data(), bytes.size()) == bytes.size()
                ? Outcome<Done>(Done{})
                : unwritable(m_path, m_pipe.errorString());
        const int error = writeStandardOutput(bytes.toByteArray());
        return error == 0 ? Outcome<Done>(Done{})
                          : unwritable(u"standard output"_s, qt_error_string(error));
    }

    /// Whole, on disk, and under its name.
    Outcome<Done> commit()
    {
        if (!m_file)
            return Done{};
        const auto kept = m_file->commit();
        return kept ? kept : unwritable(m_path, kept.error().detail);
    }
    bool canBeReadBack() const { return m_file != nullptr; }

private:
    explicit Target(QString path)
        : m_path(std::move(path))
    {
    }

    const QString m_path;
    std::unique_ptr<WholeFile> m_file;
    QFile m_pipe;
};

/// The file's bytes from the disk rather than from memory, as far as the system lets us.
storage::NextBytes readingFrom(std::shared_ptr<QFile> file)
{
    ::posix_fadvise(file->handle(), 0, 0, POSIX_FADV_DONTNEED);
    return [file]() -> Outcome<QByteArray> {
        constexpr qint64 chunk = 256 * 1024;
        QByteArray bytes = file->read(chunk);
        if (bytes.isEmpty() && !file->atEnd())
            return failed(FailureKind::StorageUnavailable, file->errorString());
        return bytes;
    };
}

Outcome<QByteArray> hashOf(const storage::NextBytes& next)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const auto bytes = next();
        if (!bytes)
            return passOn(bytes);
        if (bytes->isEmpty())
            return hash.result();
        hash.addData(*bytes);
    }
}

qint64 missing(const QList<VaultKey>& needed, const QList<storage::BackupItem>& items)
{
    QSet<QString> names;
    for (const storage::BackupItem& item : items)
        names.insert(item.key.text());
    return std::count_if(needed.begin(), needed.end(),
        [&names](const VaultKey& key) { return !names.contains(key.text()); });
}

/// In Unicode characters.
qsizetype lengthOf(const Secret& passphrase)
{
    const QByteArrayView utf8 = passphrase.reveal();
    return std::count_if(
        utf8.begin(), utf8.end(), [](char byte) { return (quint8(byte) & 0xC0U) != 0x80U; });
}

/// Reads the file back as a restore will.
Outcome<BackupReport::Check> checkFile(const QString& path, const storage::BackupBytes& written,
    const storage::BackupLock& lock, const std::atomic<bool>& isCancelled)
{
    const auto differs = [&path](const QString& reason) {
        return failed(FailureKind::StorageUnavailable,
            u"The backup \"%1\" was written, but reading it back gave "
            "something else (%2): it was removed. Check the disk, or "
            "choose another one."_s.arg(path, reason));
    };
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return differs(file->errorString());
    const auto hash = hashOf(readingFrom(file));
    if (!hash || *hash != written.fileSha256)
        return differs(hash ? u"other bytes"_s : hash.error().detail);
    file->seek(0);
    const auto opened =
        storage::readBackup(path, readingFrom(file), {lock.passphrase, false}, {}, isCancelled);
    if (!opened && opened.error().code == "no_private_key"_L1)
        return BackupReport::Check::Bytes;
    if (!opened && opened.error().kind == FailureKind::Cancelled)
        return passOn(opened);
    if (!opened || opened->bytes.plainSha256 != written.plainSha256)
        return differs(opened ? u"other content"_s : opened.error().detail);
    return BackupReport::Check::Opened;
}

} // namespace

FolderBackup::FolderBackup(QString dataFolder, Vault& vault)
    : m_dataFolder(std::move(dataFolder))
    , m_vault(vault)
{
}

FolderBackup::~FolderBackup()
{
    cancel();
}

Task<Outcome<storage::BackupLock>> FolderBackup::lockOf(BackupRequest request)
{
    storage::BackupLock lock{request.passphrase, {}};
    for (const QString& recipient : std::as_const(request.recipients)) {
        const auto key = co_await storage::GpgEncryption::fingerprintOf(recipient);
        if (!key)
            co_return passOn(key);
        lock.fingerprints.append(*key);
    }
    if (!lock.fingerprints.isEmpty()) {
        lock.passphrase = Secret();
        co_return lock;
    }
    if (lengthOf(lock.passphrase) < shortestPassphrase)
        co_return failed(FailureKind::Invalid,
            Message::of("passphrase_too_short", {QString::number(shortestPassphrase)}));
    co_return lock;
}

Task<Outcome<QList<storage::BackupItem>>> FolderBackup::readSecrets(QList<VaultKey> keys)
{
    QList<storage::BackupItem> items;
    int done = 0;
    for (const VaultKey& key : std::as_const(keys)) {
        if (m_isCancelled)
            co_return failed(FailureKind::Cancelled, u"Interrupted."_s);
        const auto secret = co_await here(m_vault.read(key));
        if (!secret)
            co_return passOn(secret);
        if (secret->has_value())
            items.append({key, **secret});
        Q_EMIT progressed(++done, int(keys.size()));
    }
    co_return items;
}

Task<Outcome<BackupReport>> FolderBackup::run(BackupRequest request)
{
    const auto open = co_await here(m_vault.isOpen());
    if (!open)
        co_return passOn(open);
    const auto lock = co_await here(lockOf(request));
    if (!lock)
        co_return passOn(lock);
    // Before anything else: what cannot be written need not be read.
    const auto target = co_await away<std::shared_ptr<Target>>(
        [path = request.file] { return Target::open(path); });
    if (!target)
        co_return passOn(target);

    // The copy has no secret in it, like the registry itself. It goes with this, however that ends;
    // one that a killed program left is taken over by the next.
    const QString copy = m_dataFolder + u"/backup.partial"_s;
    const auto alone =
        FileLock::take(m_dataFolder + u"/runs.lock"_s, FileLock::byteOf(u"backup"_s));
    if (!alone)
        co_return failed(FailureKind::Conflict, Message::of("backup_under_way"));
    const auto removed = qScopeGuard([copy] { QFile::remove(copy); });
    const auto copied = co_await away<storage::RegistryInventory>([folder = m_dataFolder, copy] {
        QFile::remove(copy);
        return storage::copyRegistry(folder, copy);
    });
    if (!copied)
        co_return passOn(copied);
    const auto items = co_await here(readSecrets(copied->secrets));
    if (!items)
        co_return passOn(items);

    storage::BackupHead head;
    head.id = QUuid::createUuid().toString(QUuid::Id128);
    head.at = QDateTime::currentDateTimeUtc();
    head.program = QStringLiteral(JETBRIDGE_VERSION);
    head.schema = copied->schema;
    head.customers = copied->customers;
    BackupReport report;
    report.customers = copied->customers;
    report.secrets = items->size();
    report.withoutSecrets = missing(copied->needed, *items);
    report.fingerprints = lock->fingerprints;
    co_return co_await away<BackupReport>(
        [report, head, items = *items, copy, lock = *lock, target = *target, path = request.file,
            &isCancelled = m_isCancelled]() mutable -> Outcome<BackupReport> {
            const auto written = storage::writeBackup(
                head, items, copy, lock,
                [&target](QByteArrayView bytes) { return target->take(bytes); }, isCancelled);
            if (!written)
                return passOn(written);
            if (const auto kept = target->commit(); !kept)
                return passOn(kept);
            report.bytes = written->size;
            if (!target->canBeReadBack())
                return report;
            const auto check = checkFile(path, *written, lock, isCancelled);
            if (!check) {
                QFile::remove(path);
                return passOn(check);
            }
            report.check = *check;
            return report;
        });
}

} // namespace jetbridge
