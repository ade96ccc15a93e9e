// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/BackupFile.h"

#include "domain/Json.h"
#include "domain/NameTable.h"
#include "storage/PacketReader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

// Layout of the plain text that is encrypted: the first line, one line of JSON about the whole, one
// line of JSON for each item, the bytes of the registry, and the last line. A truncated file can be
// told from a complete one at every point.
constexpr QByteArrayView magic = "jetbridge-backup ";
constexpr int format = 1;
constexpr QByteArrayView lastLine = "end of backup\n";
constexpr qsizetype longestLine = 1024 * 1024; ///< An item has at most 64 KiB.
constexpr qint64 chunk = 256 * 1024;

constexpr std::array<std::pair<VaultKey::Purpose, const char*>, 11> purposes{
    {{VaultKey::Purpose::Master, "master"}, {VaultKey::Purpose::PreviousMaster, "previousMaster"},
        {VaultKey::Purpose::Customer, "customer"}, {VaultKey::Purpose::Run, "run"},
        {VaultKey::Purpose::ResourceServer, "resourceServer"},
        {VaultKey::Purpose::Registration, "registration"},
        {VaultKey::Purpose::RegistrationToken, "registrationToken"},
        {VaultKey::Purpose::WebhookSecrets, "webhookSecrets"}, {VaultKey::Purpose::Sink, "sink"},
        {VaultKey::Purpose::SigningKeys, "signingKeys"}, {VaultKey::Purpose::HashKey, "hashKey"}}};

QString purposeName(VaultKey::Purpose purpose)
{
    for (const auto& [known, name] : purposes)
        if (known == purpose)
            return QLatin1String(name);
    return {};
}

std::optional<VaultKey::Purpose> purposeFrom(const QString& name)
{
    return valueIn(purposes, name);
}

