// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/Database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTemporaryFile>

#include <atomic>

using namespace Qt::StringLiterals;

namespace jetbridge::sql {

namespace {

constexpr int busyTimeoutMs = 10'000;
constexpr std::size_t mostStatements = 200; ///< Limit of the cache, because searches create
                                            ///< statements of their own.
/// Size in bytes. A search for one letter among 100,000 customers (42 MB) finds rows on pages all
/// over the file. With a memory map they need not be copied one by one through a cache that is too
/// small for them. A disk error then ends the program instead of the query; committed data is not
/// affected.
constexpr auto mapTheFile = "PRAGMA mmap_size = 268435456";
/// Data of the data folder is stored nowhere else, and no temporary file is created for each
/// transaction.
constexpr auto keepTemporary = "PRAGMA temp_store = MEMORY";
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Failure> unavailable(const QString& detail, const char* code = "")
{
    return failed(FailureKind::StorageUnavailable, detail, 0, QLatin1String(code));
}

QString uniqueConnectionName()
{
    static std::atomic<int> count = 0;
    return u"jetbridge-%1"_s.arg(++count);
}

Outcome<QString> firstText(const QSqlQuery& row)
{
    return row.value(0).toString();
}

} // namespace

Database::Database(QString path, Kind kind)
    : m_path(std::move(path))
    , m_kind(std::move(kind))
    , m_connection(uniqueConnectionName())
{
}

Database::~Database()
{
    // The connection closes with its last query, and the write-ahead log is merged into the file.
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

Outcome<std::unique_ptr<Database>> Database::open(const QString& path, Kind kind)
{
    std::unique_ptr<Database> database(new Database(path, std::move(kind)));
    if (const auto prepared = database->prepare(); !prepared)
        return passOn(prepared);
    return database;
}

Outcome<Done> Database::prepare()
{
    Outcome<Done> prepared = prepareFile();
    if (prepared)
        prepared = connect();
    if (prepared)
        prepared = migrate();
    return prepared;
}

Outcome<Done> Database::prepareFile()
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isFile())
        return unavailable(u"\"%1\" is not a file: move it away."_s.arg(m_path));
    // An existing file is not opened here: closing it again would drop SQLite's locks in this
    // process.
    if (info.exists()) {
        QFile::setPermissions(m_path, ownerOnly);
        return Done{};
    }
    QFile file(m_path);
    if (file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownerOnly))
        return Done{};
    return unavailable(
        u"\"%1\" cannot be created (%2): change the permissions of its folder, or choose another %3."_s
            .arg(m_path, file.errorString(), m_kind.place));
}

Outcome<Done> Database::connect()
{
    auto sqlite = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (!sqlite.isValid())
        return unavailable(
            u"Qt's SQLite driver is missing: install it (Debian: libqt6sql6-sqlite)."_s);
    sqlite.setDatabaseName(m_path);
    sqlite.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs));
    if (!sqlite.open())
        return tl::unexpected<Failure>(failure(sqlite.lastError()));
    for (const auto* pragma :
        {waitForTheDisk, "PRAGMA foreign_keys = ON", mapTheFile, keepTemporary})
        if (const auto set = run(QString::fromLatin1(pragma)); !set)
            return passOn(set);
    return Done{};
}

Outcome<Done> Database::migrate()
{
    const QString& folder = m_kind.migrations;
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const int newest = files.isEmpty() ? 0 : files.constLast().left(4).toInt();

    const auto version = number(u"PRAGMA user_version"_s);
    const auto tables = number(u"SELECT count(*) FROM sqlite_master"_s);
    const auto owner = number(u"PRAGMA application_id"_s);
    for (const auto* read : {&version, &tables, &owner})
        if (!*read)
            return passOn(*read);
    if (*tables > 0 && *owner != m_kind.applicationId)
        return unavailable(
            u"\"%1\" belongs to another program: choose another %2."_s.arg(m_path, m_kind.place),
            "foreign_database");
    if (*version > newest)
        return unavailable(
            u"\"%1\" was written by a newer Jetbridge (schema %2; this version supports %3): "
            "use that version, or another %4."_s.arg(m_path)
                .arg(*version)
                .arg(newest)
                .arg(m_kind.place),
            "newer_format");
    // Only now, because it changes the file, which is known to be ours. On a file system that
    // cannot share memory, SQLite keeps its rollback journal, which is as durable.
    if (m_kind.hasWriteAheadLog) {
        const auto mode = list<QString>(u"PRAGMA journal_mode = WAL"_s, {}, firstText);
        if (!mode)
            return passOn(mode);
        m_hasWriteAheadLog = mode->value(0) == "wal"_L1;
    } else if (const auto set = run(u"PRAGMA synchronous = EXTRA"_s); !set) {
        return passOn(set); // The removal of the journal must be synced too.
    }
    // This detects now, and not in the middle of an onboarding, that the file cannot be written.
    if (*version == newest)
        return transaction<Done>([] { return Outcome<Done>(Done{}); });

    if (*version > 0)
        if (const auto kept = backUp(int(*version)); !kept)
            return passOn(kept);
    for (const QString& file : files) {
        const int to = file.left(4).toInt();
        if (to <= *version)
            continue;
        if (const auto applied = applyMigration(to, QDir(folder).filePath(file)); !applied)
            return passOn(applied);
    }
    return Done{};
}

