// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"
#include "support/TestMain.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const OnboardingId run(u"0123456789abcdef"_s);

/// Child process that holds the lock until it is killed.
int holdForever(const QString& folder)
{
    const auto lock = RunLock::takeRun(folder, run);
    std::puts(lock ? "held" : "refused");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

class RunLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void aRunIsUnderWayAsLongAsItsLockIsHeld()
    {
        QVERIFY(!RunLock::isHeld(m_folder.path(), run));
        {
            const auto lock = RunLock::takeRun(m_folder.path(), run);
            QVERIFY(lock);
            QVERIFY(RunLock::isHeld(m_folder.path(), run));
            QVERIFY(!RunLock::isHeld(m_folder.path(), OnboardingId(u"another"_s)));
            QCOMPARE(RunLock::takeRun(m_folder.path(), run).error().kind, FailureKind::Conflict);
            QVERIFY(RunLock::isHeld(m_folder.path(), run));
        }
        QVERIFY(!RunLock::isHeld(m_folder.path(), run));
        QVERIFY(RunLock::takeRun(m_folder.path(), run));
    }

    void aKilledProgramHoldsNothing()
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {u"RunLockTest"_s, u"hold"_s, m_folder.path()});
        QVERIFY(child.waitForReadyRead(60'000));
        QCOMPARE(child.readLine().trimmed(), QByteArray("held"));
        QVERIFY(RunLock::isHeld(m_folder.path(), run));
        child.kill();
        QVERIFY(child.waitForFinished(60'000));
        QVERIFY(!RunLock::isHeld(m_folder.path(), run));
        QVERIFY(RunLock::takeRun(m_folder.path(), run));
    }

    void aCompanyHasOneRunAtATime()
    {
        const QString here = u"simulator"_s;
        const CompanyId globex(u"globex"_s);
        {
            const auto first = RunLock::takeCompany(m_folder.path(), here, globex);
            QVERIFY(first);
            const auto second = RunLock::takeCompany(m_folder.path(), here, globex);
            QVERIFY(!second);
            QCOMPARE(second.error().kind, FailureKind::Conflict);
            QVERIFY(second.error().detail.english().contains(globex.text()));
            QVERIFY(RunLock::takeCompany(m_folder.path(), u"sandbox"_s, globex));
            QVERIFY(RunLock::takeCompany(m_folder.path(), here, CompanyId(u"../x"_s)));
        }
        QVERIFY(RunLock::takeCompany(m_folder.path(), here, globex));
    }

    void oneBulkRunAtATimeWorksOnAFolder()
    {
        const auto first = RunLock::takeBulk(m_folder.path());
        QVERIFY(first);
        QCOMPARE(RunLock::takeBulk(m_folder.path()).error().kind, FailureKind::Conflict);
    }

    void howManyRunsThereWereThereIsOneFile()
    {
        for (int i = 0; i < 100; ++i)
            QVERIFY(RunLock::takeRun(m_folder.path(), OnboardingId(QString::number(i))));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatCannotBeWrittenGivesNoLock()
    {
        const auto company =
            RunLock::takeCompany(m_folder.filePath(u"missing"_s), {}, CompanyId(u"globex"_s));
        QVERIFY(!company);
        QCOMPARE(company.error().kind, FailureKind::StorageUnavailable);
        const auto ofRun = RunLock::takeRun(m_folder.filePath(u"missing"_s), run);
        QCOMPARE(ofRun.error().kind, FailureKind::StorageUnavailable);
    }

private:
    QTemporaryDir m_folder;
};

static int runTest(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "hold"_L1)
        return holdForever(application.arguments().value(2));
    RunLockTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(RunLockTest, runTest)

#include "RunLockTest.moc"