QByteArray line(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray lineOf(const BackupHead& head)
{
    return line({{u"id"_s, head.id}, {u"at"_s, head.at.toString(Qt::ISODateWithMs)},
        {u"program"_s, head.program}, {u"schema"_s, head.schema}, {u"customers"_s, head.customers},
        {u"secrets"_s, head.secrets}, {u"registryBytes"_s, head.registryBytes},
        {u"registrySha256"_s, QString::fromLatin1(head.registrySha256.toHex())}});
}

QByteArray lineOf(const BackupItem& item)
{
    return line({{u"environment"_s, item.key.environment},
        {u"purpose"_s, purposeName(item.key.purpose)}, {u"id"_s, item.key.id},
        {u"value"_s, QString::fromLatin1(item.value.reveal().toByteArray().toBase64())}});
}

tl::unexpected<Failure> damaged(const QString& name)
{
    return failed(FailureKind::StorageUnavailable, Message::of("backup_damaged", {name}), 0,
        u"damaged_backup"_s);
}

tl::unexpected<Failure> isCutOff(const QString& name, qint64 size)
{
    return failed(FailureKind::StorageUnavailable,
        Message::of("backup_cut_off", {name, QString::number(size)}), 0, u"incomplete_backup"_s);
}

tl::unexpected<Failure> isNoBackup(const QString& name)
{
    return failed(FailureKind::Invalid, Message::of("no_backup", {name}), 0, u"no_backup"_s);
}

tl::unexpected<Failure> isNewer(const QString& name)
{
    return failed(FailureKind::StorageUnavailable, Message::of("backup_is_newer", {name}), 0,
        u"newer_backup"_s);
}

Outcome<BackupHead> headFrom(const QByteArray& text, const QString& name)
{
    const auto json = jsonObject(text);
    if (!json)
        return damaged(name);
    BackupHead head;
    head.id = json->value("id"_L1).toString();
    head.at = QDateTime::fromString(json->value("at"_L1).toString(), Qt::ISODateWithMs);
    head.program = json->value("program"_L1).toString();
    head.schema = json->value("schema"_L1).toInt();
    head.customers = json->value("customers"_L1).toInteger(-1);
    head.secrets = json->value("secrets"_L1).toInteger(-1);
    head.registryBytes = json->value("registryBytes"_L1).toInteger(-1);
    head.registrySha256 =
        QByteArray::fromHex(json->value("registrySha256"_L1).toString().toLatin1());
    if (head.id.isEmpty() || head.customers < 0 || head.secrets < 0 || head.registryBytes < 0)
        return damaged(name);
    return head;
}

Outcome<BackupItem> itemFrom(const QByteArray& text, const QString& name)
{
    const auto json = jsonObject(text);
    if (!json)
        return damaged(name);
    const auto purpose = purposeFrom(json->value("purpose"_L1).toString());
    if (!purpose)
        return isNewer(name);
    QByteArray value = QByteArray::fromBase64(json->value("value"_L1).toString().toLatin1());
    BackupItem item{
        {json->value("environment"_L1).toString(), *purpose, json->value("id"_L1).toString()},
        Secret(value)};
    wipe(value);
    return item;
}

/// Parses the plain bytes of a backup as they arrive, in chunks of any size.
class BackupParser {
public:
    BackupParser(QString name, const QString& registry)
        : m_name(std::move(name))
        , m_file(registry)
    {
    }
    ~BackupParser() { wipe(m_rest); }

    /// Takes the next chunk. Returns the first failure that is found.
    Outcome<Done> take(QByteArrayView bytes)
    {
        m_hash.addData(bytes);
        m_rest.append(bytes.data(), bytes.size());
        for (;;) {
            const qsizetype before = m_rest.size();
            if (const auto taken = takeNext(); !taken)
                return taken;
            if (m_rest.isEmpty() || m_rest.size() == before)
                return Done{};
        }
    }

    bool hasBegun() const { return m_part != Part::Magic; }

    /// Checks that everything has arrived and matches the head, and returns the backup.
    Outcome<OpenedBackup> finish()
    {
        if (m_part != Part::Over || !m_rest.isEmpty()
            || m_registryHash.result() != m_opened.head.registrySha256)
            return damaged(m_name);
        if (m_file.isOpen() && (!m_file.flush() || ::fsync(m_file.handle()) != 0))
            return passOn(unwritable());
        m_opened.bytes.plainSha256 = m_hash.result();
        return m_opened;
    }

private:
    enum class Part { Magic, Head, Items, Registry, LastLine, Over };

    Outcome<Done> takeNext()
    {
        switch (m_part) {
        case Part::Registry:
            return takeRegistry();
        case Part::LastLine:
            if (m_rest.size() < lastLine.size())
                return Done{};
            if (m_rest != lastLine)
                return damaged(m_name);
            m_rest.clear();
            m_part = Part::Over;
            return Done{};
        case Part::Over:
            return m_rest.isEmpty() ? Outcome<Done>(Done{}) : damaged(m_name);
        default:
            return takeLine();
        }
    }

    Outcome<Done> takeLine()
    {
        const qsizetype end = m_rest.indexOf('\n');
        if (m_part == Part::Magic
            && !m_rest.startsWith(magic.first(std::min(magic.size(), m_rest.size()))))
            return isNoBackup(m_name);
        if (end < 0)
            return m_rest.size() > longestLine ? Outcome<Done>(damaged(m_name)) : Done{};
        QByteArray text = m_rest.left(end);
        const auto wiped = qScopeGuard([&text] { wipe(text); });
        m_rest.remove(0, end + 1);
        if (m_part == Part::Magic) {
            if (text.mid(magic.size()).toInt() > format)
                return isNewer(m_name);
            m_part = Part::Head;
            return Done{};
        }
        if (m_part == Part::Head) {
            const auto head = headFrom(text, m_name);
            if (!head)
                return passOn(head);
            m_opened.head = *head;
            return nextItem();
        }
        const auto item = itemFrom(text, m_name);
        if (!item)
            return passOn(item);
        m_opened.items.append(*item);
        return nextItem();
    }

    Outcome<Done> nextItem()
    {
        m_part = m_opened.items.size() < m_opened.head.secrets ? Part::Items : Part::Registry;
        if (m_part != Part::Registry)
            return Done{};
        m_left = m_opened.head.registryBytes;
        if (m_file.fileName().isEmpty())
            return Done{};
        constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const bool isOpen = m_file.open(
            QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly);
        return isOpen ? Outcome<Done>(Done{}) : unwritable();
    }

    Outcome<Done> takeRegistry()
    {
        const qsizetype size = qsizetype(std::min(m_left, qint64(m_rest.size())));
        const QByteArray part = m_rest.left(size);
        m_rest.remove(0, size);
        m_left -= size;
        m_registryHash.addData(part);
        if (m_left == 0)
            m_part = Part::LastLine;
        return m_file.isOpen() ? writeAll(part) : Outcome<Done>(Done{});
    }

    /// Writes all bytes. On a disk that is nearly full QFile writes a part of them and knows no
    /// reason; only the next write fails with one.
    Outcome<Done> writeAll(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const qint64 written = m_file.write(bytes.data(), bytes.size());
            if (written <= 0)
                return unwritable();
            bytes = bytes.sliced(written);
        }
        return Done{};
    }

    Outcome<Done> unwritable() const
    {
        return failed(FailureKind::StorageUnavailable,
            u"The registry cannot be written to \"%1\": %2. Nothing was "
            "changed; make room, then try again."_s.arg(m_file.fileName(), m_file.errorString()));
    }

    const QString m_name;
    QFile m_file;
    Part m_part = Part::Magic;
    QByteArray m_rest; ///< Bytes that have arrived and are not parsed yet.
    qint64 m_left = 0; ///< Bytes of the registry that are still to come.
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QCryptographicHash m_registryHash{QCryptographicHash::Sha256};
    OpenedBackup m_opened;
};

