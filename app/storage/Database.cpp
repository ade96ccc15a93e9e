// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTemporaryFile>

#include <atomic>

static void initialiseMigrations()
{
    // A static library's resources are dropped by the linker unless somebody names them.
    Q_INIT_RESOURCE(migrations);
}

namespace jetbridge::storage {

namespace {

constexpr int busyTimeoutMs = 10'000;
constexpr int openTimeoutMs = 30'000;
constexpr std::size_t mostStatements = 200; ///< Searches make up their own.
constexpr int applicationId =
    0x4A455442; // "JETB": tells our databases from those of other programs.
/// In bytes. A letter searched among 100,000 customers (42 MB) finds rows on pages all over the
/// file; mapped, they need not be copied one by one through a cache that is too small for them. A
/// disk that cannot be read then ends the program instead of the question: what was committed is
/// not touched.
constexpr auto mapTheFile = "PRAGMA mmap_size = 268435456";
/// What belongs in the data folder goes nowhere else, and no file is made for each transaction.
constexpr auto keepTemporary = "PRAGMA temp_store = MEMORY";
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Failure> unavailable(const QString& detail, const char* code = "")
{
    return failed(FailureKind::StorageUnavailable, detail, 0, QLatin1String(code));
}

QString uniqueConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("jetbridge-registry-%1").arg(++count);
}

Outcome<Done> prepareFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return Done{};
    if (info.exists())
        return unavailable(
            QStringLiteral("\"%1\" is a file, not a folder: name another data folder.")
                .arg(folder));
    QDir parent(info.absolutePath());
    parent.mkpath(QStringLiteral("."));
    if (parent.mkdir(info.fileName(), ownerOnly | QFileDevice::ExeOwner)
        || QFileInfo(folder).isDir())
        return Done{};
    return unavailable(QStringLiteral(
        "The data folder \"%1\" cannot be made: make it yourself, or name another one.")
                           .arg(folder));
}

Outcome<QString> firstText(const QSqlQuery& row)
{
    return row.value(0).toString();
}

} // namespace

Failure unreadableRow(const QString& what)
{
    return {FailureKind::StorageUnavailable, 0, {},
        QStringLiteral("The registry holds something that this version cannot read (%1): restore a "
                       "backup of it, or "
                       "use the version that wrote it.")
            .arg(what),
        {}};
}

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(uniqueConnectionName())
{
}

Database::~Database()
{
    // With its last query the connection closes, and the write-ahead log is folded into the file.
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

Outcome<std::unique_ptr<Database>> Database::open(const QString& folder, const QString& migrations)
{
    initialiseMigrations();
    if (const auto made = prepareFolder(folder); !made)
        return passOn(made);
    const QDir home(folder);

    // One process at a time creates or migrates; afterwards SQLite's own locks are enough.
    QLockFile lock(home.filePath(QStringLiteral("registry.lock")));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(openTimeoutMs)) {
        if (lock.error() == QLockFile::LockFailedError)
            return unavailable(
                QStringLiteral("Another Jetbridge is preparing the registry in \"%1\" and has not "
                               "finished: wait for it, or close it.")
                    .arg(folder));
        return unavailable(QStringLiteral("The data folder \"%1\" cannot be written: make room on "
                                          "its disk, change its permissions, or name another one.")
                               .arg(folder));
    }

    std::unique_ptr<Database> database(
        new Database(home.filePath(QStringLiteral("registry.sqlite3"))));
    if (const auto prepared = database->prepareFile(); !prepared)
        return passOn(prepared);
    if (const auto connected = database->connect(); !connected)
        return passOn(connected);
    if (const auto migrated = database->migrate(migrations); !migrated)
        return passOn(migrated);
    return database;
}

Outcome<Done> Database::prepareFile()
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isFile())
        return unavailable(QStringLiteral("\"%1\" is not a file: move it away.").arg(m_path));
    // An existing file is not opened here: closing it again would drop SQLite's locks in this
    // process.
    if (info.exists()) {
        QFile::setPermissions(m_path, ownerOnly);
        return Done{};
    }
    QFile file(m_path);
    if (file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownerOnly))
        return Done{};
    return unavailable(QStringLiteral(
        "\"%1\" cannot be made (%2): change the permissions of the data folder, or name "
        "another one.")
                           .arg(m_path, file.errorString()));
}

