// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FolderRestore.h"

#include "console/WholeFile.h"
#include "domain/Json.h"
#include "storage/FolderVault.h"
#include "storage/KeychainVault.h"
#include "storage/Registry.h"
#include "storage/RegistryCopy.h"
#include "storage/RestoredFolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using storage::RestoredFolder;

tl::unexpected<Failure> unreadable(const QString& path, const QString& reason)
{
    return failed(
        FailureKind::Invalid, u"The backup \"%1\" cannot be read: %2."_s.arg(path, reason));
}

tl::unexpected<Failure> isInUse(const QString& folder)
{
    return failed(FailureKind::Conflict, Message::of("folder_holds_registry", {folder}), 0,
        u"folder_in_use"_s);
}

/// The note in the folder that is stored, of which backup it is.
QString noteIn(const QString& part)
{
    return part + u"/backup.json"_s;
}

QString backupIn(const QString& part)
{
    QFile note(noteIn(part));
    if (!note.open(QIODevice::ReadOnly))
        return {};
    const auto json = jsonObject(note.readAll());
    return json ? json->value("id"_L1).toString() : QString();
}

storage::NextBytes readingFrom(std::shared_ptr<QFile> file)
{
    return [file]() -> Outcome<QByteArray> {
        constexpr qint64 chunk = 256 * 1024;
        QByteArray bytes = file->read(chunk);
        if (bytes.isEmpty() && file->error() != QFileDevice::NoError)
            return unreadable(file->fileName(), file->errorString());
        return bytes;
    };
}

/// Opens the backup and leaves its registry in the part that is being read.
Outcome<storage::OpenedBackup> open(const RestoreRequest& request, const RestoredFolder& folder,
    const std::atomic<bool>& isCancelled)
{
    auto file = std::make_shared<QFile>(request.file);
    if (!file->open(QIODevice::ReadOnly))
        return unreadable(request.file, file->errorString());
    if (const auto begun = folder.beginReading(); !begun)
        return passOn(begun);
    return storage::readBackup(request.file, readingFrom(file), {request.passphrase, true},
        folder.reading() + u"/registry.sqlite3"_s, isCancelled);
}

/// What was read becomes what is stored: with names of its own in the keychain, and compared.
Outcome<Done> adopt(
    const QString& file, const storage::OpenedBackup& backup, const RestoredFolder& folder)
{
    const auto inventory = storage::adoptRegistry(folder.reading());
    if (!inventory && inventory.error().code == "newer_format"_L1)
        return failed(FailureKind::StorageUnavailable,
            Message::of("backup_needs_version", {file, backup.head.program}), 0, u"newer_backup"_s);
    if (!inventory)
        return passOn(inventory);
    if (inventory->customers != backup.head.customers)
        return failed(FailureKind::StorageUnavailable,
            u"The backup says that it has %1 customers, and its registry has %2."_s
                .arg(backup.head.customers)
                .arg(inventory->customers),
            0, u"damaged_backup"_s);
    const QByteArray note = QJsonDocument(QJsonObject{{u"id"_s, backup.head.id}}).toJson();
    if (const auto kept = saveWholeFile(noteIn(folder.reading()), note, {}); !kept)
        return passOn(kept);
    return folder.beginStoring();
}

/// The name that a secret has in the restored folder: the key of the hashes has a new one.
VaultKey restored(VaultKey key, const QList<VaultKey>& names)
{
    if (key.purpose == VaultKey::Purpose::HashKey)
        for (const VaultKey& name : names)
            if (name.purpose == key.purpose)
                return name;
    return key;
}

} // namespace

Outcome<storage::BackupKind> kindOfBackup(const QString& file)
{
    QFile backup(file);
    if (!backup.open(QIODevice::ReadOnly))
        return unreadable(file, backup.errorString());
    return storage::backupKind(file, backup.peek(1));
}

/// The folder whose secrets are being stored, before it is the data folder.
struct FolderRestore::Staged {
    explicit Staged(const QString& folder)
        : registry(folder)
        , vault(registry.secrets(), {}, std::make_unique<storage::KeychainVault>())

    {
    }
    storage::Registry registry;
    storage::FolderVault vault;
};

