// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

/// Opening and migrating, with migrations made for this test.
class DatabaseTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString data() const { return m_home->filePath(u"data"_s); }
    QString migrations() const { return m_home->filePath(u"migrations"_s); }

    void addMigration(const QString& name, const QByteArray& sql)
    {
        QFile file(migrations() + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(sql), sql.size());
    }
    static QStringList notes(Database& database)
    {
        const auto found = database.list<QString>(u"SELECT text FROM notes ORDER BY text"_s, {},
            [](const QSqlQuery& row) { return Outcome<QString>(row.value(0).toString()); });
        return found.value_or(QStringList{u"cannot be read"_s});
    }
    static qint64 versionOf(Database& database)
    {
        return database.number(u"PRAGMA user_version"_s).value_or(-1);
    }
    /// Returns the files, except the lock file that all programs share.
    QStringList files() const
    {
        QStringList names = QDir(data()).entryList(QDir::Files, QDir::Name);
        names.removeAll(u"runs.lock"_s);
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(migrations()));
        addMigration(u"0001-notes.sql"_s,
            "-- A comment; with a semicolon\nCREATE TABLE notes (text TEXT);\n\nINSERT INTO notes "
            "VALUES ('one;\ntwo');\n");
    }

    void everyMigrationOfTheProgramRunsOnAnEmptyFolder()
    {
        const auto database = Database::open(data());
        VERIFY_DONE(database);
        QCOMPARE(versionOf(**database),
            QDir(QLatin1String(builtInMigrations))
                .entryList(QDir::Files, QDir::Name)
                .constLast()
                .left(4)
                .toLongLong());
        VERIFY_DONE((*database)->check());
    }

    void commitsAreDurableAndReadersDoNotWait()
    {
        const auto database = Database::open(data());
        VERIFY_DONE(database);
        const auto text = [&](const char* pragma) {
            const auto answer = (*database)->first<QString>(QString::fromLatin1(pragma), {},
                [](const QSqlQuery& row) { return Outcome<QString>(row.value(0).toString()); });
            return answer ? answer->value_or(QString()) : QString();
        };
        QCOMPARE(text("PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(text("PRAGMA synchronous"), u"2"_s); // FULL
        QCOMPARE(text("PRAGMA foreign_keys"), u"1"_s);
        QCOMPARE(text("PRAGMA temp_store"), u"2"_s); // no file outside the data folder
        QVERIFY(text("PRAGMA busy_timeout").toInt() >= 1000);
    }

    void aNewDatabaseNeedsNoBackup()
    {
        {
            const auto database = Database::open(data(), migrations());
            VERIFY_DONE(database);
            QCOMPARE(versionOf(**database), 1);
            QCOMPARE(notes(**database), QStringList{u"one;\ntwo"_s});
        }
        QCOMPARE(files(), QStringList{u"registry.sqlite3"_s});
    }

    void anOldDatabaseIsCopiedBeforeItIsMigrated()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        addMigration(u"0002-more.sql"_s, "INSERT INTO notes VALUES ('second')");
        addMigration(u"0003-yet-more.sql"_s, "INSERT INTO notes VALUES ('third')");
        {
            const auto database = Database::open(data(), migrations());
            VERIFY_DONE(database);
            QCOMPARE(versionOf(**database), 3);
            QCOMPARE(notes(**database).size(), 3);
        }
        const QString backup = data() + u"/registry.sqlite3.backup-v1"_s;
        QCOMPARE(files(), QStringList({u"registry.sqlite3"_s, u"registry.sqlite3.backup-v1"_s}));
        QCOMPARE(
            QFileInfo(backup).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());

        // The copy, put in the registry's place, has its old content and is migrated again.
        QVERIFY(QFile::remove(data() + u"/registry.sqlite3"_s));
        QVERIFY(QFile::copy(backup, data() + u"/registry.sqlite3"_s));
        QVERIFY(QFile::remove(migrations() + u"/0003-yet-more.sql"_s));
        const auto restored = Database::open(data(), migrations());
        VERIFY_DONE(restored);
        QCOMPARE(versionOf(**restored), 2);
        QCOMPARE(notes(**restored).size(), 2);
    }

    void aMigrationThatFailsChangesNothingAndCanBeRepeated()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        addMigration(u"0002-broken.sql"_s,
            "INSERT INTO notes VALUES ('half');\n\nINSERT INTO nowhere VALUES ('x')");
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto broken = Database::open(data(), migrations());
            COMPARE_FAILURE(broken, FailureKind::StorageUnavailable);
            QVERIFY2(
                broken.error().detail.english().contains("could not be migrated to schema 2"_L1),
                qPrintable(broken.error().detail));
        }
        QVERIFY(QFile::remove(migrations() + u"/0002-broken.sql"_s));
        addMigration(u"0002-mended.sql"_s, "INSERT INTO notes VALUES ('whole')");
        const auto mended = Database::open(data(), migrations());
        VERIFY_DONE(mended);
        QCOMPARE(notes(**mended), QStringList({u"one;\ntwo"_s, u"whole"_s}));
    }

    void anUpToDateDatabaseIsNotCopied()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        VERIFY_DONE(Database::open(data(), migrations()));
        QCOMPARE(files(), QStringList{u"registry.sqlite3"_s});
    }

    void aTransactionIsAllOrNothing()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        Database& database = **opened;
        const auto outcome = database.transaction<Done>([&]() -> Outcome<Done> {
            if (const auto added = database.run(u"INSERT INTO notes VALUES ('gone')"_s); !added)
                return passOn(added);
            return failed(FailureKind::Conflict, u"changed my mind"_s);
        });
        COMPARE_FAILURE(outcome, FailureKind::Conflict);
        QCOMPARE(notes(database).size(), 1);
        VERIFY_DONE(database.transaction<Done>([&]() -> Outcome<Done> {
            const auto added = database.run(u"INSERT INTO notes VALUES ('kept')"_s);
            return added ? Outcome<Done>(Done{}) : passOn(added);
        }));
        QCOMPARE(notes(database).size(), 2);
    }

    /// Statements stay prepared, and nothing of one use may remain in the next.
    void aStatementIsAsGoodTheSecondTime()
    {
        addMigration(
            u"0002-names.sql"_s, "CREATE TABLE names (name TEXT PRIMARY KEY, remark TEXT);\n");
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        Database& database = **opened;
        const QString add = u"INSERT INTO names VALUES (?, ?)"_s;
        const auto first = database.run(add, {u"a"_s, u"remark"_s});
        VERIFY_DONE(first);
        COMPARE_FAILURE(database.run(add, {u"a"_s, {}}), FailureKind::Conflict);
        const auto second = database.run(add, {u"b"_s, QVariant()});
        VERIFY_DONE(second);
        QCOMPARE(second->rows, 1);
        QCOMPARE(second->lastId, first->lastId + 1);
        const QString count = u"SELECT count(*) FROM names WHERE remark IS ?"_s;
        QCOMPARE(database.number(count, {u"remark"_s}), Outcome<qint64>(1));
        QCOMPARE(database.number(count, {QVariant()}), Outcome<qint64>(1));

        // A query that was abandoned while reading does not block anything.
        const auto refuse = [](const QSqlQuery&) {
            return Outcome<QString>(tl::unexpected<Failure>(unreadableRow(QString())));
        };
        COMPARE_FAILURE(database.list<QString>(u"SELECT name FROM names WHERE ?"_s, {true}, refuse),
            FailureKind::StorageUnavailable);
        QCOMPARE(database.number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s),
            Outcome<qint64>(0)); // 0: nothing was blocked.
        VERIFY_DONE(database.run(u"ALTER TABLE names ADD COLUMN more TEXT"_s));
        VERIFY_DONE(database.run(u"INSERT INTO names VALUES (?, ?, ?)"_s, {u"c"_s, {}, {}}));
        COMPARE_FAILURE(database.run(add, {u"d"_s, {}}),
            FailureKind::StorageUnavailable); // Two values for three columns now.
    }

    void moreStatementsThanAreKeptDoNoHarm()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        for (int i = 0; i < 500; ++i)
            QCOMPARE((*opened)->number(u"SELECT %1 + ?"_s.arg(i), {1}), Outcome<qint64>(i + 1));
    }

    void whatDoesNotWaitForTheDiskIsThereForEverybodyAtOnce()
    {
        const auto writer = Database::open(data(), migrations());
        const auto reader = Database::open(data(), migrations());
        VERIFY_DONE(writer);
        VERIFY_DONE(reader);
        const auto written = (*writer)->quickTransaction<Database::Written>(
            [&] { return (*writer)->run(u"INSERT INTO notes VALUES (?)"_s, {u"quick"_s}); });
        VERIFY_DONE(written);
        QVERIFY(notes(**reader).contains(u"quick"_s));
        constexpr qint64 full = 2;
        QCOMPARE((*writer)->number(u"PRAGMA synchronous"_s), Outcome<qint64>(full));
        const auto failed = (*writer)->quickTransaction<Database::Written>(
            [&] { return (*writer)->run(u"nonsense"_s); });
        QVERIFY(!failed);
        QCOMPARE((*writer)->number(u"PRAGMA synchronous"_s), Outcome<qint64>(full));
    }

    void whatIsDoneTogetherIsKeptTogetherOrNotAtAll()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        const auto add = [](Database& database, const QString& text, bool isKept) {
            return database.transaction<Done>([&]() -> Outcome<Done> {
                const auto added = database.run(u"INSERT INTO notes VALUES (?)"_s, {text});
                if (!added)
                    return passOn(added);
                return isKept ? Outcome<Done>(Done{})
                              : failed(FailureKind::Conflict, u"not this one"_s);
            });
        };
        QVERIFY((*opened)->together([&add](Database& database) {
            return add(database, u"a"_s, true) && add(database, u"b"_s, true);
        }));
        const QStringList kept = notes(**opened);
        QVERIFY(kept.contains(u"a"_s) && kept.contains(u"b"_s));
        // Work that fails, or must not be kept, undoes all work in the same transaction; later work
        // is not affected.
        QVERIFY(!(*opened)->together([&add](Database& database) {
            const bool first = add(database, u"c"_s, true).has_value();
            const bool second = add(database, u"d"_s, false).has_value();
            const bool third = add(database, u"d"_s, true).has_value();
            return first && !second && third;
        }));
        QCOMPARE(notes(**opened), kept);
        QVERIFY(!(*opened)->together(
            [&add](Database& database) { return !add(database, u"d"_s, true).has_value(); }));
        QCOMPARE(notes(**opened), kept);
        VERIFY_DONE(add(**opened, u"e"_s, true));
        QCOMPARE(notes(**opened).size(), kept.size() + 1);
    }

    void anEnvironmentThatWasUndoneIsGivenAgain()
    {
        const auto opened = Database::open(data());
        VERIFY_DONE(opened);
        const QString name = u"staging"_s;
        QVERIFY(!(*opened)->together(
            [&name](Database& database) { return !database.environment(name).has_value(); }));
        VERIFY_DONE((*opened)->environment(name));
        QCOMPARE((*opened)->number(u"SELECT count(*) FROM environments WHERE name = ?"_s, {name}),
            Outcome<qint64>(1));
    }

    void aStatementThatIsWrongFails()
    {
        const auto database = Database::open(data(), migrations());
        VERIFY_DONE(database);
        COMPARE_FAILURE(
            (*database)->run(u"SELECT * FROM nowhere"_s), FailureKind::StorageUnavailable);
        COMPARE_FAILURE((*database)->run(u"SELECT ?, ?"_s, {1}), FailureKind::StorageUnavailable);
    }
};

JETBRIDGE_TEST(DatabaseTest)
#include "DatabaseTest.moc"
