// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpTokenTrials.h"

#include "authorization/Endpoint.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::test;

namespace {

const QByteArray token = R"({"access_token":"abc","token_type":"bearer","expires_in":60})";
const ClientCredentials pair{ClientId(u"id of globex"_s), Secret("s3cr3t:&+")};

} // namespace

class HttpTokenTrialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsLikeThoseOfSmartRecruiters_data()
    {
        QTest::addColumn<ClientAuthentication>("by");
        QTest::newRow("body") << ClientAuthentication::Body;
        QTest::newRow("Basic") << ClientAuthentication::Basic;
    }
    void aRequestIsLikeThoseOfSmartRecruiters()
    {
        QFETCH(ClientAuthentication, by);
        Endpoint endpoint(reply("200 OK", token));
        StoppedClock clock;
        Recorder recorder;
        authorization::HttpTokenTrials trials(clock, &recorder);
        const auto asked =
            QCoro::waitFor(trials.ask(endpoint.url(), pair, by, OnboardingId(u"run"_s)));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
        QCOMPARE(endpoint.requests.size(), 1);
        const QByteArray request = endpoint.requests.first();
        QVERIFY(request.startsWith("POST /token?tenant=1 HTTP/1.1\r\n"));
        QVERIFY(request.toLower().contains("\r\njetbridge-rehearsal: 1\r\n"));
        QVERIFY(request.contains("grant_type=client_credentials"));
        const QByteArray inBody = "client_id=id%20of%20globex&client_secret=s3cr3t%3A%26%2B";
        const QByteArray inHeader =
            "Basic " + QByteArray("id%20of%20globex:s3cr3t%3A%26%2B").toBase64();
        QCOMPARE(request.contains(inBody), by == ClientAuthentication::Body);
        QCOMPARE(request.contains(inHeader), by == ClientAuthentication::Basic);
        QVERIFY(recorder.known.constFirst().equals(pair.clientSecret)); // Before it was sent.
        QCOMPARE(recorder.exchanges.size(), 1);
        QCOMPARE(recorder.exchanges.first().from, Lane::PartnerApp);
        QCOMPARE(recorder.exchanges.first().to, Lane::PartnerApi);
    }

    void everyOtherAnswerIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& answer, FailureKind kind,
                             const char* says) {
            QTest::newRow(name) << answer << kind << QString::fromLatin1(says);
        };
        using K = FailureKind;
        row("invalid_client", reply("401 Unauthorized", R"({"error":"invalid_client"})"),
            K::Refused, "401 invalid_client");
        row("unauthorized_client", reply("400 Bad Request", R"({"error":"unauthorized_client"})"),
            K::Refused, "unauthorized_client");
        row("an error with 200", reply("200 OK", R"({"error":"invalid_client"})"), K::Refused,
            "invalid_client");
        row("an error beside a token",
            reply(
                "200 OK", R"({"access_token":"a","token_type":"Bearer","error":"invalid_client"})"),
            K::Refused, "invalid_client");
        row("an odd error beside a token",
            reply("200 OK", R"({"access_token":"a","token_type":"Bearer","error":{"id":7}})"),
            K::BadReply, "has an \"error\"");
        row("401 alone", reply("401 Unauthorized", ""), K::Refused, "without an OAuth error");
        row("nothing is there", reply("404 Not Found", "no", "text/html"), K::BadReply, "404");
        row("HTML", reply("200 OK", "<html></html>", "text/html"), K::BadReply,
            "is not a JSON object");
        row("no token", reply("200 OK", R"({"token_type":"Bearer"})"), K::BadReply, "access_token");
        row("a token that is a number",
            reply("200 OK", R"({"access_token":7,"token_type":"Bearer"})"), K::BadReply,
            "has an access_token that is not a text");
        row("no type", reply("200 OK", R"({"access_token":"a"})"), K::BadReply, "token_type");
        row("another type", reply("200 OK", R"({"access_token":"a","token_type":"mac"})"),
            K::BadReply, "token_type");
        row("a redirect", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
            K::BadReply, "302");
        row("too many", reply("429 Too Many Requests", "{}"), K::RateLimited, "429");
        row("a fault", reply("503 Service Unavailable", "{}"), K::ServerFault, "503");
        row("an echo",
            reply("400 Bad Request",
                R"({"error":"invalid_request","error_description":"s3cr3t:&+ is no secret"})"),
            K::Refused, "invalid_request");
    }
    void everyOtherAnswerIsNamed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        Endpoint endpoint(answer);
        StoppedClock clock;
        authorization::HttpTokenTrials trials(clock, nullptr);
        const auto asked =
            QCoro::waitFor(trials.ask(endpoint.url(), pair, ClientAuthentication::Body, {}));
        QVERIFY(!asked);
        QTEST(asked.error().kind, "kind");
        QVERIFY2(asked.error().detail.english().contains(says), qPrintable(asked.error().detail));
        QVERIFY(!asked.error().detail.english().contains("s3cr3t"_L1));
    }

    void nothingIsSentWhereOthersCouldRead_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("http elsewhere") << u"http://partner.example/token"_s;
        QTest::newRow("a fragment") << u"https://partner.example/token#x"_s;
        QTest::newRow("no address") << QString();
    }
    void nothingIsSentWhereOthersCouldRead()
    {
        QFETCH(QString, url);
        StoppedClock clock;
        authorization::HttpTokenTrials trials(clock, nullptr);
        const auto asked =
            QCoro::waitFor(trials.ask(QUrl(url), pair, ClientAuthentication::Body, {}));
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, FailureKind::Invalid);
    }

    void whereNobodyListensItIsUnreachable()
    {
        StoppedClock clock;
        authorization::HttpTokenTrials trials(clock, nullptr);
        const auto asked = QCoro::waitFor(
            trials.ask(QUrl(u"http://127.0.0.1:1/token"_s), pair, ClientAuthentication::Body, {}));
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, FailureKind::Unreachable);
    }
};

JETBRIDGE_TEST(HttpTokenTrialsTest)
#include "HttpTokenTrialsTest.moc"