FolderRestore::FolderRestore(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

FolderRestore::~FolderRestore()
{
    cancel();
}

Task<Outcome<Done>> FolderRestore::storeSecrets(QList<storage::BackupItem> items)
{
    const int all = 2 * int(items.size());
    int done = 0;
    for (const storage::BackupItem& item : std::as_const(items)) {
        if (m_isCancelled)
            co_return failed(FailureKind::Cancelled, u"Interrupted."_s);
        // What a killed restore has stored need not be stored again.
        const auto there = co_await here(m_staged->vault.read(item.key));
        if (!there)
            co_return passOn(there);
        if (!there->has_value() || !(*there)->equals(item.value)) {
            const auto stored = co_await here(m_staged->vault.store(item.key, item.value));
            if (!stored)
                co_return passOn(stored);
        }
        Q_EMIT progressed(++done, all);
    }
    for (const storage::BackupItem& item : std::as_const(items)) {
        const auto there = co_await here(m_staged->vault.read(item.key));
        if (!there)
            co_return passOn(there);
        if (!there->has_value() || !(*there)->equals(item.value))
            co_return failed(FailureKind::VaultUnavailable,
                Message::of("keychain_gives_other", {item.key.text()}));
        Q_EMIT progressed(++done, all);
    }
    co_return Done{};
}

/// Another backup was restored and broken off: nobody will ask for its secrets any more.
Task<Outcome<Done>> FolderRestore::dropOtherRestore()
{
    const RestoredFolder folder(m_dataFolder);
    const auto inventory = co_await away<storage::RegistryInventory>(
        [part = folder.storing()] { return storage::inventoryOf(part); });
    if (!inventory)
        co_return passOn(inventory);
    m_staged = std::make_unique<Staged>(folder.storing());
    for (const VaultKey& key : inventory->secrets) {
        const auto removed = co_await here(m_staged->vault.remove(key));
        if (!removed)
            co_return passOn(removed);
    }
    m_staged.reset();
    co_return folder.discard(folder.storing());
}

Task<Outcome<storage::BackupHead>> FolderRestore::look(RestoreRequest request)
{
    const auto opened = co_await away<storage::OpenedBackup>(
        [request, &isCancelled = m_isCancelled]() -> Outcome<storage::OpenedBackup> {
            auto file = std::make_shared<QFile>(request.file);
            if (!file->open(QIODevice::ReadOnly))
                return unreadable(request.file, file->errorString());
            return storage::readBackup(
                request.file, readingFrom(file), {request.passphrase, true}, {}, isCancelled);
        });
    if (!opened)
        co_return passOn(opened);
    co_return opened->head;
}

Task<Outcome<RestoreReport>> FolderRestore::run(RestoreRequest request)
{
    const RestoredFolder folder(m_dataFolder);
    // Asked first: without it there is no way on, and nothing was touched.
    storage::KeychainVault keychain;
    const auto unlocked = co_await here(keychain.isOpen());
    if (!unlocked)
        co_return passOn(unlocked);
    auto alone = folder.takeAlone();
    if (!alone)
        co_return passOn(alone);
    m_alone = std::move(*alone);

    const QString moved = backupIn(folder.moving());
    if (const auto finished = folder.finishMoving(); !finished)
        co_return passOn(finished);
    const bool isRefused = folder.isInUse() && !request.mayReplace;
    if (moved.isEmpty() && isRefused)
        co_return isInUse(m_dataFolder);

    const auto backup =
        co_await away<storage::OpenedBackup>([request, folder, &isCancelled = m_isCancelled] {
            return open(request, folder, isCancelled);
        });
    if (!backup) {
        disregard(folder.discard(folder.reading())); // the next one does it, too
        co_return passOn(backup);
    }
    RestoreReport report{backup->head.at, backup->head.customers, backup->head.secrets, {}};
    if (!moved.isEmpty() && moved == backup->head.id) { // a killed restore had come to its end
        disregard(folder.discard(folder.reading()));
        co_return report;
    }
    if (isRefused) {
        disregard(folder.discard(folder.reading()));
        co_return isInUse(m_dataFolder);
    }
    const QString stored = backupIn(folder.storing());
    if (!stored.isEmpty() && stored != backup->head.id) {
        const auto dropped = co_await here(dropOtherRestore());
        if (!dropped)
            co_return passOn(dropped);
    }
    if (stored != backup->head.id) {
        const auto adopted = co_await away<Done>([file = request.file, backup = *backup, folder] {
            return adopt(file, backup, folder);
        });
        if (!adopted) {
            disregard(folder.discard(folder.reading()));
            co_return passOn(adopted);
        }
    }
    disregard(folder.discard(folder.reading()));

    const auto inventory = co_await away<storage::RegistryInventory>(
        [part = folder.storing()] { return storage::inventoryOf(part); });
    if (!inventory)
        co_return passOn(inventory);
    QList<storage::BackupItem> items = backup->items;
    for (storage::BackupItem& item : items)
        item.key = restored(item.key, inventory->secrets);
    m_staged = std::make_unique<Staged>(folder.storing());
    const auto kept = co_await here(storeSecrets(items));
    m_staged.reset();
    if (!kept)
        co_return passOn(kept);

    const QString aside = folder.isInUse() ? u"before-restore-"_s
            + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s)
                                           : QString();
    if (const auto begun = folder.beginMoving(aside); !begun)
        co_return passOn(begun);
    if (const auto finished = folder.finishMoving(); !finished)
        co_return passOn(finished);
    if (!aside.isEmpty())
        report.aside = m_dataFolder + QLatin1Char('/') + aside;
    m_alone.reset();
    co_return report;
}

} // namespace jetbridge