Outcome<Done> Database::connect()
{
    auto sqlite = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!sqlite.isValid())
        return unavailable(QStringLiteral(
            "Qt's SQLite driver is missing: install it (Debian: libqt6sql6-sqlite)."));
    sqlite.setDatabaseName(m_path);
    sqlite.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    if (!sqlite.open())
        return tl::unexpected<Failure>(failure(sqlite.lastError()));
    for (const auto* pragma :
        {waitForTheDisk, "PRAGMA foreign_keys = ON", mapTheFile, keepTemporary})
        if (const auto set = run(QString::fromLatin1(pragma)); !set)
            return passOn(set);
    return Done{};
}

Outcome<Done> Database::migrate(const QString& folder)
{
    const QStringList files =
        QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    const int newest = files.isEmpty() ? 0 : files.constLast().left(4).toInt();

    const auto version = number(QStringLiteral("PRAGMA user_version"));
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    const auto owner = number(QStringLiteral("PRAGMA application_id"));
    for (const auto* read : {&version, &tables, &owner})
        if (!*read)
            return passOn(*read);
    if (*tables > 0 && *owner != applicationId)
        return unavailable(
            QStringLiteral("\"%1\" belongs to another program: name another data folder.")
                .arg(m_path));
    if (*version > newest)
        return unavailable(
            QStringLiteral(
                "\"%1\" was written by a newer Jetbridge (schema %2, this version knows %3): "
                "use that version, or another data folder.")
                .arg(m_path)
                .arg(*version)
                .arg(newest),
            "newer_format");
    // Only now, because it changes the file: it is ours. Where a file system cannot share memory
    // SQLite keeps its rollback journal, which is as durable.
    const auto mode = list<QString>(QStringLiteral("PRAGMA journal_mode = WAL"), {}, firstText);
    if (!mode)
        return passOn(mode);
    m_hasWriteAheadLog = mode->value(0) == QLatin1String("wal");
    // Finds out now, not in the middle of an onboarding, that nothing can be written.
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
        return unavailable(QStringLiteral("The migration \"%1\" cannot be read.").arg(file));
    const QStringList statements =
        QString::fromUtf8(script.readAll()).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    const auto applied = transaction<Done>([&]() -> Outcome<Done> {
        for (const QString& statement : statements)
            if (const auto done = run(statement); !done)
                return passOn(done);
        if (const auto marked = run(QStringLiteral("PRAGMA user_version = %1").arg(version));
            !marked)
            return passOn(marked);
        if (const auto marked =
                run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
            !marked)
            return passOn(marked);
        return Done{};
    });
    if (applied)
        return applied;
    return unavailable(
        QStringLiteral("\"%1\" could not be brought to schema %2 and is as it was before: %3")
            .arg(m_path)
            .arg(version)
            .arg(applied.error().detail));
}

Outcome<Done> Database::backUp(int version)
{
    const QString target = QStringLiteral("%1.backup-v%2").arg(m_path).arg(version);
    // Made under another name first: a file with the final name is always whole. QTemporaryFile
    // makes it 0600.
    QTemporaryFile copy(target + QStringLiteral(".XXXXXX"));
    if (!copy.open())
        return unavailable(
            QStringLiteral("No backup can be made beside \"%1\" before upgrading it (%2).")
                .arg(m_path, copy.errorString()));
    copy.close();
    if (const auto copied = run(QStringLiteral("VACUUM INTO ?"), {copy.fileName()}); !copied)
        return passOn(copied);
    QFile::remove(target);
    if (!copy.rename(target))
        return unavailable(QStringLiteral("The backup \"%1\" cannot be made (%2).")
                               .arg(target, copy.errorString()));
    copy.setAutoRemove(false);
    return Done{};
}

