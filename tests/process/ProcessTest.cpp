// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/Process.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using How = process::Ended::How;

namespace {

/// Runs a line of shell, as an example of another program.
process::Program shell(const char* line)
{
    process::Program program;
    program.path = u"/bin/sh"_s;
    program.arguments = {u"-c"_s, QString::fromLatin1(line)};
    return program;
}

/// Environment variable of the program that is killed.
constexpr auto victimMark = "TEST_VICTIM";

/// Kills this program while it has a child.
void beVictim(bool beforeItBegins)
{
    if (beforeItBegins) // Qt may use another call than fork(); its child does not wait then.
        ::pthread_atfork(
            nullptr, [] { ::kill(::getpid(), SIGKILL); }, nullptr);
    QTimer::singleShot(500, [] { ::kill(::getpid(), SIGKILL); });
    QCoro::waitFor(process::run(shell("exec sleep 600"), Secret()));
}

process::Ended ran(process::Program program, const QByteArray& input = {})
{
    return QCoro::waitFor(process::run(std::move(program), Secret(input)));
}

} // namespace

class ProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itReadsTheInputAndSaysHowItEnded()
    {
        const auto good = ran(shell("cat; echo trouble >&2"), "to read");
        QCOMPARE(good.how, How::Exited);
        QCOMPARE(good.exitCode, 0);
        QCOMPARE(good.out, QByteArray("to read"));
        QCOMPARE(good.err, QByteArray("trouble\n"));
        const auto bad = ran(shell("exit 3"));
        QCOMPARE(bad.how, How::Exited);
        QCOMPARE(bad.exitCode, 3);
        const auto killed = ran(shell("kill -9 $$"));
        QCOMPARE(killed.how, How::Crashed);
        QVERIFY2(killed.reason.startsWith("signal 9 ("_L1), qPrintable(killed.reason));
    }

    void whatCannotBeStartedIsToldApart()
    {
        process::Program nowhere;
        nowhere.path = u"/nowhere/program"_s;
        QCOMPARE(ran(nowhere).how, How::NotStarted);
    }

    void aProgramThatReadsNothingHurtsNobody()
    {
        const auto ended = ran(shell("exit 0"), QByteArray(1024 * 1024, 'x'));
        QCOMPARE(ended.how, How::Exited);
        QCOMPARE(ended.exitCode, 0);
    }

    void whatHangsIsKilledWithWhatItStarted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"still-alive"_s);
        process::Program hanging = shell("(sleep 3; echo > \"$0\") & sleep 60");
        hanging.arguments.append(file);
        hanging.patience = std::chrono::milliseconds(300);
        hanging.isAlone = true;
        hanging.isHeard = false;
        QElapsedTimer time;
        time.start();
        QCOMPARE(ran(hanging).how, How::TooLate);
        QVERIFY(time.elapsed() < 30'000);
        QTest::qWait(4'000); // What it started would have written by now.
        QVERIFY(!QFile::exists(file));
    }

    void itIsStoppedWhenItsScopeEnds()
    {
        async::Scope scope;
        QTimer::singleShot(200, [&scope] { scope.end(); });
        const auto ended = QCoro::waitFor(process::run(shell("sleep 60"), Secret(), &scope));
        QCOMPARE(ended.how, How::Aborted);
        const auto later = QCoro::waitFor(process::run(shell("exit 0"), Secret(), &scope));
        QCOMPARE(later.how, How::Aborted);
    }

    /// As long as a child lives that has not executed its program, it holds what this program held.
    void aChildEndsWithAParentThatIsKilled_data()
    {
        QTest::addColumn<bool>("beforeItBegins");
        QTest::newRow("before it executes its program") << true;
        QTest::newRow("while its program runs") << false;
    }
    void aChildEndsWithAParentThatIsKilled()
    {
        QFETCH(bool, beforeItBegins);
        if (qEnvironmentVariableIsSet(victimMark))
            return beVictim(beforeItBegins);
        int ends[2];
        QCOMPARE(::pipe(ends), 0); // The victim and its child inherit the writing end.
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(victimMark), u"1"_s);
        victim.setProcessEnvironment(environment);
        victim.start(QCoreApplication::applicationFilePath(),
            {u"ProcessTest"_s,
                u"aChildEndsWithAParentThatIsKilled:"_s
                    + QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(victim.waitForFinished());
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        ::close(ends[1]);
        pollfd end{ends[0], POLLIN, 0};
        QCOMPARE(::poll(&end, 1, 20'000), 1);
        QVERIFY(end.revents & POLLHUP);
        ::close(ends[0]);
    }

    void whatNobodyIsToReadIsNotRead()
    {
        process::Program mute = shell("echo secret; echo secret >&2");
        mute.isHeard = false;
        const auto ended = ran(mute);
        QCOMPARE(ended.how, How::Exited);
        QVERIFY(ended.out.isEmpty() && ended.err.isEmpty());
    }
};

JETBRIDGE_TEST(ProcessTest)
#include "ProcessTest.moc"
