// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficStore.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"
#include "traffic/Export.h"
#include "traffic/Redaction.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

using namespace traffic;

namespace {

const QByteArray clientSecret = "s3cret/of+the=master";
const QByteArray formerSecret = "f0rmer \"s\xc3\xa9"
                                "cret\" a+b/c&d";
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
    exchange.url = QUrl(u"https://api.example.com/identity/oauth/token"_s);
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
    exchange.url = QUrl(u"https://api.example.com/jobs?limit=1"_s);
    exchange.requestHeaders = {{"Authorization", "Bearer " + accessToken}};
    exchange.status = 200;
    exchange.replyBody = "{\"totalFound\": 3}";
    return exchange;
}

QByteArray everyByteOf(const Exchange& exchange)
{
    QByteArray all = ExportForm::of(ExchangeFormat::JsonLines).entry(exchange);
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
            exchange.url = QUrl(u"https://api.example.com/x"_s);
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
        const QByteArray longToken(200'000, 't');
        row("JSON, very long", longToken.first(1000), [longToken](Exchange& e) {
            e.replyBody = "{\"access_token\":\"" + longToken + "\\n\"}";
        });
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
            [](Exchange& e) { e.url.setQuery(u"access_token=query-token-1"_s); });
        row("password of the URL", "url-password",
            [](Exchange& e) { e.url.setPassword(u"url-password"_s); });
        row("one-time code", "ABCD-EFGH",
            [](Exchange& e) { e.requestBody = "code=ABCD-EFGH&state=sealed-state"; });
        row("state", "sealed-state",
            [](Exchange& e) { e.requestBody = "code=ABCD-EFGH&state=sealed-state"; });
        row("hidden field", "sealed-state", [](Exchange& e) {
            e.replyBody = R"(<form><input type="hidden" name="state" value="sealed-state"></form>)";
        });
        row("hidden field, value first", "sealed-state",
            [](Exchange& e) { e.replyBody = R"(<input value='sealed-state' name='state'>)"; });
        row("multipart", "multi-secret-1", [](Exchange& e) {
            e.requestBody = "--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\n"
                            "multi-secret-1\r\n--b--\r\n";
        });
        row("multipart cut off", "multi-secr", [](Exchange& e) {
            e.requestBody = "--b\nContent-Disposition: form-data; name=client_secret\n"
                            "Content-Type: text/plain\n\nmulti-secr";
        });
        row("XML", "xml-secret-1", [](Exchange& e) {
            e.requestBody = "<r><client_secret>xml-secret-1</client_secret></r>";
        });
        row("XML with a prefix and an attribute", "xml-secret-1", [](Exchange& e) {
            e.replyBody = "<a:AccessToken type='x'><![CDATA[xml-secret-1]]></a:AccessToken>";
        });
        row("a line of YAML", "yaml-secret-1",
            [](Exchange& e) { e.replyBody = "id: 1\n  client_secret : yaml-secret-1\nx: y"; });
        row("echo in a text", "echoed-secret-1", [](Exchange& e) {
            e.requestBody = "client_secret=echoed-secret-1";
            e.replyBody = R"({"message": "no client with echoed-secret-1!"})";
        });
        row("echo in a failure", "echoed-secret-1", [](Exchange& e) {
            e.requestBody = "client_secret=echoed-secret-1";
            e.failure = u"echoed-secret-1 was refused"_s;
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
        // Without this, the next check could not fail.
        QVERIFY(everyByteOf(exchange).contains(secret));
        const QByteArray kept = everyByteOf(redaction.redacted(exchange));
        QVERIFY2(!kept.contains(secret), kept.constData());
        QVERIFY(kept.contains("[secret") || secret == "url-password");
    }

    void namesAndValuesAreReadAsTheirReceiverReadsThem_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const QByteArray& body) {
            QTest::newRow(name) << body;
        };
        row("percent-encoded name", "client%5Fsecret=Hidden-one/1");
        row("in lower case", "client%5fsecret=Hidden-one/1");
        row("percent-encoded value", "client_secret=%48idden-one%2F1");
        row("other spellings of the name", "clientSecret=Hidden-one/1");
        row("a longer name", "a=b&new-client-secret=Hidden-one/1");
        row("brackets", "client_secret%5B%5D=Hidden-one/1");
        row("JSON name with an escape", "{\"client\\u005fsecret\":\"Hidden-one/1\"}");
        row("JSON value with escapes", "{\"client_secret\":\"\\u0048idden-one\\/1\"}");
        row("JSON in JSON", "{\"body\":\"{\\\"client_secret\\\":\\\"Hidden-one\\\\/1\\\"}\"}");
        row("JSON in a form", "payload=%7B%22client_secret%22%3A%22Hidden-one%2F1%22%7D");
        row("a form in JSON", R"({"body":"a=b&client%5Fsecret=Hidden-one%2F1"})");
        row("single quotes", "{'client_secret': 'Hidden-one/1'}");
        row("HTML name with a reference",
            "<input name='client&#95;secret' value='Hidden-one&#x2F;1'>");
        row("HTML without quotes", "<input name=secret value=Hidden-one/1>");
        row("HTML password field", R"(<input type="password" name="x" value="Hidden-one/1">)");
    }
    void namesAndValuesAreReadAsTheirReceiverReadsThem()
    {
        QFETCH(QByteArray, body);
        Redaction redaction("key");
        Exchange exchange;
        exchange.requestBody = body;
        exchange.replyBody = "it was Hidden-one/1";
        const Exchange kept = redaction.redacted(exchange);
        QVERIFY2(!kept.requestBody.contains("idden-one"), kept.requestBody.constData());
        QVERIFY2(kept.requestBody.contains("[secret "), kept.requestBody.constData());
        QVERIFY2(!kept.replyBody.contains("idden-one"), kept.replyBody.constData());
    }

    void aSecretOfWhichOnlyTheHashIsKeptIsFoundWhateverItStandsIn_data()
    {
        QTest::addColumn<QByteArray>("form");
        const auto row = [](const char* name, const QByteArray& form) {
            QTest::newRow(name) << form;
        };
        row("as it is", formerSecret);
        row("amid other letters", "x" + formerSecret + "y");
        row("percent-encoded", formerSecret.toPercentEncoding());
        row("percent-encoded to the last letter", "%" + formerSecret.toHex('%'));
        row("as a form writes it", formerSecret.toPercentEncoding(" ").replace(' ', '+'));
        row("twice", formerSecret.toPercentEncoding().toPercentEncoding());
        row("in JSON", "f0rmer \\\"s\\u00e9cret\\\" a+b\\/c&d");
        row("in JSON within JSON",
            "{\\\"odd\\\":\\\"f0rmer \\\\\\\"s\\\\u00e9cret\\\\\\\" a+b\\\\/c&d\\\"}");
        row("in HTML",
            "f0rmer &quot;s\xc3\xa9"
            "cret&quot; a+b/c&amp;d");
        row("in HTML by numbers", "f0rmer &#34;s&#233;cret&#x22; a+b/c&#38;d");
        row("in base64", formerSecret.toBase64());
        row("in base64 for URLs",
            formerSecret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        row("in base64 with what is around it", ("id:" + formerSecret + "!").toBase64());
        row("in base64, encoded before", ("id:" + formerSecret.toPercentEncoding()).toBase64());
        row("in base64 behind letters", "ab" + formerSecret.toBase64());
    }
    void aSecretOfWhichOnlyTheHashIsKeptIsFoundWhateverItStandsIn()
    {
        QFETCH(QByteArray, form);
        Redaction redaction("key");
        const SecretHasher hasher(Secret(QByteArray(32, 'k')));
        redaction.know(hasher, {hasher.of(formerSecret)});
        const QByteArray odd = "{\"odd\": \"" + form + "\"}";
        QVERIFY(redaction.findsSecretIn(odd));
        Exchange exchange = apiExchange({});
        exchange.requestBody = odd;
        exchange.replyHeaders = {{"X-Odd", form}};
        exchange.url.setQuery(u"odd="_s + QString::fromUtf8(form.toPercentEncoding()));
        const Exchange kept = redaction.redacted(exchange);
        QCOMPARE(kept.requestBody.count("[secret "), 1);
        QVERIFY2(kept.replyHeaders.first().second.contains("[secret "),
            kept.replyHeaders.first().second.constData());
        QVERIFY(!kept.requestBody.contains("f0rmer"));
        QVERIFY2(!redaction.findsSecretIn(everyByteOf(kept)), everyByteOf(kept).constData());
        QVERIFY2(kept.url.toString().contains("secret "_L1), kept.url.toEncoded().constData());
        // A hasher with another key: it cannot use these hashes.
        const SecretHasher other(Secret(QByteArray(32, 'o')));
        redaction.know(other, {});
        QVERIFY(!redaction.findsSecretIn(odd));
    }

    void aHashTellsNothingWithoutItsKey()
    {
        const SecretHasher hasher(Secret(QByteArray(32, 'k')));
        const SecretHasher other(Secret(QByteArray(32, 'o')));
        QCOMPARE(hasher.of(formerSecret), hasher.of(formerSecret));
        QVERIFY(hasher.of(formerSecret).mac != other.of(formerSecret).mac);
        QVERIFY(hasher.of(formerSecret).beginning != other.of(formerSecret).beginning);
        QVERIFY(hasher.keyId() != other.keyId());
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

    void whatOthersSayIsKeptWithoutAnySecretThatIsKnown_data()
    {
        aSecretOfWhichOnlyTheHashIsKeptIsFoundWhateverItStandsIn_data();
    }
    void whatOthersSayIsKeptWithoutAnySecretThatIsKnown()
    {
        QFETCH(QByteArray, form);
        TrafficStore store({}, m_clock, m_randomness);
        ExchangeRecorder& recorder = store;
        const QByteArray said = "No client with " + form + " or s3cret/of+the=master here.";
        QCOMPARE(recorder.withoutSecrets(said), said);
        const SecretHasher hasher(Secret(QByteArray(32, 'k')));
        store.knowHashes(hasher, {hasher.of(formerSecret)});
        store.knowSecret(Secret(clientSecret));
        const QByteArray kept = recorder.withoutSecrets(said);
        QCOMPARE(kept.count("[secret]"), 2);
        QVERIFY2(kept.startsWith("No client with ") && kept.endsWith(" or [secret] here."),
            kept.constData());
        QVERIFY2(!kept.contains("f0rmer"), kept.constData());
        QVERIFY2(!kept.contains(formerSecret.toBase64().first(20)), kept.constData());
        const QByteArray innocent = "No such client.";
        QCOMPARE(recorder.withoutSecrets(innocent), innocent);
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
        QCOMPARE(
            redaction.redacted(exchange).replyBody, QByteArray("[10 bytes that are not text]"));
        exchange.replyBody = QByteArray(100'000, 'x');
        QVERIFY(redaction.redacted(exchange).replyBody.size() < 70'000);
    }

    void aBodyIsLookedThroughInNoTimeWhateverAStrangerPutIntoIt_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("fields without an end") << QByteArray("<input name=x ");
        QTest::newRow("values without an end") << QByteArray("<input name=state value=\"");
        QTest::newRow("names without a value") << QByteArray("\"token\"   ");
        QTest::newRow("values one in the other") << QByteArray("token=");
        QTest::newRow("JSON values one in the other") << QByteArray("\"token\":[");
        QTest::newRow("strings without an end") << QByteArray("\"token\":\"\\");
        QTest::newRow("every encoding") << QByteArray("%25+\\u0025&amp;'\\''");
        QTest::newRow("base64") << QByteArray("AbCdEfGhIjKl");
        QTest::newRow("names") << QByteArray("<input name ");
        QTest::newRow("one field") << QByteArray(" name value");
        QTest::newRow("separators") << QByteArray("=:");
    }

    void aBodyIsLookedThroughInNoTimeWhateverAStrangerPutIntoIt()
    {
        QFETCH(QByteArray, piece);
        Exchange exchange = apiExchange({});
        exchange.requestBody = piece.repeated(1024 * 1024 / int(piece.size()));
        // An algorithm of quadratic time would not finish before the test's time-out.
        QVERIFY(!Redaction("key").redacted(exchange).requestBody.isEmpty());
    }

    void whatAStrangerSendsTeachesNothing()
    {
        Redaction redaction("key");
        Exchange visit;
        visit.from = Lane::Browser;
        visit.url = QUrl(u"http://127.0.0.1/consent?token=INTEGRATION_DISABLED"_s);
        visit.status = 200;
        Exchange refused = apiExchange({});
        refused.status = 401;
        refused.requestHeaders = {{"Authorization", "Bearer INTEGRATION_DISABLED"}};
        for (const Exchange& odd : {visit, refused})
            QVERIFY(!everyByteOf(redaction.redacted(odd)).contains("INTEGRATION_DISABLED"));
        Exchange notification = apiExchange({});
        notification.requestBody = R"({"eventType":"INTEGRATION_DISABLED"})";
        QCOMPARE(redaction.redacted(notification).requestBody, notification.requestBody);
    }

    void theNewestSecretsStayKnownHoweverManyCome()
    {
        Redaction redaction("key");
        const auto tokenOf = [](qsizetype number) {
            return QByteArray("access-token-") + QByteArray::number(number).rightJustified(8, '0');
        };
        const qsizetype count = 3 * Redaction::mostSeen;
        for (qsizetype number = 0; number < count; ++number) {
            Exchange exchange;
            exchange.status = 200;
            exchange.replyBody = "{\"access_token\":\"" + tokenOf(number) + "\"}";
            redaction.redacted(exchange);
        }
        for (const qsizetype number : {count - 1, count - Redaction::mostSeen})
            QVERIFY(redaction.findsSecretIn("echo: " + tokenOf(number)));
        QVERIFY(!redaction.findsSecretIn("echo: " + tokenOf(0)));
    }

    void exchangesAreFilteredByAnswerAndOnboardingsInBothOrders_data()
    {
        using Answered = ExchangeFilter::Answered;
        QTest::addColumn<int>("answered");
        QTest::addColumn<QList<int>>("statuses");
        QTest::newRow("any") << int(Answered::Somehow) << QList<int>{200, 302, 404, 503, 0};
        QTest::newRow("well") << int(Answered::Well) << QList<int>{200, 302};
        QTest::newRow("refused") << int(Answered::Refused) << QList<int>{404};
        QTest::newRow("failed") << int(Answered::Failed) << QList<int>{503};
        QTest::newRow("not at all") << int(Answered::NotAtAll) << QList<int>{0};
    }

    void exchangesAreFilteredByAnswerAndOnboardingsInBothOrders()
    {
        QFETCH(int, answered);
        QFETCH(QList<int>, statuses);
        TrafficStore store({}, m_clock, m_randomness);
        for (const int status : {200, 302, 404, 503, 0}) {
            Exchange exchange;
            exchange.method = "GET";
            exchange.url = QUrl(u"https://api.example.com/jobs"_s);
            exchange.at = m_clock.now();
            exchange.status = status;
            exchange.correlationId = "run-" + QByteArray::number(status);
            store.record(exchange);
        }
        ExchangeFilter filter;
        filter.answered = ExchangeFilter::Answered(answered);
        const auto found = [&store](const ExchangeFilter& wanted) {
            QList<int> all;
            const auto page = QCoro::waitFor(store.list(wanted));
            if (page)
                for (const Exchange& one : *page)
                    all.append(one.status);
            return all;
        };
        filter.oldestFirst = true;
        QCOMPARE(found(filter), statuses);
        filter.most = 1;
        QCOMPARE(found(filter), statuses.first(1));
        filter.most = -1;
        filter.oldestFirst = false;
        std::reverse(statuses.begin(), statuses.end());
        QCOMPARE(found(filter), statuses);

        filter = {};
        filter.among = QList<OnboardingId>{OnboardingId(u"run-404"_s), OnboardingId(u"run-200"_s)};
        filter.oldestFirst = true;
        QCOMPARE(found(filter), (QList<int>{200, 404}));
        const auto first = QCoro::waitFor(store.list(filter));
        QVERIFY(first && first->size() == 2);
        filter.after = first->first().number;
        QCOMPARE(found(filter), (QList<int>{404}));
        filter = {};
        filter.among = QList<OnboardingId>();
        QCOMPARE(found(filter), QList<int>());
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
        const auto matching = [&store](const ExchangeFilter& filter) {
            return QCoro::waitFor(store.list(filter))->size();
        };
        ExchangeFilter filter;
        filter.onboarding = OnboardingId(u"onboarding-1"_s);
        QCOMPARE(matching(filter), 1);
        QCOMPARE(QCoro::waitFor(store.onboardings()).value(),
            QList<OnboardingId>{OnboardingId(u"onboarding-1"_s)});
        filter = {};
        filter.search = u"JOBS"_s;
        QCOMPARE(matching(filter), 1);
        filter.search = u"%"_s;
        QCOMPARE(matching(filter), 0);
        filter = {};
        filter.before = all.at(0).number;
        QCOMPARE(matching(filter), 1);
        filter = {};
        filter.most = 1;
        QCOMPARE(QCoro::waitFor(store.list(filter))->first().number, all.at(0).number);
        const auto whole = QCoro::waitFor(store.find(all.at(1).number)).value();
        QCOMPARE(whole->method, QByteArray("POST"));
        QVERIFY(whole->requestBody.startsWith("grant_type=client_credentials"));
        QCOMPARE(whole->replyHeaders, tokenExchange({}).replyHeaders);
        QVERIFY(!QCoro::waitFor(store.find(4711)).value());
        QVERIFY(QCoro::waitFor(store.clear()));
        QVERIFY(QCoro::waitFor(store.list({}))->isEmpty());
    }

    void exchangesOutliveTheProgramWithoutASecretOnDisk()
    {
        QTemporaryDir folder;
        QByteArray tagged;
        {
            TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
            store.record(tokenExchange(m_clock.now()));
            tagged = QCoro::waitFor(store.find(1))->value().replyBody;
        }
        TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        QCOMPARE(QCoro::waitFor(store.list({}))->size(), 2);
        // The same secret has the same tag in the next run.
        QCOMPARE(QCoro::waitFor(store.find(2))->value().replyBody, tagged);
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

    void oneEnvironmentSeesNothingOfAnother()
    {
        QTemporaryDir folder;
        TrafficStore sandbox({folder.path(), u"sandbox"_s, {}}, m_clock, m_randomness);
        TrafficStore production({folder.path(), u"production"_s, {}}, m_clock, m_randomness);
        sandbox.record(tokenExchange(m_clock.now()));
        QCOMPARE(QCoro::waitFor(sandbox.list({}))->size(), 1);
        QVERIFY(QCoro::waitFor(production.list({}))->isEmpty());
        QVERIFY(!QCoro::waitFor(production.find(1)).value());
        QCOMPARE(QCoro::waitFor(production.exported({}, ExchangeFormat::JsonLines)).value(),
            QByteArray());
        QVERIFY(QCoro::waitFor(production.clear()));
        QCOMPARE(QCoro::waitFor(sandbox.list({}))->size(), 1);
    }

    void aFolderThatCannotBeWrittenMeansMemoryAndIsSaid()
    {
        TrafficStore store({u"/proc/nowhere"_s, {}, {}}, m_clock, m_randomness);
        store.record(apiExchange(m_clock.now()));
        QCOMPARE(QCoro::waitFor(store.list({}))->size(), 1);
        QVERIFY(QCoro::waitFor(store.state())->memoryOnlyBecause.contains("cannot be written"_L1));
    }

    void theOldestGoWhenThereIsTooMuchOrTooOld()
    {
        TestClock clock;
        TrafficStore store({{}, {}, {20'000, std::chrono::hours(1)}}, clock, m_randomness);
        ExchangeFilter all;
        all.most = -1;
        for (int i = 0; i < 256; ++i)
            store.record(tokenExchange(clock.now()));
        const auto kept = QCoro::waitFor(store.list(all)).value();
        QVERIFY(!kept.isEmpty());
        QVERIFY(kept.size() < 128);
        QCOMPARE(kept.first().number, 256);
        clock.advance(2 * 3600);
        for (int i = 0; i < 64; ++i)
            store.record(tokenExchange(clock.now()));
        const auto young = QCoro::waitFor(store.list(all)).value();
        QVERIFY(!young.isEmpty());
        for (const Exchange& exchange : young)
            QCOMPARE(exchange.at, clock.now());
    }

    void theFileStaysAsSmallAsItsLimit()
    {
        QTemporaryDir folder;
        constexpr qint64 limit = 2 * TrafficLimits::megabyte;
        TrafficStore store(
            {folder.path(), {}, {limit, std::chrono::hours(1)}}, m_clock, m_randomness);
        Exchange exchange = tokenExchange(m_clock.now());
        exchange.replyBody = QByteArray(10'000, 'x');
        qint64 recorded = 0;
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 100; ++i)
                store.record(exchange);
            recorded += 100 * exchange.replyBody.size();
            const auto state = QCoro::waitFor(store.state());
            QVERIFY(state->bytes <= limit);
            QCOMPARE(state->missed, 0);
        }
        QVERIFY(recorded > 5 * limit);
        const QDir data(folder.path());
        const auto size = [&data](const char* name) {
            return QFileInfo(data.filePath(QLatin1String(name))).size();
        };
        QVERIFY2(size("traffic.sqlite3") < limit * 3 / 2,
            qPrintable(QString::number(size("traffic.sqlite3"))));
        QVERIFY2(size("traffic.sqlite3-wal") < 4 * TrafficLimits::megabyte,
            qPrintable(QString::number(size("traffic.sqlite3-wal"))));
    }

    void strangersRequestsDoNotPushOutAnOnboarding()
    {
        TrafficStore store({{}, {}, {200'000, std::chrono::hours(1)}}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        Exchange strange = apiExchange(m_clock.now());
        strange.from = Lane::Browser;
        for (int i = 0; i < 2000; ++i)
            store.record(strange);
        ExchangeFilter all;
        all.most = -1;
        const auto kept = QCoro::waitFor(store.list(all)).value();
        QVERIFY(kept.size() < 1000);
        QCOMPARE(kept.last().number, 1);
    }

    void whatAnybodyCanSendPushesOutNothingElse()
    {
        TrafficStore store({{}, {}, {400'000, std::chrono::hours(1)}}, m_clock, m_randomness);
        store.record(tokenExchange(m_clock.now()));
        store.record(apiExchange(m_clock.now()));
        // It names the run, because it knows the company.
        Exchange refused = tokenExchange(m_clock.now());
        refused.isProven = false;
        refused.to = Lane::PartnerApi;
        store.record(refused);
        Exchange strange = refused;
        strange.to = Lane::PartnerApp;
        for (int i = 0; i < 2000; ++i)
            store.record(strange);
        ExchangeFilter all;
        all.most = -1;
        const auto kept = QCoro::waitFor(store.list(all)).value();
        QVERIFY2(kept.size() < 200, qPrintable(QString::number(kept.size())));
        for (const qint64 number : {1, 2, 3})
            QVERIFY2(std::any_of(kept.begin(), kept.end(),
                         [number](const Exchange& one) { return one.number == number; }),
                qPrintable(QString::number(number)));
    }

    void whatComesFasterThanItCanBeKeptIsCounted()
    {
        TrafficStore store({}, m_clock, m_randomness);
        Exchange large = apiExchange(m_clock.now());
        large.replyBody = QByteArray(TrafficStore::mostWaitingBytes / 2 + 1, 'x');
        store.record(large);
        store.record(large); // Recorded while the first one waits, or is being redacted.
        store.record(large);
        const auto state = QCoro::waitFor(store.state());
        QCOMPARE(state->exchanges + state->missed, 3);
        QVERIFY(state->missed > 0);
        QVERIFY(QCoro::waitFor(store.clear()));
        QCOMPARE(QCoro::waitFor(store.state())->missed, 0);
    }

    /// Looking for secrets in so much takes far longer than anybody waits for a program to end.
    void muchThatWaitsDoesNotKeepTheProgramFromEnding()
    {
        constexpr int count = 100;
        constexpr std::chrono::seconds patience(15); // for a slow computer; it takes two
        const QTemporaryDir folder;
        Exchange exchange = apiExchange(m_clock.now());
        exchange.replyBody = QByteArray("AbCdEfGhIjKl").repeated(25'000);
        QElapsedTimer ending;
        {
            TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
            for (int i = 0; i < count; ++i)
                store.record(exchange);
            ending.start();
        }
        QVERIFY2(!ending.hasExpired(std::chrono::milliseconds(patience).count()),
            qPrintable(QString::number(ending.elapsed())));

        TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
        const auto state = QCoro::waitFor(store.state());
        QVERIFY(state);
        QCOMPARE(state->exchanges + state->missed, count);
        QVERIFY(state->exchanges >= TrafficStore::bytesAtEnd / exchange.replyBody.size());
        const QByteArray leftOut = "[300000 bytes, left out because the program ended]";
        for (qint64 number = 1; number <= state->exchanges; ++number) {
            const auto kept = QCoro::waitFor(store.find(number));
            QVERIFY(kept && *kept);
            const bool isWhole = (*kept)->replyBody.startsWith("AbCdEfGhIjKl");
            QVERIFY(isWhole || (*kept)->replyBody == leftOut);
            // The first megabyte is kept however long it takes.
            QVERIFY(isWhole || number * exchange.replyBody.size() > TrafficStore::bytesAtEnd);
            QCOMPARE((*kept)->url, exchange.url);
        }
    }

    void whatAFullDiskDidNotTakeIsCountedAndToldWhenThereIsRoom()
    {
        const QTemporaryDir folder;
        const SmallDisk disk(folder.path(), 3);
        if (!disk.isMounted())
            QSKIP("No small disk can be mounted here.");
        QFile filler(folder.filePath(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QCOMPARE(filler.write(QByteArray(2'000'000, 'x')), 2'000'000);
        QVERIFY(filler.flush());
        Exchange exchange = apiExchange(m_clock.now());
        exchange.replyBody = QByteArray(50'000, 'x');
        qint64 recorded = 0;
        qint64 missed = 0;
        {
            TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
            for (; missed == 0 && recorded < 100; ++recorded) {
                store.record(exchange);
                const auto state = QCoro::waitFor(store.state());
                QVERIFY(state);
                missed = state->missed;
                QCOMPARE(state->exchanges + missed, recorded + 1);
            }
            QCOMPARE(missed, 1);
            QVERIFY(filler.remove());
            store.record(exchange);
            ++recorded;
            const auto state = QCoro::waitFor(store.state());
            QCOMPARE(state->missed, missed);
            QCOMPARE(state->exchanges + missed, recorded);
        }
        TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
        const auto state = QCoro::waitFor(store.state());
        QCOMPARE(state->missed, missed);
        QCOMPARE(state->exchanges + missed, recorded);
    }

    void limitsBelongToTheFolder()
    {
        QTemporaryDir folder;
        const TrafficLimits wanted{7 * TrafficLimits::megabyte, std::chrono::hours(48)};
        {
            TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
            QCOMPARE(QCoro::waitFor(store.state())->limits.mostBytes, TrafficLimits().mostBytes);
            QVERIFY(QCoro::waitFor(store.setLimits(wanted)));
        }
        TrafficStore store({folder.path(), {}, {}}, m_clock, m_randomness);
        const auto state = QCoro::waitFor(store.state());
        QCOMPARE(state->limits.mostBytes, wanted.mostBytes);
        QCOMPARE(state->limits.mostAge.count(), wanted.mostAge.count());
    }

    void limitsOutOfBoundsAreRefused_data()
    {
        QTest::addColumn<qint64>("megabytes");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("field");
        QTest::newRow("no room") << qint64(0) << 30 << u"megabytes"_s;
        QTest::newRow("more than a disk") << qint64(10'001) << 30 << u"megabytes"_s;
        QTest::newRow("no time") << qint64(64) << 0 << u"days"_s;
        QTest::newRow("for ever") << qint64(64) << 3651 << u"days"_s;
    }
    void limitsOutOfBoundsAreRefused()
    {
        QFETCH(qint64, megabytes);
        QFETCH(int, days);
        TrafficStore store({}, m_clock, m_randomness);
        const auto set = QCoro::waitFor(
            store.setLimits({megabytes * TrafficLimits::megabyte, std::chrono::hours(24) * days}));
        QVERIFY(!set);
        QCOMPARE(set.error().kind, FailureKind::Invalid);
        QTEST(set.error().code, "field");
    }

    void callsToTheApiAreToldOnceEach()
    {
        TrafficStore store({}, m_clock, m_randomness);
        for (int i = 0; i < 3; ++i)
            store.record(apiExchange(m_clock.now()));
        Exchange refused = apiExchange(m_clock.now());
        refused.url.setPath(u"/candidates"_s);
        refused.status = 403;
        store.record(refused);
        Exchange incoming = apiExchange(m_clock.now());
        incoming.url.setPath(u"/callback"_s);
        incoming.from = Lane::SmartRecruiters;
        incoming.to = Lane::PartnerApi;
        store.record(incoming);
        const auto calls = QCoro::waitFor(store.apiCalls()).value();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.first().method, QByteArray("GET"));
        QCOMPARE(calls.first().path, u"/jobs"_s);
    }

    void formatsReadWell_data()
    {
        QTest::addColumn<ExchangeFormat>("format");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("Mermaid") << ExchangeFormat::Mermaid
                                 << QByteArrayList{"sequenceDiagram\n    participant browser",
                                        "    partnerApp->>smartRecruiters: GET /a#59;b\n",
                                        "    smartRecruiters-->>partnerApp: 200, 12 ms\n",
                                        "    partnerApi--xsmartRecruiters: Nobody is there\n"};
        QTest::newRow("JSON Lines")
            << ExchangeFormat::JsonLines << QByteArrayList{"\"method\":\"GET\"", "}\n{"};
        QTest::newRow("curl") << ExchangeFormat::Curl
                              << QByteArrayList{"#!/bin/sh\n", "took every secret out",
                                     "curl --globoff --request 'GET' \\\n  --url ",
                                     "'https://api.example.com/a;b'",
                                     "  --header 'Authorization: Bearer [secret ",
                                     "  --data-raw 'it'\\''s'"};
        QTest::newRow("HTML") << ExchangeFormat::Html
                              << QByteArrayList{"<!DOCTYPE html>", "GET /a;b</span>",
                                     "<pre>\nit's</pre>", "&lt;script&gt;", "</html>\n"};
    }
    void formatsReadWell()
    {
        QFETCH(ExchangeFormat, format);
        QFETCH(QByteArrayList, expected);
        TrafficStore store({}, m_clock, m_randomness);
        Exchange exchange = apiExchange(m_clock.now());
        exchange.url = QUrl(u"https://api.example.com/a;b"_s);
        exchange.replyBody = "<script>alert(1)</script>";
        exchange.requestBody = "it's";
        store.record(exchange);
        exchange.from = Lane::SmartRecruiters;
        exchange.to = Lane::PartnerApi;
        exchange.status = 0;
        exchange.milliseconds = -1;
        exchange.failure = u"Nobody is there"_s;
        store.record(exchange);
        const auto text = QCoro::waitFor(store.exported({}, format));
        QVERIFY(text);
        for (const QByteArray& part : std::as_const(expected))
            QVERIFY2(text->contains(part), text->constData());
        QVERIFY(!text->contains("<script>alert") || format != ExchangeFormat::Html);
    }

    void anExportWithASecretInItIsRefused_data()
    {
        QTest::addColumn<ExchangeFormat>("format");
        QTest::newRow("HAR") << ExchangeFormat::Har;
        QTest::newRow("JSON Lines") << ExchangeFormat::JsonLines;
        QTest::newRow("HTML") << ExchangeFormat::Html;
        QTest::newRow("curl") << ExchangeFormat::Curl;
    }

    void anExportWithASecretInItIsRefused()
    {
        QFETCH(ExchangeFormat, format);
        TrafficStore store({}, m_clock, m_randomness);
        const QByteArray late = R"(a "late" <one> & \more)";
        store.record(apiExchange(m_clock.now()));
        Exchange exchange = apiExchange(m_clock.now());
        exchange.method = "POST";
        exchange.requestBody = "nobody knew that " + late + " is a secret";
        store.record(exchange);
        QVERIFY(QCoro::waitFor(store.exported({}, format)));
        store.knowSecret(Secret(late));
        const auto refused = QCoro::waitFor(store.exported({}, format));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted);
        QVERIFY2(refused.error().detail.english().contains("exchange 2"_L1),
            qPrintable(refused.error().detail));
        QVERIFY(!refused.error().detail.english().contains(QString::fromUtf8(late)));
        ExchangeFilter other;
        other.number = 1;
        QVERIFY(QCoro::waitFor(store.exported(other, format)));
    }

    void aDrawingWithASecretInItIsRefused()
    {
        TrafficStore store({}, m_clock, m_randomness);
        store.knowSecret(Secret(clientSecret));
        QVERIFY(QCoro::waitFor(store.mayLeave("<svg>nothing</svg>")));
        const auto refused = QCoro::waitFor(store.mayLeave("<svg>" + clientSecret + "</svg>"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted);
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
        ExchangeFilter all;
        all.most = -1;
        QCOMPARE(QCoro::waitFor(store.list(all))->size(), 200);
    }

private:
    TestClock m_clock;
    CountedBytes m_randomness;
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::TrafficStoreTest)
#include "TrafficStoreTest.moc"
