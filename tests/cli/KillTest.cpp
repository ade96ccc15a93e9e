// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "storage/Registry.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int inFlight = 6;
constexpr int mostInARound = 120; ///< Number of notifications between two kills.

/// Number of notifications; JETBRIDGE_KILL_NOTIFICATIONS=10000 for the long run.
int wanted()
{
    const int given = qEnvironmentVariableIntValue("JETBRIDGE_KILL_NOTIFICATIONS");
    return given > 0 ? given : 300;
}

QByteArray bodyOf(int number)
{
    return R"({"eventType":"INTEGRATION_DISABLED","number":)" + QByteArray::number(number) + '}';
}

} // namespace

/// Tests that 200 means that the notification is on disk, whatever happens to the program a moment
/// later.
class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNotificationAnswered200IsInTheInboxHoweverOftenTheProgramIsKilled()
    {
        const Program program;
        Caller caller(program);
        const int total = wanted();
        QSet<QByteArray> promised;
        int sent = 0;
        int kills = 0;
        while (promised.size() < total) {
            QProcess serve;
            program.start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
            QVERIFY(caller.connectTo(readyLine(serve)));
            const qsizetype enough = promised.size()
                + QRandomGenerator::global()->bounded(std::min(mostInARound, total)) + 1;
            int open = 0;
            QElapsedTimer time;
            time.start();
            while (promised.size() < enough && time.elapsed() < 60'000) {
                while (open < inFlight) {
                    ++open;
                    const QByteArray body = bodyOf(++sent);
                    caller.startNotify(body, [&promised, &open, body](int status) {
                        --open;
                        if (status == 200)
                            promised.insert(body);
                    });
                }
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            }
            QVERIFY(promised.size() >= enough);
            serve.kill(); // The program is killed while others are under way.
            ++kills;
            QVERIFY(serve.waitForFinished(30'000));
            QTRY_COMPARE_WITH_TIMEOUT(open, 0, 60'000);
        }

        storage::Registry registry(program.folder());
        const auto environment = registry.environment(u"simulator"_s);
        const auto kept = QCoro::waitFor(environment->inbox().latest(2 * sent + 100));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QSet<QByteArray> bodies;
        for (const Notification& one : *kept)
            bodies.insert(one.body);
        const QSet<QByteArray> lost = promised - bodies;
        QVERIFY2(lost.isEmpty(), lost.isEmpty() ? "" : lost.constBegin()->constData());
        QVERIFY(QCoro::waitFor(registry.check()));
        qInfo("%lld answered 200 of %d sent, %d kills, %lld in the inbox, none lost.",
            qlonglong(promised.size()), sent, kills, qlonglong(kept->size()));
    }
};

JETBRIDGE_TEST(KillTest)
#include "KillTest.moc"