Outcome<Done> Database::applyMigration(int version, const QString& file)
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly))
        return unavailable(u"The migration \"%1\" cannot be read."_s.arg(file));
    const QStringList statements =
        QString::fromUtf8(script.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts);
    const auto applied = transaction<Done>([&]() -> Outcome<Done> {
        for (const QString& statement : statements)
            if (const auto done = run(statement); !done)
                return passOn(done);
        if (const auto marked = run(u"PRAGMA user_version = %1"_s.arg(version)); !marked)
            return passOn(marked);
        if (const auto marked = run(u"PRAGMA application_id = %1"_s.arg(m_kind.applicationId));
            !marked)
            return passOn(marked);
        return Done{};
    });
    if (applied)
        return applied;
    return unavailable(
        u"\"%1\" could not be migrated to schema %2 and is unchanged: %3"_s.arg(m_path)
            .arg(version)
            .arg(applied.error().detail));
}

Outcome<Done> Database::backUp(int version)
{
    const QString target = u"%1.backup-v%2"_s.arg(m_path).arg(version);
    // The copy is written under another name first, so that a file with the final name is always
    // complete. QTemporaryFile creates it with 0600.
    QTemporaryFile copy(target + u".XXXXXX"_s);
    if (!copy.open())
        return unavailable(u"No backup can be made beside \"%1\" before upgrading it (%2)."_s.arg(
            m_path, copy.errorString()));
    copy.close();
    if (const auto copied = run(u"VACUUM INTO ?"_s, {copy.fileName()}); !copied)
        return passOn(copied);
    QFile::remove(target);
    if (!copy.rename(target))
        return unavailable(
            u"The backup \"%1\" cannot be made (%2)."_s.arg(target, copy.errorString()));
    copy.setAutoRemove(false);
    return Done{};
}

Outcome<QSqlQuery*> Database::execute(const QString& sql, const QVariantList& values)
{
    // Preparing an insert with its triggers takes longer than running it. A pragma is prepared each
    // time, because some act while they are prepared.
    const bool isPragma = sql.startsWith("PRAGMA"_L1);
    const auto kept = isPragma ? m_statements.end() : m_statements.find(sql);
    if (kept == m_statements.end()) {
        QSqlQuery fresh(QSqlDatabase::database(m_connection, false));
        fresh.setForwardOnly(true);
        if (!fresh.prepare(sql))
            return tl::unexpected<Failure>(failure(fresh.lastError()));
        if (m_statements.size() >= mostStatements)
            m_statements.clear();
        m_statements.insert_or_assign(sql, std::move(fresh));
    }
    QSqlQuery& query = m_statements.find(sql)->second;
    for (int at = 0; at < values.size(); ++at)
        query.bindValue(at, values.at(at));
    if (query.exec())
        return &query;
    const Failure why = failure(query.lastError());
    query.finish();
    return tl::unexpected<Failure>(why);
}

Outcome<Database::Written> Database::run(const QString& sql, const QVariantList& values)
{
    const auto executed = execute(sql, values);
    if (!executed)
        return passOn(executed);
    ++m_statementsRun;
    QSqlQuery& query = **executed;
    const Written written{query.lastInsertId().toLongLong(), query.numRowsAffected()};
    query.finish();
    return written;
}

Outcome<qint64> Database::number(const QString& sql, const QVariantList& values)
{
    const auto found = first<qint64>(sql, values,
        [](const QSqlQuery& row) { return Outcome<qint64>(row.value(0).toLongLong()); });
    if (!found)
        return passOn(found);
    return found->value_or(0);
}

Outcome<Done> Database::command(const QString& sql)
{
    const auto executed = execute(sql, {});
    if (!executed)
        return passOn(executed);
    (*executed)->finish();
    return Done{};
}

