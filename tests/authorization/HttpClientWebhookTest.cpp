// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpClientWebhook.h"

#include "authorization/Endpoint.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::test;

namespace {

using Waits = std::optional<std::chrono::seconds>;

QByteArray headerIn(const QByteArray& request, const QByteArray& name)
{
    const QByteArray head = request.first(request.indexOf("\r\n\r\n"));
    for (const QByteArray& line : head.split('\n'))
        if (line.toLower().startsWith(name + ": "))
            return line.mid(name.size() + 2).trimmed();
    return {};
}

/// The partner's backend, and who tells it of a client.
struct Telling {
    explicit Telling(
        const QByteArrayList& answers, std::chrono::milliseconds timeout = std::chrono::seconds(20))
        : endpoint(answers)
        , webhook(clock, &recorder, timeout)
    {
        settings.url = endpoint.url(u"/hook"_s);
        secrets.secrets = {Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")};
        notice.clientSecret = Secret("the-secret-of-globex");
        notice.at = clock.now();
    }
    Outcome<WebhookAnswer> tell()
    {
        return QCoro::waitFor(webhook.tell(settings, secrets, notice));
    }
    Endpoint endpoint;
    StoppedClock clock;
    Recorder recorder;
    authorization::HttpClientWebhook webhook;
    WebhookSettings settings;
    WebhookSecrets secrets;
    ClientNotice notice{ClientNotice::Kind::Staged, OnboardingId(u"run"_s), CompanyId(u"globex"_s),
        ClientId(u"jetbridge-1"_s)};
};

} // namespace

/// Webhooks to the partner's backend, as it takes them, well and badly.
class HttpClientWebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsSignedWithEverySecret()
    {
        Telling here({reply("204 No Content", "")});
        const auto told = here.tell();
        QVERIFY2(told, told ? "" : qPrintable(told.error().detail));
        QVERIFY(told->isGood());
        const QByteArray request = here.endpoint.requests.value(0);
        QVERIFY(request.startsWith("POST /hook HTTP/1.1\r\n"));
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        QCOMPARE(body, here.notice.body().reveal().toByteArray());
        QCOMPARE(headerIn(request, "content-type"), "application/json");
        QCOMPARE(headerIn(request, "webhook-id"), "msg_run_staged");
        QCOMPARE(headerIn(request, "webhook-timestamp"), "1800000000");
        QCOMPARE(headerIn(request, "webhook-signature"),
            here.secrets.sign("msg_run_staged", 1'800'000'000, body));
        QVERIFY(here.recorder.known.value(0).equals(Secret("the-secret-of-globex")));
    }

    void theIdAndTheBodyStayForEveryTry()
    {
        Telling here({reply("503 Service Unavailable", ""), reply("204 No Content", "")});
        QVERIFY(here.tell());
        QVERIFY(here.tell());
        QCOMPARE(here.endpoint.requests.size(), 2);
        const QByteArray first = here.endpoint.requests.value(0);
        const QByteArray second = here.endpoint.requests.value(1);
        QCOMPARE(headerIn(second, "webhook-id"), headerIn(first, "webhook-id"));
        QCOMPARE(second.mid(second.indexOf("\r\n\r\n")), first.mid(first.indexOf("\r\n\r\n")));
    }

    void everyAnswerIsTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<Waits>("retryAfter");
        const auto row = [](const char* name, const QByteArray& answer, int status,
                             const Waits& retryAfter = std::nullopt) {
            QTest::newRow(name) << answer << status << retryAfter;
        };
        row("taken", reply("200 OK", "{}"), 200);
        row("accepted", reply("202 Accepted", ""), 202);
        row("gone", reply("410 Gone", ""), 410);
        row("a redirect",
            "HTTP/1.1 308 Permanent Redirect\r\nLocation: /elsewhere\r\nConnection: close\r\n"
            "Content-Length: 0\r\n\r\n",
            308);
        row("busy",
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nConnection: close\r\n"
            "Content-Length: 0\r\n\r\n",
            429, std::chrono::seconds(7));
        row("an answer that is cut off",
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 500\r\n\r\nhalf", 200);
        row("an answer without an end",
            QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                + QByteArray(3 * 1024 * 1024, 'x'),
            200);
    }
    void everyAnswerIsTold()
    {
        QFETCH(QByteArray, answer);
        Telling here({answer});
        const auto told = here.tell();
        QVERIFY2(told, told ? "" : qPrintable(told.error().detail));
        QTEST(told->status, "status");
        QTEST(told->retryAfter, "retryAfter");
        QCOMPARE(here.endpoint.requests.size(), 1); // redirects are not followed
    }

    void anAnswerThatComesTooLateIsNone()
    {
        Telling here({""}, std::chrono::milliseconds(300));
        here.endpoint.keepsOpen = true;
        const auto told = here.tell();
        QVERIFY(!told);
        QCOMPARE(told.error().kind, FailureKind::TimedOut);
        QCOMPARE(told.error().code, QLatin1String(webhookUnanswered));
    }

    void whereNobodyListensNothingWasSent()
    {
        Telling here({});
        here.settings.url = QUrl(u"http://127.0.0.1:1/hook"_s);
        const auto told = here.tell();
        QVERIFY(!told);
        QCOMPARE(told.error().kind, FailureKind::Unreachable);
        QCOMPARE(told.error().code, u"webhook_unreached"_s);
    }

    void nothingIsSentWhereOthersCouldRead()
    {
        Telling here({});
        here.settings.url = QUrl(u"http://backend.example/hook"_s);
        const auto told = here.tell();
        QVERIFY(!told);
        QCOMPARE(told.error().kind, FailureKind::Invalid);
    }
};

JETBRIDGE_TEST(HttpClientWebhookTest)
#include "HttpClientWebhookTest.moc"