Outcome<Done> measure(QFile& registry, BackupHead& head)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&registry) || !registry.seek(0))
        return failed(FailureKind::StorageUnavailable,
            u"\"%1\" cannot be read: %2."_s.arg(registry.fileName(), registry.errorString()));
    head.registryBytes = registry.size();
    head.registrySha256 = hash.result();
    return Done{};
}

QStringList encrypting(const BackupLock& lock)
{
    QStringList arguments{u"--compress-algo"_s, u"zlib"_s};
    if (lock.fingerprints.isEmpty())
        return arguments
            + QStringList{u"--symmetric"_s, u"--cipher-algo"_s, u"AES256"_s, u"--s2k-digest-algo"_s,
                u"SHA512"_s, u"--s2k-mode"_s, u"3"_s, u"--s2k-count"_s, u"65011712"_s};
    arguments += {u"--trust-model"_s, u"always"_s, // see GpgEncryption.cpp
        u"--encrypt"_s};
    for (const QString& fingerprint : lock.fingerprints)
        arguments += {u"--recipient"_s, fingerprint};
    return arguments;
}

/// An encrypted backup as it is read: its hash, size and packets.
struct EncryptedBytes {
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 size = 0;
    PacketReader packets;

    void take(const QByteArray& bytes)
    {
        hash.addData(bytes);
        size += bytes.size();
        packets.take(bytes);
    }
};

/// Returns the failure that says why gpg did not open the backup. gpg may have ended before it had
/// read everything, so the rest is read here.
tl::unexpected<Failure> refusal(const QString& name, const GpgEnd& end, bool hasBegun,
    const NextBytes& next, EncryptedBytes& encrypted)
{
    if (end.says("BAD_PASSPHRASE"))
        return failed(FailureKind::Invalid, Message::of("wrong_passphrase", {name}), 0,
            u"wrong_passphrase"_s);
    for (;;) {
        const auto rest = next();
        if (!rest)
            return passOn(rest);
        if (rest->isEmpty())
            break;
    }
    if (encrypted.packets.isCutOff())
        return isCutOff(name, encrypted.size);
    const bool isLocked = end.says("NO_SECKEY") || end.says("pkdecrypt_failed");
    if (!hasBegun && isLocked)
        return failed(FailureKind::Invalid, Message::of("backup_key_missing", {name}), 0,
            u"no_private_key"_s);
    return damaged(name);
}

} // namespace

