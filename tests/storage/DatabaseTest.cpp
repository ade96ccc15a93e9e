// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace jetbridge;
using namespace jetbridge::storage;

/// Opening and migrating, with migrations made for this test.
class DatabaseTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString data() const { return m_home->filePath(QStringLiteral("data")); }
    QString migrations() const { return m_home->filePath(QStringLiteral("migrations")); }

    void addMigration(const QString& name, const QByteArray& sql)
    {
        QFile file(migrations() + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(sql), sql.size());
    }
    static QStringList notes(Database& database)
    {
        const auto found =
            database.list<QString>(QStringLiteral("SELECT text FROM notes ORDER BY text"), {},
                [](const QSqlQuery& row) { return Outcome<QString>(row.value(0).toString()); });
        return found.value_or(QStringList{QStringLiteral("cannot be read")});
    }
    static qint64 versionOf(Database& database)
    {
        return database.number(QStringLiteral("PRAGMA user_version")).value_or(-1);
    }
    /// Returns the files, except the lock file that all programs share.
    QStringList files() const
    {
        QStringList names = QDir(data()).entryList(QDir::Files, QDir::Name);
        names.removeAll(QStringLiteral("runs.lock"));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(migrations()));
        addMigration(QStringLiteral("0001-notes.sql"),
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
        QCOMPARE(text("PRAGMA journal_mode"), QStringLiteral("wal"));
        QCOMPARE(text("PRAGMA synchronous"), QStringLiteral("2")); // FULL
        QCOMPARE(text("PRAGMA foreign_keys"), QStringLiteral("1"));
        QCOMPARE(text("PRAGMA temp_store"), QStringLiteral("2")); // no file outside the data folder
        QVERIFY(text("PRAGMA busy_timeout").toInt() >= 1000);
    }

    void aNewDatabaseNeedsNoBackup()
    {
        {
            const auto database = Database::open(data(), migrations());
            VERIFY_DONE(database);
            QCOMPARE(versionOf(**database), 1);
            QCOMPARE(notes(**database), QStringList{QStringLiteral("one;\ntwo")});
        }
        QCOMPARE(files(), QStringList{QStringLiteral("registry.sqlite3")});
    }

    void anOldDatabaseIsCopiedBeforeItIsMigrated()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        addMigration(QStringLiteral("0002-more.sql"), "INSERT INTO notes VALUES ('second')");
        addMigration(QStringLiteral("0003-yet-more.sql"), "INSERT INTO notes VALUES ('third')");
        {
            const auto database = Database::open(data(), migrations());
            VERIFY_DONE(database);
            QCOMPARE(versionOf(**database), 3);
            QCOMPARE(notes(**database).size(), 3);
        }
        const QString backup = data() + QStringLiteral("/registry.sqlite3.backup-v1");
        QCOMPARE(files(),
            QStringList({QStringLiteral("registry.sqlite3"),
                QStringLiteral("registry.sqlite3.backup-v1")}));
        QCOMPARE(
            QFileInfo(backup).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());

        // The copy, put in the registry's place, has its old content and is migrated again.
        QVERIFY(QFile::remove(data() + QStringLiteral("/registry.sqlite3")));
        QVERIFY(QFile::copy(backup, data() + QStringLiteral("/registry.sqlite3")));
        QVERIFY(QFile::remove(migrations() + QStringLiteral("/0003-yet-more.sql")));
        const auto restored = Database::open(data(), migrations());
        VERIFY_DONE(restored);
        QCOMPARE(versionOf(**restored), 2);
        QCOMPARE(notes(**restored).size(), 2);
    }

    void aMigrationThatFailsChangesNothingAndCanBeRepeated()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        addMigration(QStringLiteral("0002-broken.sql"),
            "INSERT INTO notes VALUES ('half');\n\nINSERT INTO nowhere VALUES ('x')");
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto broken = Database::open(data(), migrations());
            COMPARE_FAILURE(broken, FailureKind::StorageUnavailable);
            QVERIFY2(broken.error().detail.english().contains(
                         QLatin1String("could not be brought to schema 2")),
                qPrintable(broken.error().detail));
        }
        QVERIFY(QFile::remove(migrations() + QStringLiteral("/0002-broken.sql")));
        addMigration(QStringLiteral("0002-mended.sql"), "INSERT INTO notes VALUES ('whole')");
        const auto mended = Database::open(data(), migrations());
        VERIFY_DONE(mended);
        QCOMPARE(
            notes(**mended), QStringList({QStringLiteral("one;\ntwo"), QStringLiteral("whole")}));
    }

    void anUpToDateDatabaseIsNotCopied()
    {
        VERIFY_DONE(Database::open(data(), migrations()));
        VERIFY_DONE(Database::open(data(), migrations()));
        QCOMPARE(files(), QStringList{QStringLiteral("registry.sqlite3")});
    }

    void aTransactionIsAllOrNothing()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        Database& database = **opened;
        const auto outcome = database.transaction<Done>([&]() -> Outcome<Done> {
            if (const auto added =
                    database.run(QStringLiteral("INSERT INTO notes VALUES ('gone')"));
                !added)
                return passOn(added);
            return failed(FailureKind::Conflict, QStringLiteral("changed my mind"));
        });
        COMPARE_FAILURE(outcome, FailureKind::Conflict);
        QCOMPARE(notes(database).size(), 1);
        VERIFY_DONE(database.transaction<Done>([&]() -> Outcome<Done> {
            const auto added = database.run(QStringLiteral("INSERT INTO notes VALUES ('kept')"));
            return added ? Outcome<Done>(Done{}) : passOn(added);
        }));
        QCOMPARE(notes(database).size(), 2);
    }

    /// Statements stay prepared, and nothing of one use may remain in the next.
    void aStatementIsAsGoodTheSecondTime()
    {
        addMigration(QStringLiteral("0002-names.sql"),
            "CREATE TABLE names (name TEXT PRIMARY KEY, remark TEXT);\n");
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        Database& database = **opened;
        const QString add = QStringLiteral("INSERT INTO names VALUES (?, ?)");
        const auto first = database.run(add, {QStringLiteral("a"), QStringLiteral("remark")});
        VERIFY_DONE(first);
        COMPARE_FAILURE(database.run(add, {QStringLiteral("a"), {}}), FailureKind::Conflict);
        const auto second = database.run(add, {QStringLiteral("b"), QVariant()});
        VERIFY_DONE(second);
        QCOMPARE(second->rows, 1);
        QCOMPARE(second->lastId, first->lastId + 1);
        const QString count = QStringLiteral("SELECT count(*) FROM names WHERE remark IS ?");
        QCOMPARE(database.number(count, {QStringLiteral("remark")}), Outcome<qint64>(1));
        QCOMPARE(database.number(count, {QVariant()}), Outcome<qint64>(1));

        // A query that was abandoned while reading does not block anything.
        const auto refuse = [](const QSqlQuery&) {
            return Outcome<QString>(tl::unexpected<Failure>(unreadableRow(QString())));
        };
        COMPARE_FAILURE(database.list<QString>(
                            QStringLiteral("SELECT name FROM names WHERE ?"), {true}, refuse),
            FailureKind::StorageUnavailable);
        QCOMPARE(database.number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")),
            Outcome<qint64>(0)); // 0: nothing was blocked.
        VERIFY_DONE(database.run(QStringLiteral("ALTER TABLE names ADD COLUMN more TEXT")));
        VERIFY_DONE(database.run(
            QStringLiteral("INSERT INTO names VALUES (?, ?, ?)"), {QStringLiteral("c"), {}, {}}));
        COMPARE_FAILURE(database.run(add, {QStringLiteral("d"), {}}),
            FailureKind::StorageUnavailable); // Two values for three columns now.
    }

    void moreStatementsThanAreKeptDoNoHarm()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        for (int i = 0; i < 500; ++i)
            QCOMPARE((*opened)->number(QStringLiteral("SELECT %1 + ?").arg(i), {1}),
                Outcome<qint64>(i + 1));
    }

    void whatDoesNotWaitForTheDiskIsThereForEverybodyAtOnce()
    {
        const auto writer = Database::open(data(), migrations());
        const auto reader = Database::open(data(), migrations());
        VERIFY_DONE(writer);
        VERIFY_DONE(reader);
        const auto written = (*writer)->quickTransaction<Database::Written>([&] {
            return (*writer)->run(
                QStringLiteral("INSERT INTO notes VALUES (?)"), {QStringLiteral("quick")});
        });
        VERIFY_DONE(written);
        QVERIFY(notes(**reader).contains(QStringLiteral("quick")));
        constexpr qint64 full = 2;
        QCOMPARE((*writer)->number(QStringLiteral("PRAGMA synchronous")), Outcome<qint64>(full));
        const auto failed = (*writer)->quickTransaction<Database::Written>(
            [&] { return (*writer)->run(QStringLiteral("nonsense")); });
        QVERIFY(!failed);
        QCOMPARE((*writer)->number(QStringLiteral("PRAGMA synchronous")), Outcome<qint64>(full));
    }

    void whatIsDoneTogetherIsKeptTogetherOrNotAtAll()
    {
        const auto opened = Database::open(data(), migrations());
        VERIFY_DONE(opened);
        const auto add = [](Database& database, const QString& text, bool isKept) {
            return database.transaction<Done>([&]() -> Outcome<Done> {
                const auto added =
                    database.run(QStringLiteral("INSERT INTO notes VALUES (?)"), {text});
                if (!added)
                    return passOn(added);
                return isKept ? Outcome<Done>(Done{})
                              : failed(FailureKind::Conflict, QStringLiteral("not this one"));
            });
        };
        QVERIFY((*opened)->together([&add](Database& database) {
            return add(database, QStringLiteral("a"), true)
                && add(database, QStringLiteral("b"), true);
        }));
        const QStringList kept = notes(**opened);
        QVERIFY(kept.contains(QStringLiteral("a")) && kept.contains(QStringLiteral("b")));
        // Work that fails, or must not be kept, undoes all work in the same transaction; later work
        // is not affected.
        QVERIFY(!(*opened)->together([&add](Database& database) {
            const bool first = add(database, QStringLiteral("c"), true).has_value();
            const bool second = add(database, QStringLiteral("d"), false).has_value();
            const bool third = add(database, QStringLiteral("d"), true).has_value();
            return first && !second && third;
        }));
        QCOMPARE(notes(**opened), kept);
        QVERIFY(!(*opened)->together([&add](Database& database) {
            return !add(database, QStringLiteral("d"), true).has_value();
        }));
        QCOMPARE(notes(**opened), kept);
        VERIFY_DONE(add(**opened, QStringLiteral("e"), true));
        QCOMPARE(notes(**opened).size(), kept.size() + 1);
    }

    void anEnvironmentThatWasUndoneIsGivenAgain()
    {
        const auto opened = Database::open(data());
        VERIFY_DONE(opened);
        const QString name = QStringLiteral("staging");
        QVERIFY(!(*opened)->together(
            [&name](Database& database) { return !database.environment(name).has_value(); }));
        VERIFY_DONE((*opened)->environment(name));
        QCOMPARE((*opened)->number(
                     QStringLiteral("SELECT count(*) FROM environments WHERE name = ?"), {name}),
            Outcome<qint64>(1));
    }

    void aStatementThatIsWrongFails()
    {
        const auto database = Database::open(data(), migrations());
        VERIFY_DONE(database);
        COMPARE_FAILURE((*database)->run(QStringLiteral("SELECT * FROM nowhere")),
            FailureKind::StorageUnavailable);
        COMPARE_FAILURE(
            (*database)->run(QStringLiteral("SELECT ?, ?"), {1}), FailureKind::StorageUnavailable);
    }
};

JETBRIDGE_TEST(DatabaseTest)
#include "DatabaseTest.moc"
