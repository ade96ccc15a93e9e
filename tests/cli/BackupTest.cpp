// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "storage/PrivateKeyring.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

using jetbridge::PrivateKeyring;

namespace {

constexpr char passphrase[] = "correct horse battery staple";

QByteArray line(const char* text)
{
    return QByteArray(text) + '\n';
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A computer with a data folder, a home and a keyring of its own.
class Computer {
public:
    Program program;
    PrivateKeyring keyring;

    QString start(PrivateKeyring::Kind kind)
    {
        const QString problem = keyring.start(kind);
        QProcessEnvironment environment = keyring.environment();
        environment.insert(u"ASAN_OPTIONS"_s, program.environment.value(u"ASAN_OPTIONS"_s));
        environment.insert(u"GNUPGHOME"_s, m_gpg.path());
        program.environment = environment;
        return problem;
    }
    /// Runs a command that is killed at a point (tests/support/killpoint). False: it ended by
    /// itself.
    bool killAt(const char* point, const QStringList& arguments, const QByteArray& input)
    {
        QProcess process;
        program.environment.insert(u"JETBRIDGE_KILL_POINT"_s, QLatin1String(point));
        program.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JETBRIDGE_KILLPOINT));
        program.start(process, arguments);
        program.environment.remove(u"JETBRIDGE_KILL_POINT"_s);
        program.environment.remove(u"LD_PRELOAD"_s);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::CrashExit
            && process.exitCode() == SIGKILL;
    }
    QByteArray gpg(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(program.environment);
        process.start(u"gpg"_s, QStringList{u"--batch"_s} + arguments);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished(60'000) && process.exitCode() == 0
            ? process.readAllStandardOutput()
            : QByteArray();
    }
    ~Computer()
    {
        QProcess::execute(u"gpgconf"_s, {u"--homedir"_s, m_gpg.path(), u"--kill"_s, u"all"_s});
    }

private:
    QTemporaryDir m_gpg{u"/tmp/gpgXXXXXX"_s};
};

const QStringList list{u"--json"_s, u"integrations"_s, u"list"_s};

} // namespace

/// Tests that one encrypted file is enough to continue on another computer.
class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherComputerGoesOnWithEverySecret();
    void aBackupForAKeyIsOpenedByItAlone();
    void aBackupIsMadeBesideServeAndARestoreIsNot();
    void whatWasThereIsKeptAside();
    void whatCannotBeABackupIsRefused_data();
    void whatCannotBeABackupIsRefused();
    void whatCannotBeRestoredChangesNothing_data();
    void whatCannotBeRestoredChangesNothing();
    void aLockedKeychainIsSaidBeforeAnythingIsTouched();
    void aFullDiskLeavesNothing();
    void aKilledBackupLeavesNothingThatLooksWhole_data();
    void aKilledBackupLeavesNothingThatLooksWhole();
    void aKilledRestoreGoesOnWhereItWas_data();
    void aKilledRestoreGoesOnWhereItWas();
    void aKilledRestoreIsNotTakenForAnEmptyFolder_data();
    void aKilledRestoreIsNotTakenForAnEmptyFolder();

private:
    Program::Run backUp(const QString& file, const QStringList& options = {}) const
    {
        return m_office.program.run(
            QStringList{u"--json"_s, u"backup"_s, file} + options, line(passphrase));
    }
    static Program::Run restore(const Computer& computer, const QString& file,
        const QStringList& options = {}, const char* phrase = passphrase)
    {
        return computer.program.run(
            QStringList{u"--json"_s, u"restore"_s, file} + options, line(phrase));
    }
    /// Compares another computer: it must show the same customers and have the same secrets.
    void compareWithOffice(const Computer& computer) const;
    QString in(const char* name) const { return m_files.filePath(QLatin1String(name)); }
    /// Returns a backup that every test may read.
    QString backup() const { return in("office.backup"); }

    QTemporaryDir m_files;
    Computer m_office;
    Simulated m_simulated;
    QStringList m_integrations;
    QList<QByteArray> m_secrets;
    QJsonArray m_signingKeys;
};

