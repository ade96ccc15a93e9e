// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/Pacer.h"
#include "support/TestMain.h"
#include "wire/TestClock.h"
#include "wire/TestTimer.h"

#include <QCoro/QCoroTask>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

using namespace std::chrono_literals;
using http::Headers;
using smartrecruiters::Pacer;
using smartrecruiters::WireRequest;
using std::chrono::milliseconds;

struct Bytes final : Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, value); }
    char value = 0;
};

WireRequest request(const QByteArray& credential = "customer", const QByteArray& lane = {})
{
    WireRequest request;
    request.credential = ClientId(QString::fromLatin1(credential));
    request.lane = lane;
    return request;
}

http::Reply reply(int status = 200, Headers headers = {})
{
    return {status, std::move(headers), {}};
}

Outcome<http::Reply> noReply(FailureKind kind)
{
    return failed(kind, u"nothing came"_s);
}

/// Requests as SmartRecruiters would see them: when they arrive, and how many are there at the same
/// time.
struct Office {
    ~Office() { pacer->cancelAll(); }

    TestTimer timer;
    TestClock clock;
    Bytes randomness;
    std::shared_ptr<Pacer> pacer = std::make_shared<Pacer>(timer, clock, randomness);
    std::vector<Task<void>> calls;
    QList<milliseconds> arrivals;
    int open = 0;
    int mostOpen = 0;
    Headers told;
    QRandomGenerator dice{1};
    int mostMilliseconds = 300; ///< Largest latency in each direction.

    static Task<void> call(Office* office, WireRequest request)
    {
        if (!co_await office->pacer->turn(request, 0ms))
            co_return;
        const auto there = milliseconds(office->dice.bounded(office->mostMilliseconds + 1));
        const auto back = there + milliseconds(office->dice.bounded(office->mostMilliseconds + 1));
        office->timer.ringAfter(there, [office] {
            office->arrivals.append(office->timer.elapsed());
            office->mostOpen = std::max(office->mostOpen, ++office->open);
        });
        office->timer.ringAfter(back, [office, request] {
            --office->open;
            office->pacer->answered(request, reply(200, office->told), 1);
        });
    }
    void ask(int times, const WireRequest& request)
    {
        for (int i = 0; i < times; ++i)
            calls.push_back(call(this, request));
    }
    void waitForAll()
    {
        while (timer.ringNext()) { }
    }
    /// Returns the largest number of requests that arrived within any second.
    int mostInASecond() const
    {
        int most = 0;
        for (qsizetype first = 0, last = 0; last < arrivals.size(); ++last) {
            while (arrivals.at(last) - arrivals.at(first) >= 1000ms)
                ++first;
            most = std::max(most, int(last - first) + 1);
        }
        return most;
    }
    RateUse use() const { return pacer->use().value(0); }
    /// Receives one answer: from now on more than one request may be under way.
    void hear(const QByteArray& credential = "customer")
    {
        ask(1, request(credential));
        waitForAll();
        timer.advance(2s);
    }
    /// Tells whether a call would be sent now; it is answered at once.
    bool leavesNow(const WireRequest& request)
    {
        auto turn = pacer->turn(request, 0ms);
        if (!turn.isReady()) {
            pacer->cancelAll();
            return false;
        }
        const bool mayLeave = QCoro::waitFor(turn).has_value();
        if (mayLeave)
            pacer->answered(request, reply(), 1);
        return mayLeave;
    }
};

} // namespace

