// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/WebhookSink.h"

#include "authorization/Endpoint.h"
#include "delivery/Parcels.h"
#include "domain/Webhook.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::test;

namespace {

QByteArray answerWith(const char* status, const QByteArray& headers = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers
        + "Connection: close\r\nContent-Length: 0\r\n\r\n";
}

QByteArray headerIn(const QByteArray& request, const QByteArray& name)
{
    const QByteArray head = request.first(request.indexOf("\r\n\r\n"));
    for (const QByteArray& line : head.split('\n'))
        if (line.toLower().startsWith(name + ": "))
            return line.mid(name.size() + 2).trimmed();
    return {};
}

QByteArray bodyIn(const QByteArray& request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

/// The partner's backend, and the sink that tells it of events.
struct Backend {
    explicit Backend(const QByteArrayList& answers = {answerWith("204 No Content")},
        std::chrono::milliseconds timeout = std::chrono::seconds(20))
        : endpoint(answers)
        , driver(clock, &recorder, timeout)
    {
        settings.url = endpoint.url(u"/hook"_s);
        secrets.secrets = {Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")};
    }
    Sink sink() const
    {
        Sink one;
        one.kind = SinkKind::Webhook;
        one.settings = settings.toJson();
        return one;
    }
    Parcel parcel(DeliveryEvent event) const
    {
        Parcel one = parcelOf(event);
        one.secret = secrets.toJson();
        return one;
    }
    DeliveryResult deliver(DeliveryEvent event)
    {
        return QCoro::waitFor(driver.deliver(sink(), parcel(event)));
    }
    Outcome<DeliveryPreview> preview()
    {
        return QCoro::waitFor(driver.preview(sink(), parcel(DeliveryEvent::Connected)));
    }
    QByteArray request(qsizetype number = 0) const { return endpoint.requests.value(number); }

    Endpoint endpoint;
    StoppedClock clock;
    Recorder recorder;
    delivery::WebhookSink driver;
    WebhookSinkSettings settings;
    WebhookSecrets secrets;
};

QByteArray said(const Outcome<Done>& outcome)
{
    return outcome ? QByteArray("it worked") : outcome.error().detail.english().toUtf8();
}

} // namespace

/// Events of customers that a partner's backend is told of by signed webhooks.
class WebhookSinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventIsToldWithItsIdsAndSignedWithEverySecret()
    {
        Backend backend;
        const auto told = backend.deliver(DeliveryEvent::Connected);
        QVERIFY2(told.outcome.has_value(), said(told.outcome).constData());
        QCOMPARE(told.place, backend.settings.url.toString());
        const QByteArray request = backend.request();
        QVERIFY(request.startsWith("POST /hook HTTP/1.1\r\n"));
        QCOMPARE(headerIn(request, "content-type"), QByteArray("application/json"));
        QCOMPARE(headerIn(request, "webhook-id"), QByteArray("msg_0123456789abcdef"));
        QCOMPARE(headerIn(request, "webhook-timestamp"), QByteArray("1800000000"));
        QCOMPARE(headerIn(request, "webhook-signature"),
            backend.secrets.sign("msg_0123456789abcdef", 1'800'000'000, bodyIn(request)));
        const QJsonObject expected{{u"type"_s, u"integration.connected"_s},
            {u"timestamp"_s, u"2027-01-15T08:00:00Z"_s},
            {u"data"_s,
                QJsonObject{{u"environment"_s, u"simulator"_s}, {u"companyId"_s, u"globex"_s},
                    {u"integrationId"_s, u"int-1"_s}, {u"clientId"_s, u"client-1"_s}}}};
        QCOMPARE(QJsonDocument::fromJson(bodyIn(request)).object(), expected);
    }

    void theSecretIsSentOnlyIfStaffSaidSo()
    {
        Backend backend;
        for (const auto event : {DeliveryEvent::Connected, DeliveryEvent::Rotated})
            QVERIFY(backend.deliver(event).outcome);
        QVERIFY(!backend.request(0).contains(customerSecret));
        QVERIFY(!backend.request(1).contains(customerSecret));
        backend.settings.withSecret = true;
        QVERIFY(backend.deliver(DeliveryEvent::Rotated).outcome);
        const QJsonObject data =
            QJsonDocument::fromJson(bodyIn(backend.request(2)))["data"_L1].toObject();
        QCOMPARE(data.value("clientSecret"_L1).toString().toUtf8(), customerSecret);
        QCOMPARE(data.value("integrationId"_L1).toString(), u"int-1"_s);
        QVERIFY(data.contains("tokenUrl"_L1) && data.contains("apiUrl"_L1));
        QVERIFY(backend.recorder.known.value(0).equals(Secret(QByteArrayView(customerSecret))));
        // What is taken back has none.
        QVERIFY(backend.deliver(DeliveryEvent::Disabled).outcome);
        QVERIFY(!backend.request(3).contains(customerSecret));
        QCOMPARE(QJsonDocument::fromJson(bodyIn(backend.request(3)))["type"_L1].toString(),
            u"integration.disabled"_s);
    }

    void theIdAndTheBodyStayForEveryTry()
    {
        Backend backend({answerWith("503 Service Unavailable"), answerWith("204 No Content")});
        QVERIFY(!backend.deliver(DeliveryEvent::Forgotten).outcome);
        QVERIFY(backend.deliver(DeliveryEvent::Forgotten).outcome);
        QCOMPARE(
            headerIn(backend.request(1), "webhook-id"), headerIn(backend.request(0), "webhook-id"));
        QCOMPARE(bodyIn(backend.request(1)), bodyIn(backend.request(0)));
    }

    void everyAnswerButAYesIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("pause");
        QTest::addColumn<bool>("wantsNoMore");
        const auto row = [](const char* name, const QByteArray& answer, FailureKind kind,
                             const char* code, int pause = 0, bool wantsNoMore = false) {
            QTest::newRow(name) << answer << kind << QString::fromLatin1(code) << pause
                                << wantsNoMore;
        };
        row("gone", answerWith("410 Gone"), FailureKind::Refused, "webhook_gone", 0, true);
        row("a redirect", answerWith("308 Permanent Redirect", "Location: /elsewhere\r\n"),
            FailureKind::Unreachable, "webhook_redirected");
        row("another secret", answerWith("401 Unauthorized"), FailureKind::Refused,
            "webhook_signature_refused");
        row("too often", answerWith("429 Too Many Requests", "Retry-After: 7\r\n"),
            FailureKind::RateLimited, "webhook_busy", 7);
        row("away for long", answerWith("503 Service Unavailable", "Retry-After: 999999999\r\n"),
            FailureKind::RateLimited, "webhook_busy", 24 * 3600);
        row("failing", answerWith("500 Internal Server Error"), FailureKind::ServerFault,
            "webhook_failed");
        row("not this one", answerWith("422 Unprocessable Content"), FailureKind::NotPermitted,
            "webhook_refused");
    }
    void everyAnswerButAYesIsAFailure()
    {
        QFETCH(QByteArray, answer);
        Backend backend({answer});
        const auto told = backend.deliver(DeliveryEvent::Connected);
        QVERIFY(!told.outcome);
        QTEST(told.outcome.error().kind, "kind");
        QTEST(told.outcome.error().code, "code");
        QTEST(int(told.pause.count()), "pause");
        QTEST(told.wantsNoMore, "wantsNoMore");
        QVERIFY(!told.isFinal);
        QCOMPARE(backend.endpoint.requests.size(), 1); // redirects are not followed
    }

    void anAnswerThatComesTooLateIsNone()
    {
        Backend backend({""}, std::chrono::milliseconds(300));
        backend.endpoint.keepsOpen = true;
        const auto told = backend.deliver(DeliveryEvent::Connected);
        QVERIFY(!told.outcome);
        QCOMPARE(told.outcome.error().kind, FailureKind::TimedOut);
    }

    void aPreviewSendsNothing()
    {
        Backend backend;
        const auto seen = backend.preview();
        QVERIFY2(seen.has_value(), seen ? "" : qPrintable(seen.error().detail.english()));
        QCOMPARE(seen->place, backend.settings.url.toString());
        QVERIFY(seen->content.contains("integration.connected"));
        QVERIFY(!seen->content.contains(customerSecret));
        QVERIFY(backend.endpoint.requests.isEmpty());
        backend.settings.url = QUrl(u"http://backend.example/hook"_s);
        const auto plain = backend.preview();
        QVERIFY(!plain);
        QCOMPARE(plain.error().kind, FailureKind::Invalid);
        QVERIFY(!backend.deliver(DeliveryEvent::Connected).outcome);
    }
};

JETBRIDGE_TEST(WebhookSinkTest)
#include "WebhookSinkTest.moc"