void BackupTest::initTestCase()
{
    QCOMPARE(m_office.start(PrivateKeyring::Kind::Unlocked), QString());
    QVERIFY(m_simulated.setUp(m_office.program));
    m_secrets.append(m_simulated.masterSecret());
    for (const QString& company : {u"globex"_s, u"initech"_s}) {
        m_simulated.grantTo(company);
        const auto onboarded = m_office.program.run(
            {u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        const QString id = m_simulated.integrationOf(company);
        const auto shown =
            m_office.program.run({u"--json"_s, u"integrations"_s, u"show"_s, id, u"--reveal"_s});
        m_integrations.append(id);
        m_secrets.append(shown.json().value(u"clientSecret"_s).toString().toUtf8());
        QVERIFY(!m_secrets.constLast().isEmpty());
    }
    const auto isSigning =
        m_office.program.run({u"environment"_s, u"set"_s, u"simulator"_s, u"--access-tokens"_s,
            u"es256"_s, u"--issuer"_s, u"https://us.example"_s, u"--audience"_s, u"our-api"_s});
    QVERIFY2(isSigning.exitCode == 0, isSigning.err.constData());
    const auto rotated = m_office.program.run({u"--json"_s, u"signing-keys"_s, u"rotate"_s});
    QVERIFY2(rotated.exitCode == 0, rotated.err.constData());
    m_signingKeys = rotated.json().value(u"signingKeys"_s).toArray();
    QCOMPARE(m_signingKeys.size(), 1);
    const auto made = backUp(backup());
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(made.json().value(u"customers"_s).toInt(), 2);
    QCOMPARE(made.json().value(u"readBack"_s).toString(), u"opened"_s);
    QCOMPARE(made.json().value(u"withoutSecrets"_s).toInt(), 0);
    struct stat there = {};
    QVERIFY(::stat(backup().toUtf8().constData(), &there) == 0);
    QCOMPARE(there.st_mode & 0777U, 0600U);
    const QByteArray content = contentOf(backup());
    for (const QByteArray& secret : std::as_const(m_secrets)) {
        QVERIFY(!content.contains(secret));
        QVERIFY(!content.contains(secret.toBase64().first(12)));
        QVERIFY(!m_office.program.everythingKept().contains(secret));
    }
    QVERIFY(!content.contains("globex"));
}

void BackupTest::compareWithOffice(const Computer& computer) const
{
    const auto listed = computer.program.run(list);
    QCOMPARE(listed.json(), m_office.program.run(list).json());
    for (qsizetype i = 0; i < m_integrations.size(); ++i) {
        const auto shown = computer.program.run(
            {u"--json"_s, u"integrations"_s, u"show"_s, m_integrations.at(i), u"--reveal"_s});
        QCOMPARE(shown.json().value(u"clientSecret"_s).toString().toUtf8(), m_secrets.at(i + 1));
    }
    // The kid is a hash of the private key's public half: the list is read from the key itself.
    const auto keys = computer.program.run({u"--json"_s, u"signing-keys"_s, u"list"_s});
    QCOMPARE(keys.json().value(u"signingKeys"_s).toArray(), m_signingKeys);
}

void BackupTest::anotherComputerGoesOnWithEverySecret()
{
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    const auto restored = restore(other, backup());
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    QCOMPARE(restored.json().value(u"customers"_s).toInt(), 2);
    QVERIFY(restored.json().value(u"secrets"_s).toInt() >= 4);
    QVERIFY(restored.json().value(u"keptAside"_s).isNull());
    compareWithOffice(other);
    // The other computer has the same settings and master credentials, and can call on a customer's
    // behalf.
    const auto settings = [](const Computer& computer) {
        return computer.program.run({u"--json"_s, u"environment"_s, u"show"_s}).json();
    };
    QCOMPARE(settings(other), settings(m_office));
    const auto verified = other.program.run({u"integrations"_s, u"verify"_s, u"--all"_s});
    QVERIFY2(verified.exitCode == 0, (verified.out + verified.err).constData());
    const auto token = other.program.run({u"token"_s});
    QVERIFY2(token.exitCode == 0, token.err.constData());
    for (const QByteArray& secret : std::as_const(m_secrets))
        QVERIFY(!other.program.everythingKept().contains(secret));
    // Nothing of the restore is left over.
    for (const QString& entry : QDir(other.program.folder()).entryList(QDir::AllEntries))
        QVERIFY2(!entry.contains("restore"_L1), qPrintable(entry));
}

void BackupTest::aBackupForAKeyIsOpenedByItAlone()
{
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    other.gpg({u"--passphrase"_s, {}, u"--quick-generate-key"_s, u"Keeper <keeper@example.com>"_s,
        u"default"_s, u"default"_s, u"never"_s});
    const QByteArray key = other.gpg({u"--export"_s, u"--armor"_s});
    QVERIFY(!key.isEmpty());
    m_office.gpg({u"--import"_s}, key);
    const QByteArray listed = other.gpg({u"--with-colons"_s, u"--list-keys"_s});
    const QString fingerprint =
        QString::fromLatin1(listed.mid(listed.indexOf("fpr:")).split(':').value(9));
    QCOMPARE(fingerprint.size(), 40);

    // A person who has not certified the key names it by its fingerprint.
    const auto refused = backUp(in("address.backup"), {u"--recipient"_s, u"keeper@example.com"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("not certified"), refused.err.constData());
    const auto made = backUp(in("key.backup"), {u"--recipient"_s, fingerprint});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(made.json().value(u"recipients"_s).toArray().at(0).toString(), fingerprint);
    // The backup cannot be opened here, and the report says so.
    QCOMPARE(made.json().value(u"readBack"_s).toString(), u"bytes"_s);
    const auto closed = restore(m_office, in("key.backup"), {u"--replace"_s});
    QCOMPARE(closed.exitCode, 2);
    QVERIFY2(closed.err.contains("private half"), closed.err.constData());
    compareWithOffice(m_office);

    const auto restored = restore(other, in("key.backup"));
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    compareWithOffice(other);
}

void BackupTest::aBackupIsMadeBesideServeAndARestoreIsNot()
{
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    QVERIFY(restore(other, backup()).exitCode == 0);
    QProcess serve;
    other.program.start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
    QVERIFY(!readyLine(serve).isEmpty());
    // The backup can be written to a pipe, too.
    const auto piped = other.program.run({u"backup"_s, u"-"_s}, line(passphrase));
    QVERIFY2(piped.exitCode == 0, piped.err.constData());
    QVERIFY2(piped.err.contains("could not be read back"), piped.err.constData());
    QVERIFY(write(in("piped.backup"), piped.out));

    const auto refused = restore(other, in("piped.backup"), {u"--replace"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("close it"), refused.err.constData());
    QCOMPARE(stop(serve), 0);
    const auto restored = restore(other, in("piped.backup"), {u"--replace"_s});
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    compareWithOffice(other);
}

void BackupTest::whatWasThereIsKeptAside()
{
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    QVERIFY(m_simulated.setUp(other.program));
    const auto before = other.program.run({u"--json"_s, u"credentials"_s, u"status"_s});
    QCOMPARE(before.exitCode, 0);

    const auto refused = restore(other, backup());
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("restore --replace"), refused.err.constData());
    QCOMPARE(other.program.run(list).json().value(u"total"_s).toInt(), 0);

    const auto restored = restore(other, backup(), {u"--replace"_s});
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    compareWithOffice(other);
    // The previous folder still works, with its own items in the keychain.
    const QString aside = restored.json().value(u"keptAside"_s).toString();
    QVERIFY(QFileInfo(aside).isDir());
    const auto after =
        other.program.run({u"--data"_s, aside, u"--json"_s, u"credentials"_s, u"status"_s});
    QVERIFY2(after.exitCode == 0, after.err.constData());
    QCOMPARE(after.json().value(u"clientId"_s), before.json().value(u"clientId"_s));
    QCOMPARE(other.program.run({u"--data"_s, aside, u"--json"_s, u"integrations"_s, u"list"_s})
                 .json()
                 .value(u"total"_s)
                 .toInt(),
        0);
}

void BackupTest::whatCannotBeABackupIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a short passphrase")
        << in("new.backup") << line("too short") << QByteArray("12 characters");
    QTest::newRow("no passphrase") << in("new.backup") << QByteArray() << QByteArray("passphrase");
    QTest::newRow("a file that is there")
        << backup() << line(passphrase) << QByteArray("there already");
    QTest::newRow("no such folder")
        << in("nowhere/new.backup") << line(passphrase) << QByteArray("No such file or directory");
    QTest::newRow("a device that is full")
        << u"/dev/full"_s << line(passphrase) << QByteArray("No space left");
    QTest::newRow("a folder that may not be written")
        << u"/proc/new.backup"_s << line(passphrase) << QByteArray("cannot be written");
}

void BackupTest::whatCannotBeABackupIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, said);
    const QByteArray before = contentOf(backup());
    const QStringList entries = QDir(m_files.path()).entryList(QDir::Files | QDir::Hidden);
    const auto refused = m_office.program.run({u"backup"_s, file}, input);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains(said), refused.err.constData());
    QCOMPARE(contentOf(backup()), before);
    QCOMPARE(QDir(m_files.path()).entryList(QDir::Files | QDir::Hidden), entries);
    QVERIFY(!QFile::exists(m_office.program.folder() + u"/backup.partial"_s));
}

