// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredSecretHashes.h"

#include "storage/ChangeReader.h"
#include "storage/RegistryThread.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

using Numbered = std::pair<qint64, SecretHash>;

Outcome<Numbered> readHash(const QSqlQuery& row)
{
    SecretHash hash;
    hash.beginning = row.value(1).toUInt();
    hash.size = row.value(2).toInt();
    hash.mac = row.value(3).toByteArray();
    return Numbered(row.value(0).toLongLong(), hash);
}

Outcome<StoredSecretHashes::Key> readKey(const QSqlQuery& row)
{
    return StoredSecretHashes::Key{row.value(0).toString(), row.value(1).toByteArray()};
}

} // namespace

StoredSecretHashes::StoredSecretHashes(RegistryThread& thread)
    : m_thread(thread)
{
}

Task<Outcome<StoredSecretHashes::Key>> StoredSecretHashes::key()
{
    return m_thread.run<Key>([](Database& database) -> Outcome<Key> {
        const auto found =
            database.first<Key>(u"SELECT item, key_id FROM secret_key"_s, {}, readKey);
        if (!found)
            return passOn(found);
        if (!found->has_value())
            return tl::unexpected<Failure>(unreadableRow(u"secret_key"_s));
        return **found;
    });
}

Task<Outcome<bool>> StoredSecretHashes::replaceKey(QByteArray earlier, QByteArray id)
{
    return m_thread.run<bool>([earlier, id](Database& database) -> Outcome<bool> {
        const auto replaced =
            database.run(u"UPDATE secret_key SET key_id = ? WHERE coalesce(key_id, x'') = ?"_s,
                {id, QByteArray("") + earlier});
        if (!replaced)
            return passOn(replaced);
        return replaced->rows == 1;
    });
}

Task<Outcome<Done>> StoredSecretHashes::add(QByteArray keyId, QList<SecretHash> hashes)
{
    return m_thread.run<Done>(
        [keyId, hashes, program = m_thread.program()](Database& database) -> Outcome<Done> {
            return database.quickTransaction<Done>([&]() -> Outcome<Done> {
                int count = 0;
                for (const SecretHash& hash : hashes) {
                    const auto added = database.run(
                        u"INSERT OR IGNORE INTO secret_hashes (key_id, mac, beginning, "
                        "size) VALUES (?, ?, ?, ?)"_s,
                        {keyId, hash.mac, hash.beginning, hash.size});
                    if (!added)
                        return passOn(added);
                    count += added->rows;
                }
                return count > 0 ? noteSecretHashes(database, program) : Outcome<Done>(Done{});
            });
        });
}

Task<Outcome<StoredSecretHashes::Hashes>> StoredSecretHashes::newerThan(
    qint64 number, QByteArray keyId)
{
    return m_thread.run<Hashes>([number, keyId](Database& database) -> Outcome<Hashes> {
        const auto rows = database.list<Numbered>(
            u"SELECT number, beginning, size, mac FROM secret_hashes WHERE number > "
            "? AND key_id = ? ORDER BY number"_s,
            {number, keyId}, readHash);
        if (!rows)
            return passOn(rows);
        Hashes newer{{}, number};
        for (const Numbered& row : *rows) {
            newer.hashes.append(row.second);
            newer.last = row.first;
        }
        return newer;
    });
}

} // namespace jetbridge::storage