Outcome<QSqlQuery*> Database::execute(const QString& sql, const QVariantList& values)
{
    // An insert with its triggers takes longer to prepare than to run. A pragma is prepared each
    // time: some act while they are prepared.
    const bool isPragma = sql.startsWith(QLatin1String("PRAGMA"));
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

Outcome<Done> Database::begin()
{
    if (m_isTogether) // in what all of them share
        return Done{};
    const auto begun = run(QStringLiteral("BEGIN IMMEDIATE"));
    return begun ? Outcome<Done>(Done{}) : passOn(begun);
}

Outcome<Done> Database::commit()
{
    if (m_isTogether)
        return Done{};
    const auto committed = run(QStringLiteral("COMMIT"));
    if (committed)
        return Done{};
    rollBack();
    return passOn(committed);
}

void Database::rollBack()
{
    // A savepoint for each would undo this one alone, but makes the full-text indexes write
    // themselves down each time; and failing is rare.
    m_isSpoiled = m_isTogether;
    if (m_isTogether)
        return;
    // SQLite may have rolled back by itself already (disk full); then this fails and nothing is
    // left to do.
    disregard(run(QStringLiteral("ROLLBACK")));
}

bool Database::together(const std::function<bool(Database&)>& work)
{
    // Not IMMEDIATE: readers alone take no lock that another program would have to wait for.
    if (!run(QStringLiteral("BEGIN")))
        return false;
    m_isTogether = true;
    m_isSpoiled = false;
    const bool isSound = work(*this) && !m_isSpoiled;
    m_isTogether = false;
    if (isSound && commit())
        return true;
    if (!isSound)
        rollBack();
    m_environments.clear(); // some of them may have been given in what is undone now
    return false;
}

Outcome<qint64> Database::environment(const QString& name)
{
    if (const auto known = m_environments.constFind(name); known != m_environments.cend())
        return *known;
    if (const auto noted =
            run(QStringLiteral("INSERT INTO environments (name) VALUES (?) ON CONFLICT DO NOTHING"),
                {textValue(name)});
        !noted)
        return passOn(noted);
    const auto ordinal = number(
        QStringLiteral("SELECT ordinal FROM environments WHERE name = ?"), {textValue(name)});
    // Remembered for good, so this must not be asked for inside a transaction that may roll back.
    if (ordinal)
        m_environments.insert(name, *ordinal);
    return ordinal;
}

Outcome<Done> Database::check()
{
    const auto complaints = list<QString>(QStringLiteral("PRAGMA quick_check(1)"), {}, firstText);
    if (!complaints)
        return passOn(complaints);
    if (complaints->value(0) == QLatin1String("ok"))
        return Done{};
    return unavailable(QStringLiteral(
        "The registry \"%1\" is damaged (%2): restore a backup of it, or move it away.")
                           .arg(m_path, complaints->value(0)));
}

Outcome<Done> Database::endOf(const QSqlQuery& query) const
{
    if (query.lastError().type() == QSqlError::NoError)
        return Done{};
    return tl::unexpected<Failure>(failure(query.lastError()));
}

Failure Database::failure(const QSqlError& error) const
{
    const auto because = [this](const char* sentence) {
        return Failure{
            FailureKind::StorageUnavailable, 0, {}, QString::fromLatin1(sentence).arg(m_path), {}};
    };
    // The low byte of an extended result code is the primary one (https://sqlite.org/rescode.html).
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return because(
            "Another program keeps the registry \"%1\" locked: close it, then try again.");
    case 8: // SQLITE_READONLY
        return because("The registry \"%1\" cannot be written: change the permissions of the file "
                       "and its folder.");
    case 10: // SQLITE_IOERR
        return because(
            "The disk failed while the registry \"%1\" was used: check the disk, then try again.");
    case 11: // SQLITE_CORRUPT
        return because("The registry \"%1\" is damaged: restore a backup of it, or move it away.");
    case 13: // SQLITE_FULL
        return because(
            "The disk is full, so the registry \"%1\" cannot grow: make room, then try again.");
    case 14: // SQLITE_CANTOPEN
        return because(
            "The registry \"%1\" cannot be opened: check its permissions and its folder's.");
    case 19: // SQLITE_CONSTRAINT
        return {FailureKind::Conflict, 0, {}, error.databaseText(), {}};
    case 26: // SQLITE_NOTADB
        return because(
            "\"%1\" is no registry, or is damaged: restore a backup of it, or move it away.");
    default:
        return {FailureKind::StorageUnavailable, 0, {},
            QStringLiteral("The registry \"%1\" failed: %2").arg(m_path, error.text().trimmed()),
            {}};
    }
}

} // namespace jetbridge::storage
