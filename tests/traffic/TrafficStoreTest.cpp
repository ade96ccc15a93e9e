// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficStore.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace jetbridge::test {

using namespace traffic;

namespace {

const QByteArray clientSecret = "s3cret/of+the=master";
const QByteArray accessToken = "cd251a04-4a00-4e7d-99e2-1b2e5431adb1";

struct CountedBytes final : Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, char(++calls)); }
    int calls = 0;
};

Exchange tokenExchange(const QDateTime& at)
{
    Exchange exchange;
    exchange.correlationId = "onboarding-1";
    exchange.at = at;
    exchange.milliseconds = 41;
    exchange.method = "POST";
    exchange.url = QUrl(QStringLiteral("https://api.example.com/identity/oauth/token"));
    exchange.requestHeaders = {{"Content-Type", "application/x-www-form-urlencoded"}};
    exchange.requestBody = "grant_type=client_credentials&client_id=master&client_secret="
        + clientSecret.toPercentEncoding();
    exchange.status = 200;
    exchange.replyHeaders = {{"Content-Type", "application/json"}};
    exchange.replyBody = "{\"access_token\": \"" + accessToken + "\", \"token_type\": \"Bearer\"}";
    return exchange;
}

Exchange apiExchange(const QDateTime& at)
{
    Exchange exchange;
    exchange.at = at;
    exchange.milliseconds = 12;
    exchange.method = "GET";
    exchange.url = QUrl(QStringLiteral("https://api.example.com/jobs?limit=1"));
    exchange.requestHeaders = {{"Authorization", "Bearer " + accessToken}};
    exchange.status = 200;
    exchange.replyBody = "{\"totalFound\": 3}";
    return exchange;
}

QByteArray everyByteOf(const Exchange& exchange)
{
    QByteArray all = toJsonLines({exchange});
    all += exchange.requestBody + exchange.replyBody + exchange.url.toEncoded();
    return all;
}

} // namespace

class TrafficStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsKeptWhereverItStood_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<QByteArray>("secret");
        const auto row = [](const char* name, const QByteArray& secret,
                             const std::function<void(Exchange&)>& put) {
            Exchange exchange;
            exchange.method = "POST";
            exchange.url = QUrl(QStringLiteral("https://api.example.com/x"));
            put(exchange);
            QTest::newRow(name) << exchange << secret;
        };
        row("form", "form-secret-1",
            [](Exchange& e) { e.requestBody = "a=b&client_secret=form-secret-1&c=d"; });
        row("percent-encoded form", QByteArray("a b&c/d+e=f").toPercentEncoding(), [](Exchange& e) {
            e.requestBody = "client_secret=" + QByteArray("a b&c/d+e=f").toPercentEncoding();
        });
        row("JSON", "json-secret-1",
            [](Exchange& e) { e.replyBody = R"({"clientSecret" : "json-secret-1"})"; });
        row("JSON, escaped", "json\\\"secret-1",
            [](Exchange& e) { e.replyBody = R"({"clientSecret":"json\"secret-1"})"; });
        row("JSON cut off", "json-secr",
            [](Exchange& e) { e.replyBody = R"({"clientId":"c","clientSecret":"json-secr)"; });
        row("JSON number", "1234567890",
            [](Exchange& e) { e.replyBody = R"({"access_token": 1234567890})"; });
        row("JSON array", "in-an-array-1",
            [](Exchange& e) { e.replyBody = R"({"access_token": ["in-an-array-1"]})"; });
        row("bearer", "bearer-token-1", [](Exchange& e) {
            e.requestHeaders = {{"authorization", "bearer bearer-token-1"}};
        });
        row("basic as it was sent", QByteArray("id:basic-secret-1").toBase64(), [](Exchange& e) {
            e.requestHeaders = {
                {"Authorization", "Basic " + QByteArray("id:basic-secret-1").toBase64()}};
        });
        row("cookie", "session-cookie", [](Exchange& e) {
            e.replyHeaders = {{"Set-Cookie", "a=session-cookie"}};
        });
        row("query", "query-token-1",
            [](Exchange& e) { e.url.setQuery(QStringLiteral("access_token=query-token-1")); });
        row("password of the URL", "url-password",
            [](Exchange& e) { e.url.setPassword(QStringLiteral("url-password")); });
        row("one-time code", "ABCD-EFGH",
            [](Exchange& e) { e.requestBody = "code=ABCD-EFGH&state=sealed-state"; });
        row("state", "sealed-state",
            [](Exchange& e) { e.requestBody = "code=ABCD-EFGH&state=sealed-state"; });
        row("hidden field", "sealed-state", [](Exchange& e) {
            e.replyBody = R"(<form><input type="hidden" name="state" value="sealed-state"></form>)";
        });
        row("hidden field, value first", "sealed-state",
            [](Exchange& e) { e.replyBody = R"(<input value='sealed-state' name='state'>)"; });
        row("echo in a text", "echoed-secret-1", [](Exchange& e) {
            e.requestBody = "client_secret=echoed-secret-1";
            e.replyBody = R"({"message": "no client with echoed-secret-1!"})";
        });
        row("echo in a failure", "echoed-secret-1", [](Exchange& e) {
            e.requestBody = "client_secret=echoed-secret-1";
            e.failure = QStringLiteral("echoed-secret-1 was refused");
        });
        row("told", "told-by-the-vault",
            [](Exchange& e) { e.replyBody = "<p>xtold-by-the-vaulty</p>"; });
        row("told, in base64", QByteArray("told-by-the-vault").toBase64(),
            [](Exchange& e) { e.replyBody = QByteArray("told-by-the-vault").toBase64(); });
    }

    void noSecretIsKeptWhereverItStood()
    {
        QFETCH(Exchange, exchange);
        QFETCH(QByteArray, secret);
        Redaction redaction("key");
        redaction.know(Secret(QByteArrayView("told-by-the-vault")));
        QVERIFY(everyByteOf(exchange).contains(secret)); // So that the next line can fail.
        const QByteArray kept = everyByteOf(redaction.redacted(exchange));
        QVERIFY2(!kept.contains(secret), kept.constData());
        QVERIFY(kept.contains("[secret") || secret == "url-password");
    }

    void theSameSecretReadsTheSameEverywhere()
    {
        Redaction redaction("key");
        const Exchange token = redaction.redacted(tokenExchange({}));
        const Exchange api = redaction.redacted(apiExchange({}));
        const QByteArray tag = token.replyBody.mid(token.replyBody.indexOf("[secret"), 15);
        QCOMPARE(api.requestHeaders.first().second, "Bearer " + tag);
        Exchange basic;
        basic.requestHeaders = {{"Authorization",
            "Basic " + ("master:" + clientSecret.toPercentEncoding()).toBase64()}};
        const QByteArray basicTag = redaction.redacted(basic).requestHeaders.first().second;
        QVERIFY(basicTag.startsWith("Basic master:[secret "));
        QVERIFY(token.requestBody.endsWith(basicTag.mid(13)));
        QVERIFY(Redaction("other key").redacted(tokenExchange({})).replyBody != token.replyBody);
    }

    void whatIsNoSecretStaysReadable()
    {
        Redaction redaction("key");
        Exchange exchange = apiExchange({});
        exchange.replyBody =
            R"({"code": "SCOPE_MISSING", "message": "token expired", "token_type": "Bearer"})";
        QCOMPARE(redaction.redacted(exchange).replyBody, exchange.replyBody);
        QCOMPARE(redaction.redacted(exchange).url, exchange.url);
    }

    void bytesThatAreNoTextAreCountedOnly()
    {
        Redaction redaction("key");
        Exchange exchange = apiExchange({});
        exchange.replyBody = QByteArray("\x89PNG\r\n\x1a\n\x00\xff", 10);
        QCOMPARE(redaction.redacted(exchange).replyBody, QByteArray("[10 bytes that are no text]"));
        exchange.replyBody = QByteArray(100'000, 'x');
        QVERIFY(redaction.redacted(exchange).replyBody.size() < 70'000);
    }

    void exchangesAreListedFoundAndFiltered()
    {
        TrafficStore store({}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        store.record(apiExchange(m_clock.now()));
        const auto all = QCoro::waitFor(store.list({})).value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).method, QByteArray("GET"));
        QCOMPARE(all.at(1).milliseconds, 41);
        QCOMPARE(all.at(1).at, m_clock.now());
        QCOMPARE(QCoro::waitFor(store.list({"onboarding-1", {}, 0, 10}))->size(), 1);
        QCOMPARE(QCoro::waitFor(store.list({{}, QStringLiteral("JOBS"), 0, 10}))->size(), 1);
        QCOMPARE(QCoro::waitFor(store.list({{}, QStringLiteral("%"), 0, 10}))->size(), 0);
        QCOMPARE(QCoro::waitFor(store.list({{}, {}, all.at(0).number, 10}))->size(), 1);
        QCOMPARE(QCoro::waitFor(store.find(all.at(1).number)).value()->method, QByteArray("POST"));
        QVERIFY(!QCoro::waitFor(store.find(4711)).value());
        QVERIFY(QCoro::waitFor(store.clear()));
        QVERIFY(QCoro::waitFor(store.list({}))->isEmpty());
    }

    void exchangesOutliveTheProgramWithoutASecretOnDisk()
    {
        QTemporaryDir folder;
        QByteArray tag;
        {
            TrafficStore store({folder.path()}, m_clock, m_randomness);
            store.record(tokenExchange(m_clock.now()));
            tag = QCoro::waitFor(store.list({}))->first().replyBody;
        }
        TrafficStore store({folder.path()}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        const auto all = QCoro::waitFor(store.list({})).value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).replyBody, tag); // The same secret reads the same in the next run.
        const QDir data(folder.path());
        QVERIFY(!data.entryList(QDir::Files).isEmpty());
        for (const QString& name : data.entryList(QDir::Files)) {
            QFile file(data.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(accessToken));
            QVERIFY(!bytes.contains(clientSecret));
            QVERIFY(!bytes.contains(clientSecret.toPercentEncoding()));
            QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                QFileDevice::Permissions());
        }
    }

    void aFolderThatCannotBeWrittenMeansMemoryAndIsSaid()
    {
        TrafficStore store({QStringLiteral("/proc/nowhere")}, m_clock, m_randomness);
        store.record(apiExchange(m_clock.now()));
        QCOMPARE(QCoro::waitFor(store.list({}))->size(), 1);
        QVERIFY(QCoro::waitFor(store.memoryOnlyBecause())
                    ->contains(QLatin1String("cannot be written")));
    }

    void theOldestGoWhenThereIsTooMuchOrTooOld()
    {
        TestClock clock;
        TrafficStore store({{}, 20'000, std::chrono::hours(1)}, clock, m_randomness);
        for (int i = 0; i < 256; ++i)
            store.record(apiExchange(clock.now()));
        const auto kept = QCoro::waitFor(store.list({{}, {}, 0, 1000})).value();
        QVERIFY(kept.size() < 128);
        QCOMPARE(kept.first().number, 256);
        clock.advance(2 * 3600);
        for (int i = 0; i < 64; ++i)
            store.record(apiExchange(clock.now()));
        const auto young = QCoro::waitFor(store.list({{}, {}, 0, 1000})).value();
        for (const Exchange& exchange : young)
            QCOMPARE(exchange.at, clock.now());
    }

    void harHasTheStructureOfVersion12()
    {
        TrafficStore store({}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        store.record(apiExchange(m_clock.now()));
        const auto har = store.exported(QCoro::waitFor(store.list({})).value(), Format::Har);
        QVERIFY(har);
        const QJsonObject log = QJsonDocument::fromJson(*har)[QStringLiteral("log")].toObject();
        QCOMPARE(log.value(QLatin1String("version")).toString(), QStringLiteral("1.2"));
        QVERIFY(log.value(QLatin1String("creator")).toObject().contains(QLatin1String("version")));
        const QJsonArray entries = log.value(QLatin1String("entries")).toArray();
        QCOMPARE(entries.size(), 2);
        const auto has = [](const QJsonObject& object, const QStringList& fields) {
            return std::all_of(fields.begin(), fields.end(),
                [&](const QString& field) { return object.contains(field); });
        };
        const auto words = [](const char* text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '));
        };
        for (const QJsonValue& entry : entries) {
            QVERIFY(has(
                entry.toObject(), words("startedDateTime time request response cache timings")));
            QVERIFY(has(entry[QLatin1String("request")].toObject(),
                words("method url httpVersion cookies headers queryString headersSize bodySize")));
            QVERIFY(has(entry[QLatin1String("response")].toObject(),
                words("status statusText httpVersion cookies headers content redirectURL "
                      "headersSize bodySize")));
            QVERIFY(has(entry[QLatin1String("timings")].toObject(), words("send wait receive")));
            QVERIFY(QDateTime::fromString(
                entry[QLatin1String("startedDateTime")].toString(), Qt::ISODate)
                        .isValid());
        }
        QCOMPARE(entries[0][QLatin1String("request")][QLatin1String("method")].toString(),
            QStringLiteral("POST"));
    }

    void theOtherFormatsReadWell()
    {
        Exchange exchange = apiExchange(m_clock.now());
        exchange.from = Lane::PartnerApp;
        exchange.to = Lane::SmartRecruiters;
        exchange.url = QUrl(QStringLiteral("https://api.example.com/a;b"));
        const QByteArray diagram = toMermaid({exchange});
        QVERIFY(diagram.startsWith("sequenceDiagram\n"));
        QVERIFY2(
            diagram.contains("partnerApp->>smartRecruiters: GET /a#59;b\n"), diagram.constData());
        QVERIFY(diagram.contains("smartRecruiters-->>partnerApp: 200, 12 ms\n"));
        QCOMPARE(toJsonLines({exchange, exchange}).count('\n'), 2);
    }

    void anExportWithASecretInItIsRefused_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("HAR") << Format::Har;
        QTest::newRow("JSON Lines") << Format::JsonLines;
    }

    void anExportWithASecretInItIsRefused()
    {
        QFETCH(Format, format);
        TrafficStore store({}, m_clock, m_randomness);
        const QList<Exchange> raw{tokenExchange(m_clock.now())}; // As if redaction had failed.
        QVERIFY(store.exported(raw, format));
        store.knowSecret(Secret(accessToken));
        const auto refused = store.exported(raw, format);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted);
        QVERIFY(!refused.error().detail.contains(QString::fromUtf8(accessToken)));
    }

    void manyThreadsRecordAtOnce()
    {
        TrafficStore store({}, m_clock, m_randomness);
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&store, this] {
                for (int n = 0; n < 50; ++n)
                    store.record(tokenExchange(m_clock.now()));
            }));
            threads.back()->start();
        }
        for (auto& thread : threads)
            thread->wait();
        QCOMPARE(QCoro::waitFor(store.list({{}, {}, 0, 1000}))->size(), 200);
    }

private:
    TestClock m_clock;
    CountedBytes m_randomness;
};

} // namespace jetbridge::test

QTEST_GUILESS_MAIN(jetbridge::test::TrafficStoreTest)
#include "TrafficStoreTest.moc"