Outcome<Done> Database::begin()
{
    // Within the transaction that they share there is nothing to do.
    return m_isTogether ? Outcome<Done>(Done{}) : command(u"BEGIN IMMEDIATE"_s);
}

Outcome<Done> Database::commit()
{
    if (m_isTogether)
        return Done{};
    const auto committed = command(u"COMMIT"_s);
    if (committed)
        return Done{};
    rollBack();
    return passOn(committed);
}

void Database::rollBack()
{
    // A savepoint for each would undo only this one, but it makes the full-text indexes write their
    // data each time; and failures are rare.
    m_isSpoiled = m_isTogether;
    if (m_isTogether)
        return;
    // SQLite may have rolled back already (disk full); then this fails and nothing is left to do.
    disregard(command(u"ROLLBACK"_s));
}

bool Database::together(const std::function<bool()>& work)
{
    // Not IMMEDIATE: if there are only reads, no lock is taken that another program would have to
    // wait for.
    if (!command(u"BEGIN"_s))
        return false;
    m_isTogether = true;
    m_isSpoiled = false;
    const bool isSound = work() && !m_isSpoiled;
    m_isTogether = false;
    if (isSound && commit())
        return true;
    if (!isSound)
        rollBack();
    return false;
}

Outcome<QString> Database::textIn(const QString& path, const QString& sql)
{
    const QString connection = uniqueConnectionName();
    const auto close = qScopeGuard([&] { QSqlDatabase::removeDatabase(connection); });
    auto sqlite = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    sqlite.setDatabaseName(path);
    sqlite.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    QSqlQuery query(sqlite);
    if (sqlite.open() && query.exec(sql) && query.next())
        return query.value(0).toString();
    const QSqlError error = sqlite.isOpen() ? query.lastError() : sqlite.lastError();
    return unavailable(u"\"%1\" cannot be read: %2."_s.arg(
        path, error.text().trimmed().isEmpty() ? u"it is empty"_s : error.text().trimmed()));
}

Outcome<Done> Database::check()
{
    const auto complaints = list<QString>(u"PRAGMA quick_check(1)"_s, {}, firstText);
    if (!complaints)
        return passOn(complaints);
    if (complaints->value(0) == "ok"_L1)
        return Done{};
    return unavailable(
        u"The %3 \"%1\" is damaged (%2): restore a backup of it, or move it away."_s.arg(
            m_path, complaints->value(0), m_kind.name),
        "damaged_database");
}

Outcome<Done> Database::endOf(const QSqlQuery& query) const
{
    if (query.lastError().type() == QSqlError::NoError)
        return Done{};
    return tl::unexpected<Failure>(failure(query.lastError()));
}

Failure Database::failure(const QSqlError& error) const
{
    const auto because = [this](const char* sentence, const char* code = "") {
        return Failure{FailureKind::StorageUnavailable, 0, QLatin1String(code),
            Message::inWords(QString::fromLatin1(sentence).arg(m_path, m_kind.name)), {}};
    };
    // The low byte of an extended result code is the primary one (https://sqlite.org/rescode.html).
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return because("Another program has locked the %2 \"%1\": close it, then try again.",
            "locked_database");
    case 8: // SQLITE_READONLY
        return because("The %2 \"%1\" cannot be written: change the permissions of the file "
                       "and its folder.");
    case 10: // SQLITE_IOERR
        return because(
            "The disk failed while the %2 \"%1\" was used: check the disk, then try again.");
    case 11: // SQLITE_CORRUPT
        return because("The %2 \"%1\" is damaged: restore a backup of it, or move it away.",
            "damaged_database");
    case 13: // SQLITE_FULL
        return because("The disk is full: make room for the %2 \"%1\", then try again.");
    case 14: // SQLITE_CANTOPEN
        return because("The %2 \"%1\" cannot be opened: check its permissions and its folder's.");
    case 19: // SQLITE_CONSTRAINT
        return {FailureKind::Conflict, 0, {}, Message::inWords(error.databaseText()), {}};
    case 26: // SQLITE_NOTADB
        return because(
            "\"%1\" is not a %2, or is damaged: restore a backup of it, or move it away.",
            "damaged_database");
    default:
        return {FailureKind::StorageUnavailable, 0, {},
            Message::inWords(
                u"The %2 \"%1\" failed: %3"_s.arg(m_path, m_kind.name, error.text().trimmed())),
            {}};
    }
}

} // namespace jetbridge::sql
