// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/PassOnNotifications.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QMap>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// A clock that a test can advance.
class HandClock final : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, utc);
};

class MemoryQueue final : public ForwardQueue {
public:
    void add(qint64 number, const QDateTime& due)
    {
        Forward forward;
        forward.notification.number = number;
        forward.due = due;
        rows.insert(number, forward);
    }
    Task<Outcome<std::optional<Forward>>> take(QDateTime now, QDateTime lentUntil) override
    {
        if (isFull)
            co_return failed(FailureKind::StorageUnavailable, u"full"_s);
        for (Forward& row : rows) {
            if (row.deliveredAt.isValid() || row.due > now)
                continue;
            row.due = lentUntil;
            ++row.tries;
            co_return std::optional<Forward>(row);
        }
        co_return std::optional<Forward>();
    }
    Task<Outcome<Done>> markDelivered(qint64 number, QDateTime at) override
    {
        if (isReadOnly)
            co_return failed(FailureKind::StorageUnavailable, u"full"_s);
        rows[number].deliveredAt = at;
        co_return Done{};
    }
    Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) override
    {
        if (isReadOnly)
            co_return failed(FailureKind::StorageUnavailable, u"full"_s);
        rows[number].due = due;
        rows[number].lastFailure = why;
        co_return Done{};
    }
    Task<Outcome<Done>> postponeAll(QDateTime due) override
    {
        for (Forward& row : rows)
            row.due = std::max(row.due, due);
        co_return Done{};
    }
    Task<Outcome<std::optional<QDateTime>>> nextDue() override
    {
        std::optional<QDateTime> next;
        for (const Forward& row : rows)
            if (!row.deliveredAt.isValid() && (!next || row.due < *next))
                next = row.due;
        co_return std::optional<QDateTime>(next);
    }
    Task<Outcome<std::optional<Forward>>> of(qint64 number) override
    {
        co_return std::optional<Forward>(rows.value(number));
    }

    QMap<qint64, Forward> rows;
    bool isFull = false;
    bool isReadOnly = false; ///< Results cannot be written.
};

class PlayedBackend final : public Backend {
public:
    Task<Outcome<BackendAnswer>> deliver(BackendAddress, Notification notification) override
    {
        asked.append(notification.number);
        Outcome<BackendAnswer> answer = answers(notification.number);
        co_return answer;
    }
    QList<qint64> asked;
    std::function<Outcome<BackendAnswer>(qint64)> answers;
};

Outcome<BackendAnswer> status(int code)
{
    return BackendAnswer{code, 1, {}};
}

} // namespace

class PassOnNotificationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldestGoesFirstAndOnlyATakenOneLeavesTheQueue()
    {
        Desk desk(3);
        desk.backend.answers = [](qint64) {
            return status(204);
        };
        const auto next = desk.round();
        QVERIFY(next && !*next);
        QCOMPARE(desk.backend.asked, (QList<qint64>{1, 2, 3}));
        for (const Forward& row : desk.queue.rows)
            QVERIFY(row.deliveredAt.isValid());
        QVERIFY(desk.round());
        QCOMPARE(desk.backend.asked.size(), 3);
    }

    void whoIsLeftAloneAfterWhichAnswer_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<int>("asked");
        const auto code = [](const char* name, int status, int asked) {
            QTest::newRow(name) << status << FailureKind::Invalid << asked;
        };
        const auto failure = [](const char* name, FailureKind kind) {
            QTest::newRow(name) << 0 << kind << 1;
        };
        code("200 is taken", 200, 3);
        code("299 is taken", 299, 3);
        code("302 is not", 302, 3);
        code("400 concerns this one", 400, 3);
        code("401 concerns this one", 401, 3);
        code("404 concerns this one", 404, 3);
        code("408: none is taken", 408, 1);
        code("429: none is taken", 429, 1);
        code("500: none is taken", 500, 1);
        code("503: none is taken", 503, 1);
        failure("nobody answers", FailureKind::Unreachable);
        failure("too late", FailureKind::TimedOut);
        failure("not trustworthy", FailureKind::Insecure);
        failure("no HTTP", FailureKind::BadReply);
    }
    void whoIsLeftAloneAfterWhichAnswer()
    {
        QFETCH(int, code);
        QFETCH(FailureKind, kind);
        Desk desk(3);
        desk.backend.answers = [code, kind](qint64) -> Outcome<BackendAnswer> {
            if (code)
                return status(code);
            return failed(kind, u"The backend is away."_s);
        };
        const auto next = desk.round();
        QVERIFY(next);
        QTEST(int(desk.backend.asked.size()), "asked");
        const bool isTaken = code >= 200 && code < 300;
        QCOMPARE(!next->has_value(), isTaken);
        if (!isTaken)
            QCOMPARE(**next, desk.clock.time.addSecs(1));
        for (const Forward& row : desk.queue.rows) {
            QCOMPARE(row.deliveredAt.isValid(), isTaken);
            QVERIFY(isTaken || row.due >= desk.clock.time.addSecs(1));
        }
    }

    void oneThatIsRefusedForEverHoldsUpNobody()
    {
        Desk desk(3);
        desk.backend.answers = [](qint64 number) {
            return status(number == 1 ? 400 : 204);
        };
        for (int i = 0; i < 5; ++i) {
            QVERIFY(desk.round());
            desk.clock.time = desk.clock.time.addSecs(3600);
        }
        QVERIFY(!desk.queue.rows[1].deliveredAt.isValid());
        QCOMPARE(desk.queue.rows[1].tries, 5);
        QVERIFY(
            desk.queue.rows[2].deliveredAt.isValid() && desk.queue.rows[3].deliveredAt.isValid());
        QVERIFY(desk.queue.rows[1].lastFailure.contains(u"400"_s));
    }

    void aBackendThatFailsManyTimesGetsItInTheEnd()
    {
        Desk desk(2);
        int failures = 9;
        desk.backend.answers = [&failures](qint64) {
            return status(failures-- > 0 ? 502 : 200);
        };
        auto next = desk.round();
        while (next && *next) {
            QVERIFY(**next > desk.clock.time); // It is never due at once.
            desk.clock.time = **next;
            next = desk.round();
        }
        QVERIFY(next);
        QCOMPARE(desk.backend.asked.size(), 11);
        for (const Forward& row : desk.queue.rows)
            QVERIFY(row.deliveredAt.isValid());
    }

    void thePauseGrowsAndIsBounded()
    {
        QCOMPARE(pauseAfter(1).count(), 1);
        QCOMPARE(pauseAfter(2).count(), 2);
        QCOMPARE(pauseAfter(5).count(), 16);
        QCOMPARE(pauseAfter(11).count(), 900);
        QCOMPARE(pauseAfter(1'000'000).count(), 900);
    }

    void whatWasUnderWayWhenAllEndedIsGivenAgainAtOnce()
    {
        Desk desk(2);
        desk.backend.answers = [&desk](qint64) -> Outcome<BackendAnswer> {
            desk.standing = Standing::Stopping;
            return failed(FailureKind::Cancelled, u"stopped"_s);
        };
        QVERIFY(!desk.round());
        QCOMPARE(desk.backend.asked.size(), 1);
        QCOMPARE(desk.queue.rows[1].due, desk.clock.time);
    }

    void nothingIsTouchedAfterTheServicesAreGone()
    {
        Desk desk(2);
        desk.backend.answers = [&desk](qint64) {
            desk.standing = Standing::Gone;
            return status(200);
        };
        QVERIFY(!desk.round());
        QVERIFY(!desk.queue.rows[1].deliveredAt.isValid());
        QCOMPARE(desk.told, 0);
    }

    void aResultThatCannotBeWrittenIsToldToNobody_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("delivered") << 200;
        QTest::newRow("refused") << 503;
    }
    void aResultThatCannotBeWrittenIsToldToNobody()
    {
        QFETCH(int, code);
        Desk desk(1);
        desk.backend.answers = [code](qint64) {
            return status(code);
        };
        desk.queue.isReadOnly = true;
        const auto next = desk.round();
        QVERIFY(!next);
        QCOMPARE(next.error().kind, FailureKind::StorageUnavailable);
        QCOMPARE(desk.told, 0);
        desk.queue.isReadOnly = false;
        desk.clock.time = desk.clock.time.addSecs(3600);
        QVERIFY(desk.round());
        QCOMPARE(desk.told, 1);
    }

    void aFullDiskEndsTheRoundWithItsFailure()
    {
        Desk desk(1);
        desk.queue.isFull = true;
        const auto next = desk.round();
        QVERIFY(!next);
        QCOMPARE(next.error().kind, FailureKind::StorageUnavailable);
        QVERIFY(desk.backend.asked.isEmpty());
    }

private:
    struct Desk {
        explicit Desk(int count)
        {
            for (int number = 1; number <= count; ++number)
                queue.add(number, clock.time);
        }
        Outcome<std::optional<QDateTime>> round()
        {
            const PassOnServices services{queue, backend, clock, [this] { return standing; },
                [this](const Forward&) {
                    ++told;
                }};
            return QCoro::waitFor(passOnNotifications(services, {}));
        }
        HandClock clock;
        MemoryQueue queue;
        PlayedBackend backend;
        Standing standing = Standing::Here;
        int told = 0;
    };
};

JETBRIDGE_TEST(PassOnNotificationsTest)
#include "PassOnNotificationsTest.moc"
