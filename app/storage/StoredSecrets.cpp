// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredSecrets.h"

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "storage/RegistryThread.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<Folder> readFolder(const QSqlQuery& row)
{
    return Folder{row.value(0).toString(), {}, row.value(1).toString(), row.value(2).toString(),
        false, row.value(3).toBool()};
}

Outcome<QString> readText(const QSqlQuery& row)
{
    return row.value(0).toString();
}

bool isSameFile(const QString& one, const QString& other)
{
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0
        && ::stat(QFile::encodeName(other).constData(), &second) == 0
        && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/// Tells whether the folder of this id is still at another place. If that cannot be found out, the
/// answer is yes, because a folder that is wrongly taken for a copy loses nothing.
bool isStillAt(const QString& registry, const QString& id)
{
    if (!QFileInfo::exists(registry))
        return false;
    const auto there = Database::folderIdIn(registry);
    return !there || *there == id;
}

/// Returns the folder's description and brings its place up to date, within a transaction of the
/// caller.
Outcome<Folder> identify(Database& database)
{
    const auto stored = database.first<Folder>(
        u"SELECT id, place, copied_from, marked FROM folder"_s, {}, readFolder);
    if (!stored)
        return passOn(stored);
    if (!stored->has_value())
        return tl::unexpected<Failure>(unreadableRow(u"no folder id"_s));
    Folder folder = **stored;
    const QFileInfo file(database.path());
    const QString here = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString there = folder.place + QLatin1Char('/') + file.fileName();
    // A folder seen under two names is the same folder.
    if (folder.place == here || (!folder.place.isEmpty() && isSameFile(there, database.path())))
        return folder;
    if (!folder.place.isEmpty() && isStillAt(there, folder.id)) {
        const auto kept =
            database.run(u"INSERT INTO earlier_ids (id) VALUES (?)"_s, {textValue(folder.id)});
        const auto reset = database.run(u"DELETE FROM own_secrets"_s);
        for (const auto* done : {&kept, &reset})
            if (!*done)
                return passOn(*done);
        folder.id = QUuid::createUuid().toString(QUuid::Id128);
        folder.copiedFrom = folder.place;
        folder.isNewCopy = true;
        folder.isMarked = false;
    }
    folder.place = here;
    const auto saved =
        database.run(u"UPDATE folder SET id = ?, place = ?, copied_from = ?, marked = ?"_s,
            {folder.id, textValue(folder.place), textValue(folder.copiedFrom),
                folder.isMarked ? 1 : 0});
    if (!saved)
        return passOn(saved);
    return folder;
}

/// Returns the customer-level client that an integration of this registry has or had.
Outcome<QString> clientOf(Database& database, const VaultKey& key)
{
    const auto found = database.first<QString>(
        u"SELECT client_id FROM integrations WHERE id = ? AND environment = "
        "(SELECT ordinal FROM environments WHERE name = ?) UNION ALL "
        "SELECT client_id FROM former_integrations WHERE id = ? AND environment = "
        "(SELECT ordinal FROM environments WHERE name = ?) LIMIT 1"_s,
        {textValue(key.id), textValue(key.environment), textValue(key.id),
            textValue(key.environment)},
        readText);
    if (!found)
        return passOn(found);
    return found->value_or(QString());
}

/// Returns the API that the environment had when items did not yet say where they were proved.
Outcome<QString> earlierOrigin(Database& database, const QString& name)
{
    const auto api = database.first<QString>(
        u"SELECT earlier_api FROM environments WHERE name = ?"_s, {textValue(name)}, readText);
    if (!api)
        return passOn(api);
    if (api->has_value() && !(*api)->isEmpty())
        return originOf(QUrl(**api));
    for (const Environment& environment : Environment::builtIn())
        if (environment.name == name)
            return environment.origin();
    return QString();
}

/// Returns the same credentials with the origin that they belong to.
template <typename Credentials>
Outcome<std::optional<Secret>> placed(Database& database, const VaultKey& key, const Secret& secret)
{
    auto credentials = Credentials::fromJson(secret.reveal().toByteArray());
    if (!credentials) // the reader of the item reports the error
        return std::optional<Secret>(secret);
    if (credentials->client.origin.isEmpty()) {
        const auto origin = earlierOrigin(database, key.environment);
        if (!origin)
            return passOn(origin);
        credentials->client.origin = *origin;
    }
    if (key.purpose == VaultKey::Purpose::Customer) {
        const auto client = clientOf(database, key);
        if (!client)
            return passOn(client);
        if (credentials->client.clientId.text() != *client)
            return std::optional<Secret>();
    }
    return std::optional<Secret>(credentials->toJson());
}

/// Returns up to which row a keychain was searched (StoredSecrets::searchedUpTo).
Outcome<qint64> searched(Database& database, const QString& keychain, qint64 environment)
{
    return database.number(u"SELECT coalesce((SELECT up_to FROM keychain_searches WHERE "
                           "keychain = ? AND environment = ?), (? << 40) - 1)"_s,
        {keychain, environment, environment});
}

/// Records up to which row a keychain was searched.
Outcome<Done> putSearched(
    Database& database, const QString& keychain, qint64 environment, qint64 upTo)
{
    const auto noted =
        database.run(u"INSERT OR REPLACE INTO keychain_searches (keychain, environment, up_to) "
                     "VALUES (?, ?, ?)"_s,
            {keychain, environment, upTo});
    return noted ? Outcome<Done>(Done{}) : passOn(noted);
}

Outcome<QList<VaultKey>> keysIn(Database& database, const QString& environment)
{
    const auto ordinal = database.environment(environment);
    if (!ordinal)
        return passOn(ordinal);
    const auto ids = database.list<QString>(
        u"SELECT id FROM integrations WHERE environment = ? UNION SELECT id FROM "
        "former_integrations WHERE environment = ?"_s,
        {*ordinal, *ordinal}, readText);
    if (!ids)
        return passOn(ids);
    QList<VaultKey> keys{VaultKey::master(environment), VaultKey::previousMaster(environment)};
    for (const QString& id : *ids)
        keys.append(VaultKey::customer(environment, IntegrationId(id)));
    return keys;
}

} // namespace