void BackupTest::whatCannotBeRestoredChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("phrase");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    const QByteArray whole = contentOf(backup());
    // Within the first part of the encrypted data, which has 512 bytes at least: a changed length
    // between the parts would look like a file that was cut off.
    constexpr qsizetype place = 100;
    QByteArray changed = whole;
    changed[place] = char(changed.at(place) ^ 1);
    const auto cutTo = [](qsizetype size) {
        return "is incomplete: the file ends after " + QByteArray::number(size) + " bytes";
    };
    const auto encrypted = [this](const QByteArray& plain) {
        return m_office.gpg(
            {u"--pinentry-mode"_s, u"loopback"_s, u"--passphrase-fd"_s, u"0"_s, u"--symmetric"_s},
            line(passphrase) + plain);
    };
    // The same backup, with the registry of a schema that nobody knows yet.
    const auto ofNewerRegistry = [&] {
        const QByteArray plain = m_office.gpg(
            {u"--pinentry-mode"_s, u"loopback"_s, u"--passphrase-fd"_s, u"0"_s, u"--decrypt"_s},
            line(passphrase) + whole);
        const qsizetype headAt = plain.indexOf('\n') + 1;
        const qsizetype itemsAt = plain.indexOf('\n', headAt) + 1;
        QJsonObject head = QJsonDocument::fromJson(plain.sliced(headAt, itemsAt - headAt)).object();
        const QByteArray end("end of backup\n");
        const qsizetype size = head.value(u"registryBytes"_s).toInteger();
        const qsizetype registryAt = plain.size() - end.size() - size;
        QByteArray registry = plain.sliced(registryAt, size);
        registry.replace(60, 4, QByteArray::fromHex("000003e7")); // SQLite's user_version
        head.insert(u"program"_s, u"9.9.9"_s);
        head.insert(u"registrySha256"_s,
            QString::fromLatin1(
                QCryptographicHash::hash(registry, QCryptographicHash::Sha256).toHex()));
        return encrypted(plain.first(headAt) + QJsonDocument(head).toJson(QJsonDocument::Compact)
            + '\n' + plain.sliced(itemsAt, registryAt - itemsAt) + registry + end);
    };
    const QByteArray right(passphrase);
    QTest::newRow("a wrong passphrase") << whole << QByteArray("correct horse battery stable") << 2
                                        << QByteArray("The passphrase does not open");
    QTest::newRow("a changed byte")
        << changed << right << 1 << QByteArray("damaged or was cut off");
    QTest::newRow("cut off") << whole.first(whole.size() / 2) << right << 1
                             << cutTo(whole.size() / 2);
    QTest::newRow("the first bytes only") << whole.first(place) << right << 1 << cutTo(place);
    QTest::newRow("the last byte is missing")
        << whole.chopped(1) << right << 1 << cutTo(whole.size() - 1);
    QTest::newRow("nothing") << QByteArray() << right << 2 << QByteArray("no backup of Jetbridge");
    QTest::newRow("another file") << QByteArray("companyId,consentedBy\n") << right << 2
                                  << QByteArray("no backup of Jetbridge");
    QTest::newRow("something else, encrypted")
        << encrypted("a letter") << right << 2 << QByteArray("no backup of Jetbridge");
    QTest::newRow("a newer format") << encrypted("jetbridge-backup 2\nnobody knows") << right << 1
                                    << QByteArray("newer Jetbridge");
    QTest::newRow("a newer registry")
        << ofNewerRegistry() << right << 1 << QByteArray("was written by Jetbridge 9.9.9");
    QTest::newRow("only a beginning") << encrypted("jetbridge-backup 1\n{}") << right << 1
                                      << QByteArray("damaged or was cut off");
}