Outcome<BackupBytes> writeBackup(BackupHead head, const QList<BackupItem>& items,
    const QString& registry, const BackupLock& lock, const TakeBytes& take,
    const std::atomic<bool>& isCancelled)
{
    QFile file(registry);
    if (!file.open(QIODevice::ReadOnly))
        return failed(FailureKind::StorageUnavailable,
            u"\"%1\" cannot be read: %2."_s.arg(registry, file.errorString()));
    head.secrets = items.size();
    if (const auto measured = measure(file, head); !measured)
        return passOn(measured);

    QCryptographicHash plain(QCryptographicHash::Sha256);
    QCryptographicHash encrypted(QCryptographicHash::Sha256);
    BackupBytes bytes;
    qsizetype given = -1; // the head, then the items
    bool isOver = false;
    const NextBytes next = [&]() -> Outcome<QByteArray> {
        QByteArray part;
        if (given < 0)
            part = magic.toByteArray() + QByteArray::number(format) + '\n' + lineOf(head);
        else if (given < items.size())
            part = lineOf(items.at(given));
        else if (!file.atEnd())
            part = file.read(chunk);
        else if (!std::exchange(isOver, true))
            part = lastLine.toByteArray();
        ++given;
        plain.addData(part);
        return part;
    };
    const TakeBytes takeAll = [&](QByteArrayView part) -> Outcome<Done> {
        encrypted.addData(part);
        bytes.size += part.size();
        return take(part);
    };
    const auto end =
        streamThroughGpg(encrypting(lock), lock.passphrase, next, takeAll, isCancelled);
    if (!end)
        return passOn(end);
    if (!end->isGood || bytes.size == 0)
        return failed(FailureKind::Invalid,
            u"gpg did not encrypt the backup: %1."_s.arg(QString::fromUtf8(end->complaint)));
    bytes.plainSha256 = plain.result();
    bytes.fileSha256 = encrypted.result();
    return bytes;
}

Outcome<OpenedBackup> readBackup(const QString& name, const NextBytes& next, const BackupKey& key,
    const QString& registry, const std::atomic<bool>& isCancelled)
{
    EncryptedBytes encrypted;
    const NextBytes nextCounted = [&]() -> Outcome<QByteArray> {
        auto bytes = next();
        if (bytes)
            encrypted.take(*bytes);
        return bytes;
    };
    BackupParser parser(name, registry);
    // Gpg's verdict on the whole file is worth more than what the bytes before it look like.
    std::optional<Failure> firstFault;
    const TakeBytes take = [&](QByteArrayView bytes) -> Outcome<Done> {
        if (firstFault)
            return Done{};
        const auto taken = parser.take(bytes);
        if (!taken)
            firstFault = taken.error();
        return Done{};
    };
    QStringList arguments{u"--decrypt"_s};
    if (!key.mayAsk && key.passphrase.isEmpty())
        arguments.prepend(u"--pinentry-mode=error"_s);
    const auto end = streamThroughGpg(arguments, key.passphrase, nextCounted, take, isCancelled);
    if (!end)
        return passOn(end);
    if (!end->isGood)
        return refusal(name, *end, parser.hasBegun(), nextCounted, encrypted);
    if (firstFault)
        return tl::unexpected<Failure>(*firstFault);
    auto opened = parser.finish();
    if (opened) {
        opened->bytes.fileSha256 = encrypted.hash.result();
        opened->bytes.size = encrypted.size;
    }
    return opened;
}

Outcome<BackupKind> backupKind(const QString& name, QByteArrayView beginning)
{
    // RFC 4880 4.2: the tag of the first packet, in either format.
    const auto first = beginning.isEmpty() ? 0U : quint8(beginning.front());
    const unsigned tag = (first & 0x40U) != 0 ? first & 0x3fU : (first & 0x3fU) >> 2U;
    if ((first & 0x80U) != 0 && tag == 3)
        return BackupKind::Passphrase;
    if ((first & 0x80U) != 0 && tag == 1)
        return BackupKind::PrivateKey;
    return isNoBackup(name);
}

} // namespace jetbridge::storage