StoredSecrets::StoredSecrets(RegistryThread& thread)
    : m_thread(thread)
{
}

Task<Outcome<Folder>> StoredSecrets::folder()
{
    return m_thread.run<Folder>([](Database& database) -> Outcome<Folder> {
        const auto folder = database.transaction<Folder>([&] { return identify(database); });
        if (!folder)
            return folder;
        const auto earlier = database.list<QString>(
            u"SELECT id FROM earlier_ids ORDER BY number DESC"_s, {}, readText);
        if (!earlier)
            return passOn(earlier);
        Folder whole = *folder;
        whole.earlierIds = *earlier;
        return whole;
    });
}

Task<Outcome<Done>> StoredSecrets::setMarked()
{
    return m_thread.run<Done>([](Database& database) -> Outcome<Done> {
        const auto marked = database.run(u"UPDATE folder SET marked = 1"_s);
        return marked ? Outcome<Done>(Done{}) : passOn(marked);
    });
}

Task<Outcome<Done>> StoredSecrets::noteOwn(VaultKey key)
{
    return m_thread.run<Done>(
        [key = std::move(key), program = m_thread.program()](Database& database) -> Outcome<Done> {
            const auto environment = database.environment(key.environment);
            if (!environment)
                return passOn(environment);
            return database.quickTransaction<Done>([&]() -> Outcome<Done> {
                const auto own =
                    database.run(u"INSERT INTO own_secrets SELECT ? WHERE EXISTS (SELECT 1 FROM "
                                 "earlier_ids) ON CONFLICT DO NOTHING"_s,
                        {key.text()});
                if (!own)
                    return passOn(own);
                return noteSecret(database, *environment, key.text(), program);
            });
        });
}

Task<Outcome<std::optional<Secret>>> StoredSecrets::adoptable(VaultKey key, Secret earlier)
{
    using Adopted = std::optional<Secret>;
    return m_thread.run<Adopted>([key = std::move(key), earlier = std::move(earlier)](
                                     Database& database) -> Outcome<Adopted> {
        const auto own =
            database.number(u"SELECT count(*) FROM own_secrets WHERE name = ?"_s, {key.text()});
        if (!own)
            return passOn(own);
        if (*own > 0)
            return Adopted();
        if (key.purpose == VaultKey::Purpose::Customer)
            return placed<CustomerCredentials>(database, key, earlier);
        return placed<MasterCredentials>(database, key, earlier);
    });
}

Task<Outcome<QList<VaultKey>>> StoredSecrets::ownKeysOf(QString environment)
{
    return m_thread.run<QList<VaultKey>>([environment = std::move(environment)](
                                             Database& database) -> Outcome<QList<VaultKey>> {
        const auto names = database.list<QString>(u"SELECT name FROM own_secrets"_s, {}, readText);
        if (!names)
            return passOn(names);
        QList<VaultKey> keys;
        for (const VaultKey& key :
            {VaultKey::master(environment), VaultKey::previousMaster(environment)})
            if (names->contains(key.text()))
                keys.append(key);
        const QString customers = VaultKey::customer(environment, {}).text();
        for (const QString& name : *names)
            if (name.startsWith(customers))
                keys.append(
                    VaultKey::customer(environment, IntegrationId(name.mid(customers.size()))));
        return keys;
    });
}