void BackupTest::whatCannotBeRestoredChangesNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, phrase);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, said);
    const QString file = in("broken.backup");
    QVERIFY(write(file, content));
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    const auto refused = restore(other, file, {}, phrase.constData());
    QVERIFY2(refused.err.contains(said), refused.err.constData());
    QCOMPARE(refused.exitCode, exitCode);
    // The disk here has nothing to do with it.
    QVERIFY2(!refused.err.contains("disk is full"), refused.err.constData());
    // Only the lock's file may be there.
    const QStringList left = QDir(other.program.folder())
                                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QVERIFY2(left.isEmpty() || left == QStringList{u"runs.lock"_s},
        qPrintable(left.join(QLatin1Char(' '))));
}

void BackupTest::aLockedKeychainIsSaidBeforeAnythingIsTouched()
{
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Locked), QString());
    const auto refused = restore(other, backup());
    QCOMPARE(refused.exitCode, 6);
    QVERIFY2(refused.err.contains("unlock"), refused.err.constData());
    QVERIFY(!QFile::exists(other.program.folder() + u"/registry.sqlite3"_s));
    QCOMPARE(other.keyring.unlock(), QString());
    QVERIFY(restore(other, backup()).exitCode == 0);
    compareWithOffice(other);

    QCOMPARE(other.keyring.lock(), QString());
    const auto unread = other.program.run({u"backup"_s, in("locked.backup")}, line(passphrase));
    QCOMPARE(unread.exitCode, 6);
    QVERIFY(!QFile::exists(in("locked.backup")));
}

