// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/GpgEncryption.h"

#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

/// Runs the real gpg with a key ring of its own.
class GpgEncryptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>(u"/tmp/gpgXXXXXX"_s);
        qputenv("GNUPGHOME", m_home->path().toUtf8());
    }
    void cleanup()
    {
        QProcess::execute(u"gpgconf"_s, {u"--kill"_s, u"all"_s});
        qunsetenv("GNUPGHOME");
    }

    void aKeyIsFoundByItsWholeAddress_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::newRow("as it is") << u"alice@example.com"_s;
        QTest::newRow("in brackets") << u"<alice@example.com>"_s;
        QTest::newRow("in other case") << u"Alice@Example.COM"_s;
    }
    void aKeyIsFoundByItsWholeAddress()
    {
        QFETCH(QString, asked);
        const QString alice = makeKey("Alice <alice@example.com>");
        makeKey("Malice <malice@example.com>");
        makeKey("alice@example.com Mallory <mallory@example.org>");
        const auto encrypted = encrypt(asked);
        QVERIFY2(encrypted, said(encrypted).constData());
        QCOMPARE(encrypted->fingerprint, alice);
        QCOMPARE(gpg({u"--decrypt"_s}, encrypted->document), QByteArray("a secret"));
    }

    void anAddressThatIsOnlyAPartIsNobodys_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("longer on both sides") << QByteArray("Malice <malice@example.com.au>");
        QTest::newRow("longer in front") << QByteArray("Malice <malice@example.com>");
        QTest::newRow("longer behind") << QByteArray("Alice <alice@example.com.au>");
        QTest::newRow("in the name") << QByteArray("alice@example.com <mallory@example.org>");
        QTest::newRow("in a comment")
            << QByteArray("M (<alice@example.com>) <mallory@example.org>");
    }
    void anAddressThatIsOnlyAPartIsNobodys()
    {
        QFETCH(QByteArray, other);
        makeKey(other);
        const auto refused = encrypt(u"alice@example.com"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY(said(refused).contains("no key for \"alice@example.com\""));
    }

    void aKeyThatNobodyCertifiedIsTakenByItsFingerprintAlone()
    {
        const QString alice = makeKey("Alice <alice@example.com>");
        distrust(alice);
        const auto refused = encrypt(u"alice@example.com"_s);
        QVERIFY(!refused);
        QVERIFY2(said(refused).contains(alice.toUtf8()), said(refused).constData());
        for (const QString& name :
            {alice, alice.toLower(), u"0x"_s + alice, alice.left(20) + u"  "_s + alice.mid(20)}) {
            const auto encrypted = encrypt(name);
            QVERIFY2(encrypted, said(encrypted).constData());
            QCOMPARE(encrypted->fingerprint, alice);
        }
    }

    void severalKeysOfOneAddressAreNamed()
    {
        const QString one = makeKey("Alice <alice@example.com>");
        const QString other = makeKey("Alice at work <alice@example.com>");
        const auto refused = encrypt(u"alice@example.com"_s);
        QVERIFY(!refused);
        QVERIFY(said(refused).contains(one.toUtf8()) && said(refused).contains(other.toUtf8()));
        distrust(other);
        const auto encrypted = encrypt(u"alice@example.com"_s);
        QVERIFY2(encrypted, said(encrypted).constData());
        QCOMPARE(encrypted->fingerprint, one);
    }

    void whatIsNeitherIsRefused_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a name") << u"Alice"_s;
        QTest::newRow("a short id") << u"89ABCDEF"_s;
        QTest::newRow("a long id") << u"0x0123456789ABCDEF"_s;
        QTest::newRow("an option") << u"--output=a@b"_s;
        QTest::newRow("a domain") << u"@example.com"_s;
        QTest::newRow("a whole user id") << u"Alice <alice@example.com>"_s;
        QTest::newRow("a part, as gpg asks for one") << u"*lice"_s;
    }
    void whatIsNeitherIsRefused()
    {
        QFETCH(QString, asked);
        makeKey("Alice <alice@example.com>");
        const auto refused = encrypt(asked);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY2(said(refused).contains("full fingerprint"), said(refused).constData());
    }

    void aGpgThatDoesNotStartIsNamedWithTheReason()
    {
        const QTemporaryDir empty;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", empty.path().toUtf8());
        const auto refused = encrypt(u"alice@example.com"_s);
        qputenv("PATH", path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY2(said(refused).contains("No such file or directory"), said(refused).constData());
    }

    void gpgDoesNotInheritOurSecrets()
    {
        QTemporaryDir folder;
        QFile script(folder.filePath(u"gpg"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nenv > \"$0.env\"\n");
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
        script.close();
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8() + ':' + path);
        qputenv("JETBRIDGE_BACKEND_TOKEN", "a token");
        QVERIFY(!encrypt(u"alice@example.com"_s));
        qputenv("PATH", path);
        qunsetenv("JETBRIDGE_BACKEND_TOKEN");
        QFile seen(folder.filePath(u"gpg.env"_s));
        QVERIFY(seen.open(QIODevice::ReadOnly));
        const QByteArray environment = seen.readAll();
        QVERIFY(environment.contains("GNUPGHOME"));
        QVERIFY2(!environment.contains("a token"), environment.constData());
    }

private:
    Outcome<Encrypted> encrypt(const QString& recipient)
    {
        GpgEncryption encryption;
        return await(encryption.encrypt(Secret("a secret"), recipient));
    }
    static QByteArray said(const Outcome<Encrypted>& outcome)
    {
        return outcome ? QByteArray() : outcome.error().detail.english().toUtf8();
    }
    static QByteArray gpg(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(u"gpg"_s,
            QStringList{u"--batch"_s, u"--quiet"_s, u"--pinentry-mode"_s, u"loopback"_s,
                u"--passphrase"_s, QString()}
                + arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }
    /// Makes a key whose user ids gpg then calls valid, and returns its fingerprint.
    static QString makeKey(const QByteArray& name)
    {
        gpg({u"--quick-generate-key"_s, QString::fromUtf8(name), u"future-default"_s, u"default"_s,
            u"never"_s});
        QString fingerprint;
        for (const QByteArray& line :
            gpg({u"--with-colons"_s, u"--list-keys"_s, u"="_s + QString::fromUtf8(name)})
                .split('\n'))
            if (fingerprint.isEmpty() && line.startsWith("fpr:"))
                fingerprint = QString::fromLatin1(line.split(':').value(9));
        return fingerprint;
    }
    /// Makes a key untrusted, as if it had been imported from somewhere.
    static void distrust(const QString& fingerprint)
    {
        gpg({u"--import-ownertrust"_s}, fingerprint.toUtf8() + ":2:\n");
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

JETBRIDGE_TEST(GpgEncryptionTest)
#include "GpgEncryptionTest.moc"