/// Tests SmartRecruiters' limits with a test clock: no real second passes.
class PacerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThousandQueuedCallsNeverExceedTheLimit_data()
    {
        QTest::addColumn<QByteArray>("lane");
        QTest::addColumn<int>("toldPerSecond");
        QTest::addColumn<int>("toldAtOnce");
        QTest::addColumn<int>("latency");
        QTest::newRow("as published") << QByteArray() << 0 << 0 << 300;
        QTest::newRow("as published, no latency") << QByteArray() << 0 << 0 << 0;
        QTest::newRow("as published, slow") << QByteArray() << 0 << 0 << 5000;
        QTest::newRow("told more") << QByteArray() << 120 << 30 << 300;
        QTest::newRow("told less") << QByteArray() << 3 << 2 << 100;
        QTest::newRow("told as little as can be") << QByteArray() << 1 << 1 << 0;
        QTest::newRow("candidates: one at once") << QByteArray("candidates") << 0 << 0 << 300;
    }

    void aThousandQueuedCallsNeverExceedTheLimit()
    {
        QFETCH(QByteArray, lane);
        QFETCH(int, toldPerSecond);
        QFETCH(int, toldAtOnce);
        QFETCH(int, latency);
        Office office;
        office.mostMilliseconds = latency;
        if (toldPerSecond > 0)
            office.told = {{"X-RateLimit-Limit", QByteArray::number(toldPerSecond)},
                {"X-RateLimit-Concurrent-Limit", QByteArray::number(toldAtOnce)}};
        // Nothing is known yet: the first answer tells the limits.
        office.ask(1000, request("customer", lane));
        QCOMPARE(office.use().waiting + office.use().underWay, 1000);
        office.waitForAll();

        const int perSecond = toldPerSecond > 0 ? toldPerSecond : 10;
        const int atOnce = toldAtOnce > 0 ? toldAtOnce : lane.isEmpty() ? 8 : 1;
        QCOMPARE(office.arrivals.size(), 1000);
        QVERIFY2(office.mostInASecond() <= perSecond,
            qPrintable(QString::number(office.mostInASecond())));
        QVERIFY2(office.mostOpen <= atOnce, qPrintable(QString::number(office.mostOpen)));
        if (latency == 0) // Nothing is wasted where the network has no latency.
            QCOMPARE(office.mostInASecond(), perSecond);
        QCOMPARE(office.use().waiting, 0);
    }

    void callsLeaveInTheOrderInWhichTheyCame()
    {
        Office office;
        QList<int> order;
        const auto ask = [&](int number) -> Task<void> {
            const WireRequest asked = request();
            if (co_await office.pacer->turn(asked, 0ms)) {
                order.append(number);
                office.timer.ringAfter(
                    50ms, [&office, asked] { office.pacer->answered(asked, reply(), 1); });
            }
        };
        std::vector<Task<void>> calls;
        calls.reserve(40);
        for (int number = 0; number < 40; ++number)
            calls.push_back(ask(number));
        office.waitForAll();
        QCOMPARE(order.size(), 40);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void candidatesWaitForEachOtherAndForNobodyElse()
    {
        Office office;
        office.hear();
        office.ask(3, request("customer", "candidates"));
        office.ask(2, request("customer"));
        QCOMPARE(office.use().underWay, 3);
        QCOMPARE(office.use().waiting, 2);
    }

    void nothingIsKnownUntilAnAnswerWasRead_data()
    {
        QTest::addColumn<bool>("tellsLimits");
        QTest::addColumn<int>("status");
        QTest::addColumn<Headers>("figures");
        QTest::addColumn<int>("leaveThen");
        const Headers fewer{{"X-RateLimit-Limit", "5"}, {"X-RateLimit-Concurrent-Limit", "3"}};
        QTest::newRow("fewer are allowed") << true << 200 << fewer << 3;
        QTest::newRow("nothing is told: as published") << true << 200 << Headers() << 8;
        QTest::newRow("an error is an answer") << true << 404 << Headers() << 8;
        QTest::newRow("no answer came") << true << 0 << Headers() << 1;
        QTest::newRow("a token says nothing of the API") << false << 200 << Headers() << 1;
        QTest::newRow("a token, and what is allowed") << false << 200 << fewer << 3;
    }

    void nothingIsKnownUntilAnAnswerWasRead()
    {
        QFETCH(bool, tellsLimits);
        QFETCH(int, status);
        QFETCH(Headers, figures);
        QFETCH(int, leaveThen);
        Office office;
        WireRequest first = request();
        first.tellsLimits = tellsLimits;
        QVERIFY(QCoro::waitFor(office.pacer->turn(first, 0ms)));
        office.ask(20, request());
        QCOMPARE(office.use().underWay, 1);
        const Outcome<http::Reply> answer = status > 0
            ? Outcome<http::Reply>(reply(status, figures))
            : noReply(FailureKind::TimedOut);
        office.pacer->answered(first, answer, 1);
        QCOMPARE(office.use().underWay, leaveThen);
    }

    void oneCredentialDoesNotWaitForAnother()
    {
        Office office;
        office.ask(20, request("globex"));
        QVERIFY(office.leavesNow(request("initech")));
    }

    void figuresThatAreNoneAreNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("figure");
        for (const char* odd : {"0", "-5", "ten", "", "1e3", "99999999999999999999"})
            QTest::newRow(odd) << QByteArray(odd);
    }

    void figuresThatAreNoneAreNotBelieved()
    {
        QFETCH(QByteArray, figure);
        Office office;
        office.told = {{"X-RateLimit-Limit", figure}, {"X-RateLimit-Concurrent-Limit", figure}};
        office.ask(1, request());
        office.waitForAll();
        QCOMPARE(office.use().perSecond, 10);
        QCOMPARE(office.use().atOnce, 8);
        QVERIFY(!office.use().told);
    }

    void whatAnotherProgramUsesCountsToo()
    {
        Office office;
        office.mostMilliseconds = 0;
        office.told = {{"X-RateLimit-Limit", "10"}, {"X-RateLimit-Remaining", "0"}};
        office.ask(1, request());
        office.waitForAll();
        QCOMPARE(office.use().used, 10);
        QVERIFY(!office.leavesNow(request()));
        office.timer.advance(1s);
        QVERIFY(office.leavesNow(request()));
    }

    void aRefusalPausesTheWholeCredentialAsLongAsItSays_data() // RFC 9110 10.2.3
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<milliseconds>("pause");
        QTest::newRow("seconds") << Headers{{"Retry-After", "7"}} << milliseconds(7s);
        QTest::newRow("date") << Headers{{"Retry-After", "Fri, 02 Jan 2026 03:04:35 GMT"}}
                              << milliseconds(30s);
        QTest::newRow("date, their clock two minutes ahead") << Headers{
            {"Date", "Fri, 02 Jan 2026 03:06:05 GMT"},
            {"Retry-After", "Fri, 02 Jan 2026 03:06:15 GMT"}} << milliseconds(10s);
        QTest::newRow("nothing: half a second, less the jitter") << Headers() << 250ms;
        QTest::newRow("unreadable") << Headers{{"Retry-After", "soon"}} << 250ms;
        QTest::newRow("now, which is too soon") << Headers{{"Retry-After", "0"}} << 250ms;
    }

    void aRefusalPausesTheWholeCredentialAsLongAsItSays()
    {
        QFETCH(Headers, headers);
        QFETCH(milliseconds, pause);
        Office office;
        QVERIFY(QCoro::waitFor(office.pacer->turn(request(), 0ms)));
        QCOMPARE(office.pacer->answered(request(), reply(429, headers), 1), std::optional(pause));
        QCOMPARE(office.use().pausedFor, pause);
        office.timer.advance(pause - 1ms);
        QVERIFY(!office.leavesNow(request()));
        QVERIFY(office.leavesNow(request("another")));
        office.timer.advance(1ms);
        QVERIFY(office.leavesNow(request()));
    }

    void aPauseThatNobodyWantsToWaitForFailsTheCalls()
    {
        Office office;
        QVERIFY(QCoro::waitFor(office.pacer->turn(request(), 0ms)));
        auto queued = office.pacer->turn(request(), 1s);
        QVERIFY(!office.pacer->answered(request(), reply(429, {{"Retry-After", "121"}}), 1));
        const auto outcome = QCoro::waitFor(queued);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::RateLimited);
        QVERIFY(outcome.error().detail.english().contains("121 s"_L1));
        const auto later = QCoro::waitFor(office.pacer->turn(request(), 0ms));
        QVERIFY(!later);
        QCOMPARE(later.error().kind, FailureKind::RateLimited);
        office.timer.advance(121s);
        QVERIFY(office.leavesNow(request()));
    }

    void whatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<bool>("isTriedAgain");
        for (const int status : {408, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << FailureKind() << true;
        for (const int status : {200, 201, 302, 400, 401, 403, 404, 409, 422, 501, 505})
            QTest::addRow("%d", status) << status << FailureKind() << false;
        QTest::newRow("unreachable") << 0 << FailureKind::Unreachable << true;
        for (const auto kind : {FailureKind::TimedOut, FailureKind::Insecure,
                 FailureKind::Cancelled, FailureKind::BadReply, FailureKind::Invalid})
            QTest::addRow("%s", qPrintable(failureKindName(kind))) << 0 << kind << false;
    }

    void whatMayPassIsTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(FailureKind, kind);
        QFETCH(bool, isTriedAgain);
        const auto came = status > 0 ? Outcome<http::Reply>(reply(status)) : noReply(kind);
        Office office;
        QVERIFY(QCoro::waitFor(office.pacer->turn(request(), 0ms)));
        QCOMPARE(office.pacer->answered(request(), came, 1).has_value(), isTriedAgain);

        // A request that may be sent only once is never repeated (RFC 9110 9.2.2).
        WireRequest confirm = request("master");
        confirm.once = true;
        QVERIFY(QCoro::waitFor(office.pacer->turn(confirm, 0ms)));
        QVERIFY(!office.pacer->answered(confirm, came, 1));
    }

    void pausesDoubleWithJitterAndEnd()
    {
        for (const char random : {'\x00', '\xFF'}) {
            Office office;
            office.randomness.value = random;
            milliseconds whole(500);
            for (int tried = 1; tried < Pacer::mostTries; ++tried, whole *= 2) {
                QVERIFY(QCoro::waitFor(office.pacer->turn(request(), 0ms)));
                QCOMPARE(office.pacer->answered(request(), reply(500), tried),
                    std::optional(random == 0 ? whole / 2 : whole));
            }
            QVERIFY(QCoro::waitFor(office.pacer->turn(request(), 0ms)));
            QVERIFY(!office.pacer->answered(request(), reply(500), Pacer::mostTries));
        }
    }

    void aCallThatIsTriedAgainWaitsItsPauseAndKeepsNobodyWaiting()
    {
        Office office;
        office.hear();
        auto again = office.pacer->turn(request(), 700ms);
        QVERIFY(!again.isReady());
        auto another = office.pacer->turn(request(), 0ms);
        QVERIFY(another.isReady());
        office.timer.advance(699ms);
        QVERIFY(!again.isReady());
        office.timer.advance(1ms);
        QVERIFY(again.isReady());
        QVERIFY(QCoro::waitFor(again));
    }

    void whoeverWaitsCanBeCancelled()
    {
        Office office;
        office.ask(10, request());
        std::vector<Task<Outcome<Done>>> waiting;
        waiting.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            waiting.push_back(office.pacer->turn(request(), 0ms));
        office.pacer->cancelAll();
        for (auto& call : waiting) {
            QVERIFY(call.isReady());
            QCOMPARE(QCoro::waitFor(call).error().kind, FailureKind::Cancelled);
        }
        office.waitForAll();
        office.timer.advance(2s);
        QVERIFY(office.leavesNow(request()));
    }

    void anotherPlaceStartsWithThePublishedLimits()
    {
        Office office;
        office.told = {{"X-RateLimit-Limit", "2"}, {"X-RateLimit-Concurrent-Limit", "1"}};
        office.ask(1, request());
        office.waitForAll();
        QCOMPARE(office.use().perSecond, 2);
        office.pacer->forget();
        QCOMPARE(office.use().perSecond, 10);
        QVERIFY(!office.use().told);
        office.told.clear();
        office.ask(20, request());
        // The limits are not certain until one request was answered.
        QCOMPARE(office.use().underWay, 1);
        QVERIFY(office.timer.ringNext() && office.timer.ringNext());
        QCOMPARE(office.use().underWay, 8);
    }

    void restingCustomersTakeNoMemory()
    {
        Office office;
        for (int i = 0; i < 10'000; ++i) {
            QVERIFY(office.leavesNow(request(QByteArray::number(i))));
            office.timer.advance(100ms);
        }
        QVERIFY2(office.pacer->use().size() <= 64,
            qPrintable(QString::number(office.pacer->use().size())));
    }
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::PacerTest)
#include "PacerTest.moc"