void BackupTest::aFullDiskLeavesNothing()
{
    const QTemporaryDir mounted;
    const jetbridge::test::SmallDisk disk(mounted.path(), 1);
    if (!disk.isMounted())
        QSKIP("Only root may mount a disk that is soon full.");
    QVERIFY(write(mounted.filePath(u"filler"_s), QByteArray(1020 * 1024, 'x')));
    const QString file = mounted.filePath(u"new.backup"_s);
    const auto refused = backUp(file);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("No space left"), refused.err.constData());
    QCOMPARE(QDir(mounted.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"filler"_s});

    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    const auto unwritten =
        other.program.run({u"--data"_s, mounted.path(), u"restore"_s, backup()}, line(passphrase));
    QCOMPARE(unwritten.exitCode, 1);
    QVERIFY2(unwritten.err.toLower().contains("make room"), unwritten.err.constData());
    QVERIFY(!QFile::exists(mounted.filePath(u"registry.sqlite3"_s)));
    // There is room for a part of the registry.
    QVERIFY(write(mounted.filePath(u"filler"_s), QByteArray(900 * 1024, 'x')));
    const auto half =
        other.program.run({u"--data"_s, mounted.path(), u"restore"_s, backup()}, line(passphrase));
    QCOMPARE(half.exitCode, 1);
    QVERIFY2(half.err.contains("No space left"), half.err.constData());
    QVERIFY(QFile::remove(mounted.filePath(u"filler"_s)));
}

void BackupTest::aKilledBackupLeavesNothingThatLooksWhole_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("while the keychain is read")
        << QByteArray("before keychain 4 SearchItems") << false;
    QTest::newRow("before the file has its name")
        << QByteArray("before name 1 killed.backup") << false;
    QTest::newRow("when it has its name") << QByteArray("after name 1 killed.backup") << true;
}

