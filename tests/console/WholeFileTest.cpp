// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/WholeFile.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::test::SmallDisk;

class WholeFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::umask(022); }

    void aFileIsWrittenWithItsMode_data()
    {
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<int>("before"); // Size before; 0: no file
        QTest::addColumn<int>("mode");
        QTest::newRow("private") << true << 0 << 0600;
        QTest::newRow("as usual") << false << 0 << 0644;
        QTest::newRow("private, in the place of an open one") << true << 0644 << 0600;
        QTest::newRow("as usual, in the place of a closed one") << false << 0640 << 0640;
    }
    void aFileIsWrittenWithItsMode()
    {
        QFETCH(bool, isPrivate);
        QFETCH(int, before);
        if (before != 0) {
            put("old");
            QCOMPARE(::chmod(encoded(), mode_t(before)), 0);
        }
        const auto saved = saveWholeFile(path(), "content", {isPrivate, true});
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        QCOMPARE(content(), QByteArray("content"));
        QTEST(mode(), "mode");
        QCOMPARE(files(), 1);
    }

    void untilItIsCommittedTheOldOneStands()
    {
        put("old");
        {
            const auto file = WholeFile::open(path(), {});
            QVERIFY(file && (*file)->write("half"));
            QCOMPARE(content(), QByteArray("old"));
        }
        QCOMPARE(content(), QByteArray("old"));
        QCOMPARE(files(), 1);
    }

    void aFullDiskKeepsTheOldOneAndLeavesNothing_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("small") << 5'000;
        QTest::newRow("large") << 2'000'000;
    }
    void aFullDiskKeepsTheOldOneAndLeavesNothing()
    {
        QFETCH(int, size);
        const SmallDisk disk(m_folder->path(), 1);
        if (!disk.isMounted())
            QSKIP("No small disk can be mounted here.");
        put("old");
        QFile filler(m_folder->filePath(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) > 0) { }
        filler.close();
        const int before = files();
        for (const bool mayReplace : {true, false}) {
            const QString name = mayReplace ? path() : path() + u".new"_s;
            const auto refused = saveWholeFile(name, QByteArray(size, 'n'), {true, mayReplace});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, FailureKind::StorageUnavailable);
            QVERIFY2(refused.error().detail.english().contains("space"_L1),
                qPrintable(refused.error().detail));
        }
        QCOMPARE(content(), QByteArray("old"));
        QCOMPARE(files(), before);
    }

    void whatMustNotBeReplacedIsNot()
    {
        put("old");
        const auto refused = saveWholeFile(path(), "new", {true, false});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY(QFile::remove(path()));
        // A file that appears during the write is not replaced either.
        const auto file = WholeFile::open(path(), {true, false});
        QVERIFY(file && (*file)->write("new"));
        put("old");
        QVERIFY(!(*file)->commit());
        QCOMPARE(content(), QByteArray("old"));
        QCOMPARE(files(), 1);
    }

    void pipesDevicesAndFoldersAreLeftAlone()
    {
        QCOMPARE(::mkfifo(encoded(), 0600), 0);
        for (const QString& there : {path(), u"/dev/null"_s, m_folder->path()}) {
            const auto refused = saveWholeFile(there, "content", {});
            QVERIFY2(!refused, qPrintable(there));
            QCOMPARE(refused.error().kind, FailureKind::Invalid);
        }
        QVERIFY(!QFileInfo(path()).isFile());
        const auto nowhere = saveWholeFile(path() + u"/x/y"_s, "content", {});
        QVERIFY(!nowhere);
    }

    void aLinkStaysALink()
    {
        put("old");
        const QString link = m_folder->filePath(u"link"_s);
        QVERIFY(QFile::link(path(), link));
        QVERIFY(saveWholeFile(link, "new", {}));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(content(), QByteArray("new"));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    QString path() const { return m_folder->filePath(u"file"_s); }
    const char* encoded()
    {
        m_encoded = QFile::encodeName(path());
        return m_encoded.constData();
    }
    void put(const QByteArray& bytes) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file cannot be written.");
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int mode()
    {
        struct stat there = {};
        return ::stat(encoded(), &there) == 0 ? int(there.st_mode & 0777U) : -1;
    }
    int files() const
    {
        return int(
            QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System).size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_encoded;
};

JETBRIDGE_TEST(WholeFileTest)
#include "WholeFileTest.moc"