bool isKeychainId(const QString& text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

Task<Outcome<Done>> StoredSecrets::useKeychain(QString keychain)
{
    return m_thread.run<Done>([keychain = std::move(keychain)](Database& database) {
        database.useKeychain(keychain);
        return Outcome<Done>(Done{});
    });
}

Task<Outcome<Done>> StoredSecrets::noteCredentials(
    QString keychain, VaultKey customer, bool areThere)
{
    return m_thread.run<Done>([keychain = std::move(keychain), key = std::move(customer), areThere](
                                  Database& database) -> Outcome<Done> {
        const auto ordinal = database.environment(key.environment);
        if (!ordinal)
            return passOn(ordinal);
        const auto row =
            database.number(u"SELECT number FROM integrations WHERE environment = ? AND id = ?"_s,
                {*ordinal, textValue(key.id)});
        if (!row)
            return passOn(row);
        if (*row == 0) // a former integration, or one that is about to be recorded
            return Done{};
        const auto missing = database.number(
            u"SELECT count(*) FROM missing_credentials WHERE keychain = ? AND number = ?"_s,
            {keychain, *row});
        if (!missing)
            return passOn(missing);
        // If the keychain was searched up to the row before, it is now searched up to this one.
        const auto upTo = searched(database, keychain, *ordinal);
        if (!upTo)
            return passOn(upTo);
        const auto between = database.number(u"SELECT EXISTS (SELECT 1 FROM integrations WHERE "
                                             "number > ? AND number < ?)"_s,
            {*upTo, *row});
        if (!between)
            return passOn(between);
        const bool isNext = *upTo < *row && *between == 0;
        const bool isKnown = (*missing == 0) == areThere;
        if (isKnown && !isNext)
            return Done{};
        return database.quickTransaction<Done>([&]() -> Outcome<Done> {
            const QString change = areThere
                ? u"DELETE FROM missing_credentials WHERE keychain = ? AND number = ?"_s
                : u"INSERT OR IGNORE INTO missing_credentials (keychain, number) VALUES (?, ?)"_s;
            const auto noted = database.run(change, {keychain, *row});
            if (!noted)
                return passOn(noted);
            return isNext ? putSearched(database, keychain, *ordinal, *row) : Outcome<Done>(Done{});
        });
    });
}

Task<Outcome<qint64>> StoredSecrets::newestRow(QString environment)
{
    return m_thread.runIn<qint64>(
        std::move(environment), [](Database& database, qint64 ordinal) -> Outcome<qint64> {
            // The rows of an environment have the numbers of one range.
            return database.number(
                u"SELECT coalesce(max(number), (? << 40) - 1) FROM integrations WHERE "
                "number >= ? << 40 AND number < (? + 1) << 40"_s,
                {ordinal, ordinal, ordinal});
        });
}

Task<Outcome<qint64>> StoredSecrets::searchedUpTo(QString keychain, QString environment)
{
    return m_thread.runIn<qint64>(std::move(environment),
        [keychain = std::move(keychain)](Database& database, qint64 ordinal) -> Outcome<qint64> {
            return searched(database, keychain, ordinal);
        });
}

Task<Outcome<QString>> StoredSecrets::searchedKey(QString keychain, QString environment)
{
    return m_thread.runIn<QString>(std::move(environment),
        [keychain = std::move(keychain)](Database& database, qint64 ordinal) -> Outcome<QString> {
            const auto upTo = searched(database, keychain, ordinal);
            if (!upTo)
                return passOn(upTo);
            return *upTo < ordinal << 40 ? QString() : QString::number(*upTo);
        });
}

Task<Outcome<Done>> StoredSecrets::noteSearched(QString keychain, QString environment, qint64 upTo)
{
    return m_thread.runIn<Done>(std::move(environment),
        [keychain = std::move(keychain), upTo](Database& database, qint64 ordinal)
            -> Outcome<Done> { return putSearched(database, keychain, ordinal, upTo); });
}

Task<Outcome<QList<VaultKey>>> StoredSecrets::keysOf(QString environment)
{
    return m_thread.run<QList<VaultKey>>(
        [environment = std::move(environment)](
            Database& database) { return keysIn(database, environment); });
}

} // namespace jetbridge::storage
