// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/TokenCache.h"
#include "support/TestMain.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroSignal>
#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

/// Answers token requests when the test says so, or at once.
class Tap : public QObject, public SmartRecruiters {
    Q_OBJECT

public:
    explicit Tap(const Clock& clock)
        : m_clock(clock)
    {
    }

    Task<Outcome<AccessToken>> token(ClientCredentials client, OnboardingId) override
    {
        ++asked;
        if (closed)
            co_await qCoro(this, &Tap::opened);
        if (failure)
            co_return tl::unexpected<Failure>(*failure);
        AccessToken token;
        token.value = Secret(client.clientId.text().toUtf8() + '-' + QByteArray::number(++m_given));
        token.lifetimeSeconds = lifetimeSeconds;
        token.expiresAt = m_clock.now().addSecs(lifetimeSeconds);
        co_return token;
    }
    Task<Outcome<CustomerCredentials>> confirm(AccessToken, IntegrationRequest) override
    {
        co_return failed(FailureKind::Invalid, Message());
    }
    Task<Outcome<Company>> company(AccessToken, OnboardingId) override
    {
        co_return failed(FailureKind::Invalid, Message());
    }
    Task<Outcome<int>> count(Listing, AccessToken, OnboardingId) override { co_return 0; }

    void open()
    {
        closed = false;
        Q_EMIT opened();
    }

    int asked = 0;
    bool closed = false;
    int lifetimeSeconds = 1800;
    std::optional<Failure> failure;

Q_SIGNALS:
    void opened();

private:
    const Clock& m_clock;
    int m_given = 0;
};

ClientCredentials client(const char* id, const char* secret = "secret")
{
    return {ClientId(QString::fromLatin1(id)), Secret(QByteArrayView(secret))};
}

} // namespace

class TokenCacheTest : public QObject {
    Q_OBJECT

    QByteArray get(smartrecruiters::TokenCache& cache, const ClientCredentials& credentials)
    {
        const auto token = QCoro::waitFor(cache.get(credentials, {}));
        return token ? token->value.reveal().toByteArray() : QByteArray("no token");
    }

private Q_SLOTS:
    void aThousandCallersShareOneRequest()
    {
        Tap tap(m_clock);
        tap.closed = true;
        smartrecruiters::TokenCache cache(tap, m_clock);
        std::vector<Task<Outcome<AccessToken>>> callers;
        callers.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            callers.push_back(cache.get(client("a"), {}));
        callers.erase(callers.begin(), callers.begin() + 500); // Half of the callers give up.
        QCOMPARE(tap.asked, 1);
        tap.open();
        for (auto& caller : callers) {
            QCOMPARE(QCoro::waitFor(caller)->value.reveal().toByteArray(), QByteArray("a-1"));
        }
        QCOMPARE(tap.asked, 1);
    }

    void clientsDoNotShareTokens()
    {
        Tap tap(m_clock);
        smartrecruiters::TokenCache cache(tap, m_clock);
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        QCOMPARE(get(cache, client("b")), QByteArray("b-2"));
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
    }

    void aTokenIsFetchedAgainShortlyBeforeItExpires_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("stillGood");
        QTest::newRow("two minutes of half an hour") << 1800 << 1679;
        QTest::newRow("a tenth of ten minutes") << 600 << 539;
        QTest::newRow("a tenth of ten seconds") << 10 << 8;
    }

    void aTokenIsFetchedAgainShortlyBeforeItExpires()
    {
        QFETCH(int, lifetime);
        QFETCH(int, stillGood);
        TestClock clock;
        Tap tap(clock);
        tap.lifetimeSeconds = lifetime;
        smartrecruiters::TokenCache cache(tap, clock);
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        clock.advance(stillGood);
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        clock.advance(1);
        QCOMPARE(get(cache, client("a")), QByteArray("a-2"));
    }

    void aTokenWithoutALifeIsUsedOnce()
    {
        Tap tap(m_clock);
        tap.lifetimeSeconds = 0;
        smartrecruiters::TokenCache cache(tap, m_clock);
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        QCOMPARE(get(cache, client("a")), QByteArray("a-2"));
    }

    void aDroppedTokenIsFetchedAgain()
    {
        Tap tap(m_clock);
        smartrecruiters::TokenCache cache(tap, m_clock);
        get(cache, client("a"));
        cache.drop(ClientId(u"a"_s));
        QCOMPARE(get(cache, client("a")), QByteArray("a-2"));
    }

    void aTokenAskedForBeforeADropIsNotKeptAfterIt()
    {
        Tap tap(m_clock);
        tap.closed = true;
        smartrecruiters::TokenCache cache(tap, m_clock);
        auto early = cache.get(client("a"), {});
        cache.drop(ClientId(u"a"_s));
        auto late = cache.get(client("a"), {});
        QCOMPARE(tap.asked, 2);
        tap.open();
        QVERIFY(QCoro::waitFor(early));
        const QByteArray kept = QCoro::waitFor(late)->value.reveal().toByteArray();
        QCOMPARE(get(cache, client("a")), kept);
        QCOMPARE(tap.asked, 2);
    }

    void aNewSecretIsProvedByANewRequest()
    {
        Tap tap(m_clock);
        smartrecruiters::TokenCache cache(tap, m_clock);
        get(cache, client("a", "old"));
        QCOMPARE(get(cache, client("a", "new")), QByteArray("a-2"));
    }

    void anotherHostForgetsEverything()
    {
        Tap tap(m_clock);
        smartrecruiters::TokenCache cache(tap, m_clock);
        cache.setPlace(QUrl(u"https://one.example"_s), {});
        get(cache, client("a"));
        cache.setPlace(QUrl(u"https://one.example"_s), {});
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        cache.setPlace(QUrl(u"https://two.example"_s), {});
        QCOMPARE(get(cache, client("a")), QByteArray("a-2"));
    }

    void otherScopesForgetEverything()
    {
        Tap tap(m_clock);
        smartrecruiters::TokenCache cache(tap, m_clock);
        const QUrl host(u"https://one.example"_s);
        cache.setPlace(host, {u"jobs_read"_s});
        get(cache, client("a"));
        cache.setPlace(host, {u"jobs_read"_s});
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        cache.setPlace(host, {u"jobs_read"_s, u"company_read"_s});
        QCOMPARE(get(cache, client("a")), QByteArray("a-2"));
    }

    void aFailureGoesToAllWhoWaitedAndIsNotKept()
    {
        Tap tap(m_clock);
        tap.closed = true;
        tap.failure = Failure{FailureKind::ServerFault, 500, {}, Message::inWords(u"down"_s), {}};
        smartrecruiters::TokenCache cache(tap, m_clock);
        auto one = cache.get(client("a"), {});
        auto other = cache.get(client("a"), {});
        tap.open();
        QCOMPARE(QCoro::waitFor(one).error().status, 500);
        QCOMPARE(QCoro::waitFor(other).error().status, 500);
        tap.failure.reset();
        QCOMPARE(get(cache, client("a")), QByteArray("a-1"));
        QCOMPARE(tap.asked, 2);
    }

private:
    TestClock m_clock;
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::TokenCacheTest)
#include "TokenCacheTest.moc"

#include <optional>
