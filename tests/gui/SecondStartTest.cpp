// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstWindow.h"
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

using jetbridge::ui::FirstWindow;

namespace {

/// The real program's window on a data folder.
class Window {
public:
    Window(const Program& program, const QStringList& more = {})
    {
        m_process.setProcessEnvironment(program.environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(JETBRIDGE_WINDOW),
            QStringList{u"--data"_s, program.folder(), u"--vault"_s, u"memory"_s} + more);
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Its exit code; -1 if it goes on.
    int exitCode()
    {
        const bool hasEnded = !isRunning() || m_process.waitForFinished(60'000);
        return hasEnded && m_process.error() != QProcess::FailedToStart
                && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }

private:
    QProcess m_process;
};

/// Asking blocks; the window that is asked is in this test's own thread. No environment: any.
bool isTaken(const QString& folder, const QString& environment, const FirstWindow::Wish& wish)
{
    bool taken = false;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        FirstWindow another;
        taken = another.isTakenByAnother(folder,
            environment.isEmpty() ? u"simulator"_s : environment,
            environment.isEmpty() ? FirstWindow::Which::Any : FirstWindow::Which::OfThisEnvironment,
            wish);
    }));
    other->start();
    (void)QTest::qWaitFor([&other] { return other->isFinished(); }, 20'000);
    other->wait();
    return taken;
}

} // namespace

class SecondStartTest : public QObject {
    Q_OBJECT

    Program m_program;
    QTemporaryDir m_runtime;

    void setUp(Program& program) const
    {
        program.environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        program.environment.insert(
            u"ASAN_OPTIONS"_s, qEnvironmentVariable("ASAN_OPTIONS") + u":detect_leaks=0"_s);
    }
    /// How many windows listen, of those that were not killed.
    int listening() const
    {
        const QDir folder(m_runtime.path());
        int found = 0;
        for (const QString& name :
            folder.entryList({u"jetbridge-*"_s}, QDir::System | QDir::Files)) {
            QLocalSocket socket;
            socket.connectToServer(folder.filePath(name));
            found += socket.waitForConnected(1'000);
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
        QFile::setPermissions(
            m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        setUp(m_program);
    }

    void theFirstWindowHearsWhatTheSecondStartWants_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<bool>("taken");
        QTest::newRow("the same environment") << "sandbox" << true;
        QTest::newRow("no environment named") << "" << true;
        QTest::newRow("another environment") << "production" << false;
    }

    void theFirstWindowHearsWhatTheSecondStartWants()
    {
        QFETCH(QString, environment);
        QFETCH(bool, taken);
        QTemporaryDir data;
        QTemporaryDir otherData;
        FirstWindow first;
        QVERIFY(!first.isTakenByAnother(
            data.path(), u"sandbox"_s, FirstWindow::Which::OfThisEnvironment, {}));
        QList<FirstWindow::Wish> heard;
        connect(&first, &FirstWindow::wished, this,
            [&heard](const FirstWindow::Wish& wish) { heard.append(wish); });
        // The same folder under another name is the same folder.
        const QString link = otherData.filePath(u"link"_s);
        QVERIFY(QFile::link(data.path(), link));
        QCOMPARE(isTaken(link, environment, {u"glo\"bex"_s, false, "token-1"}), taken);
        QCOMPARE(heard.size(), taken ? 1 : 0);
        if (taken) {
            QCOMPARE(heard.first().company, u"glo\"bex"_s);
            QCOMPARE(heard.first().activation, QByteArray("token-1"));
        }
        QVERIFY(!isTaken(otherData.path(), environment, {}));
    }

    void theProgramStartedOnceMoreShowsTheFirstWindowAndEnds()
    {
        Window first(m_program);
        QTRY_COMPARE_WITH_TIMEOUT(listening(), 1, 60'000);
        Window second(m_program, {u"--company"_s, u"globex"_s});
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(first.isRunning());
        QCOMPARE(listening(), 1);
    }

    void theDemoLeavesNothingBehindEvenIfItIsKilled()
    {
        Program program;
        setUp(program);
        const QString demo = program.folder() + u"/demo"_s;
        const auto isThere = [&demo] {
            return QFile::exists(demo + u"/registry.sqlite3"_s);
        };
        {
            Window killed(program, {u"--demo"_s});
            QTRY_VERIFY_WITH_TIMEOUT(isThere(), 60'000);
        }
        QVERIFY(isThere());
        QVERIFY(!QFile::exists(program.folder() + u"/registry.sqlite3"_s)); // nothing of its own
        {
            Window own(program);
            QTRY_VERIFY_WITH_TIMEOUT(
                QFile::exists(program.folder() + u"/registry.sqlite3"_s), 60'000);
            QVERIFY(!QFile::exists(demo));
            // Beside the own window, which it leaves alone.
            Window beside(program, {u"--demo"_s});
            QTRY_VERIFY_WITH_TIMEOUT(isThere(), 60'000);
            QTRY_COMPARE_WITH_TIMEOUT(listening(), 2, 60'000);
            beside.signal(SIGTERM);
            QCOMPARE(beside.exitCode(), 0);
            QVERIFY(!QFile::exists(demo));
            QVERIFY(own.isRunning());
        }
    }

    void oneThatWasKilledIsInNobodysWay()
    {
        {
            Window killed(m_program);
            QTRY_COMPARE_WITH_TIMEOUT(listening(), 1, 60'000);
            killed.signal(SIGKILL);
            killed.exitCode();
        }
        Window next(m_program);
        QTRY_COMPARE_WITH_TIMEOUT(listening(), 1, 60'000);
        Window second(m_program);
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(next.isRunning());
    }

    void ofTwoStartedAtOnceOneIsTheWindow()
    {
        Program program;
        setUp(program);
        Window one(program);
        Window other(program);
        QTRY_COMPARE_WITH_TIMEOUT(int(one.isRunning()) + int(other.isRunning()), 1, 60'000);
        Window& ended = one.isRunning() ? other : one;
        QCOMPARE(ended.exitCode(), 0);
        QCOMPARE(listening(), 1);
    }

    void anotherDataFolderHasItsOwnWindow()
    {
        Window first(m_program);
        QTRY_COMPARE_WITH_TIMEOUT(listening(), 1, 60'000);
        Program elsewhere;
        setUp(elsewhere);
        Window second(elsewhere);
        QTRY_COMPARE_WITH_TIMEOUT(listening(), 2, 60'000);
        QVERIFY(first.isRunning() && second.isRunning());
    }

    void aSignalIsAWayOutLikeAnyOther_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void aSignalIsAWayOutLikeAnyOther()
    {
        QFETCH(int, number);
        Program program;
        setUp(program);
        Window window(program);
        QTRY_COMPARE_WITH_TIMEOUT(listening(), 1, 60'000);
        window.signal(number);
        QCOMPARE(window.exitCode(), 0);
        QFile kept(program.folder() + u"/window.ini"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().contains("geometry="));
    }
};

JETBRIDGE_GUI_TEST(SecondStartTest)
#include "SecondStartTest.moc"