void BackupTest::aKilledBackupLeavesNothingThatLooksWhole()
{
    QFETCH(QByteArray, point);
    QFETCH(bool, isWhole);
    const QString file = in("killed.backup");
    const QStringList before = QDir(m_files.path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(m_office.killAt(point.constData(), {u"backup"_s, file}, line(passphrase)));
    QCOMPARE(QFile::exists(file), isWhole);
    if (isWhole) {
        Computer other;
        QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
        QVERIFY(restore(other, file).exitCode == 0);
        compareWithOffice(other);
        QVERIFY(QFile::remove(file));
    }
    QCOMPARE(QDir(m_files.path()).entryList(QDir::Files | QDir::Hidden), before);
    // What the killed run left in the data folder does not hinder the next one.
    const auto next = backUp(file);
    QVERIFY2(next.exitCode == 0, next.err.constData());
    QVERIFY(!QFile::exists(m_office.program.folder() + u"/backup.partial"_s));
    QVERIFY(QFile::remove(file));
}

void BackupTest::aKilledRestoreGoesOnWhereItWas_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<int>("looks"); ///< Number of customers that another program finds before the
                                    ///< restore continues.
    constexpr int nobody = -1;
    QTest::newRow("before the registry is whole")
        << QByteArray("before name 1 restore-storing") << nobody;
    QTest::newRow("before the first secret") << QByteArray("before keychain 1 CreateItem") << 0;
    QTest::newRow("after the second secret") << QByteArray("after keychain 2 CreateItem") << nobody;
    QTest::newRow("before it moves") << QByteArray("before name 1 restore-moving") << 0;
    QTest::newRow("when it begins to move") << QByteArray("after name 1 restore-moving") << 2;
    QTest::newRow("when the old registry is aside")
        << QByteArray("after name 1 /registry.sqlite3") << nobody;
    QTest::newRow("before the new registry is there")
        << QByteArray("before name 2 /registry.sqlite3") << 2;
    QTest::newRow("when the new registry is there")
        << QByteArray("after name 2 /registry.sqlite3") << nobody;
}

void BackupTest::aKilledRestoreGoesOnWhereItWas()
{
    QFETCH(QByteArray, point);
    QFETCH(int, looks);
    const QStringList again{u"restore"_s, backup(), u"--replace"_s};
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    QVERIFY(other.program.run(list).exitCode == 0); // a folder that holds a registry
    QVERIFY2(other.killAt(point.constData(), again, line(passphrase)), point.constData());
    // The first program that looks into the folder finds either the complete old one or the new
    // one.
    if (looks >= 0)
        QCOMPARE(other.program.run(list).json().value(u"total"_s).toInt(-1), looks);
    const auto restored = other.program.run(again, line(passphrase));
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    compareWithOffice(other);
    const QDir folder(other.program.folder());
    QCOMPARE(folder.entryList({u"restore-*"_s}, QDir::AllEntries), QStringList());
    QVERIFY(!folder.entryList({u"before-restore-*"_s}, QDir::AllEntries).isEmpty());
}

void BackupTest::aKilledRestoreIsNotTakenForAnEmptyFolder_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<QString>("part");
    QTest::newRow("before the registry is whole")
        << QByteArray("before name 1 restore-storing") << u"restore-reading"_s;
    QTest::newRow("before the first secret")
        << QByteArray("before keychain 1 CreateItem") << u"restore-storing"_s;
}

void BackupTest::aKilledRestoreIsNotTakenForAnEmptyFolder()
{
    QFETCH(QByteArray, point);
    QFETCH(QString, part);
    const QStringList again{u"restore"_s, backup()};
    Computer other;
    QCOMPARE(other.start(PrivateKeyring::Kind::Unlocked), QString());
    QVERIFY2(other.killAt(point.constData(), again, line(passphrase)), point.constData());
    const auto looked = other.program.run({u"integrations"_s, u"list"_s});
    QCOMPARE(looked.exitCode, 1);
    QVERIFY2(looked.err.contains("was interrupted") && looked.err.contains(part.toLatin1()),
        looked.err.constData());
    const QDir folder(other.program.folder());
    QVERIFY(!folder.exists(u"registry.sqlite3"_s));
    const auto restored = other.program.run(again, line(passphrase));
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    compareWithOffice(other);
    QCOMPARE(folder.entryList({u"restore-*"_s}, QDir::AllEntries), QStringList());
}

JETBRIDGE_TEST(BackupTest)
#include "BackupTest.moc"
