// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Webhook.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QByteArray one = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/// Returns a secret of so many bytes.
QByteArray secretOf(int bytes)
{
    return "whsec_" + QByteArray(bytes, 'k').toBase64();
}

WebhookSecrets secretsOf(const QByteArrayList& texts)
{
    WebhookSecrets secrets;
    for (const QByteArray& text : texts)
        secrets.secrets.append(Secret(text));
    return secrets;
}

} // namespace

/// Tests what the partner's backend is told of clients, and its signature (Standard Webhooks).
class WebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The published examples of Standard Webhooks' libraries and of Svix, which began it.
    void thePublishedExamplesAreSignedAlike_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<qint64>("timestamp");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("Standard Webhooks")
            << one << QByteArray("msg_p5jXN8AQM9LWM0D4loKWxJek") << qint64(1'614'265'330)
            << QByteArray("{\"test\": 2432232314}")
            << QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        QTest::newRow("Svix") << other << QByteArray("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk")
                              << qint64(1'649'367'553)
                              << QByteArray(
                                     "{\"email\":\"test@example.com\",\"username\":\"test_user\"}")
                              << QByteArray("v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }
    void thePublishedExamplesAreSignedAlike()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, id);
        QFETCH(qint64, timestamp);
        QFETCH(QByteArray, body);
        QTEST(secretsOf({secret}).sign(id, timestamp, body), "signature");
    }

    void bothSecretsSignWhileOneReplacesTheOther()
    {
        const QByteArray by = secretsOf({one}).sign("msg_1", 1'700'000'000, "{}");
        const QByteArray byOther = secretsOf({other}).sign("msg_1", 1'700'000'000, "{}");
        QVERIFY(by != byOther);
        WebhookSecrets secrets;
        QVERIFY(secrets.add(Secret(one)));
        QCOMPARE(secrets.sign("msg_1", 1'700'000'000, "{}"), by);
        QVERIFY(secrets.add(Secret(other)));
        QCOMPARE(secrets.sign("msg_1", 1'700'000'000, "{}"), byOther + ' ' + by);
        // A third one ends the first one.
        QVERIFY(secrets.add(Secret(secretOf(32))));
        QCOMPARE(secrets.secrets.size(), 2);
        QVERIFY(secrets.secrets.value(1).equals(Secret(other)));
        // What is kept is read again.
        const auto read = WebhookSecrets::fromJson(secrets.toJson().reveal().toByteArray());
        QVERIFY(read);
        QCOMPARE(read->sign("msg_1", 1, "{}"), secrets.sign("msg_1", 1, "{}"));
    }

    void onlyASecretOfTheStandardIsTaken_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("24 bytes") << secretOf(24) << true;
        QTest::newRow("64 bytes") << secretOf(64) << true;
        QTest::newRow("23 bytes") << secretOf(23) << false;
        QTest::newRow("65 bytes") << secretOf(65) << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("no prefix") << one.mid(6) << false;
        QTest::newRow("another prefix") << QByteArray("whsk_" + one.mid(6)) << false;
        QTest::newRow("no base64") << QByteArray("whsec_" + QByteArray(40, '*')) << false;
        QTest::newRow("two of them") << QByteArray(one + ' ' + other) << false;
    }
    void onlyASecretOfTheStandardIsTaken()
    {
        QFETCH(QByteArray, secret);
        WebhookSecrets secrets;
        QTEST(secrets.add(Secret(secret)).has_value(), "isTaken");
    }

    void theSameSecretDoesNotReplaceItself()
    {
        WebhookSecrets secrets = secretsOf({one, other});
        QVERIFY(!secrets.add(Secret(one)));
        QCOMPARE(secrets.secrets.size(), 2);
    }

    void whatIsNotSoundIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("an empty list") << QByteArray("{\"secrets\":[]}");
        QTest::newRow("something else in it") << QByteArray("{\"secrets\":[\"" + one + "\",1]}");
    }
    void whatIsNotSoundIsNotRead()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!WebhookSecrets::fromJson(json));
    }

    /// Kind -> its id, its type, and the fields of its data.
    void aNoticeSaysWhatHappened_data()
    {
        QTest::addColumn<ClientNotice::Kind>("kind");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("fields");
        using Kind = ClientNotice::Kind;
        QTest::newRow("staged") << Kind::Staged << QByteArray("msg_run1_staged")
                                << u"client.staged"_s
                                << QStringList{
                                       u"clientId"_s, u"clientSecret"_s, u"companyId"_s, u"run"_s};
        QTest::newRow("committed")
            << Kind::Committed << QByteArray("msg_run1_committed") << u"client.committed"_s
            << QStringList{u"clientId"_s, u"companyId"_s, u"integrationId"_s, u"run"_s};
        QTest::newRow("withdrawn")
            << Kind::Withdrawn << QByteArray("msg_run1_withdrawn") << u"client.withdrawn"_s
            << QStringList{u"clientId"_s, u"companyId"_s, u"run"_s};
    }
    void aNoticeSaysWhatHappened()
    {
        QFETCH(ClientNotice::Kind, kind);
        QFETCH(QString, type);
        ClientNotice notice{
            kind, OnboardingId(u"run1"_s), CompanyId(u"globex"_s), ClientId(u"jetbridge-1"_s)};
        if (kind == ClientNotice::Kind::Staged)
            notice.clientSecret = Secret("its secret");
        if (kind == ClientNotice::Kind::Committed)
            notice.integration = IntegrationId(u"int-1"_s);
        notice.at = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), utc);
        QTEST(notice.id(), "id");
        const QJsonObject body =
            QJsonDocument::fromJson(notice.body().reveal().toByteArray()).object();
        QCOMPARE(body.keys(), (QStringList{u"data"_s, u"timestamp"_s, u"type"_s}));
        QCOMPARE(body[u"type"_s].toString(), type);
        QCOMPARE(body[u"timestamp"_s].toString(), u"2026-01-02T03:04:05Z"_s);
        QTEST(body[u"data"_s].toObject().keys(), "fields");
        QCOMPARE(body[u"data"_s][u"clientId"_s].toString(), u"jetbridge-1"_s);
    }
};

JETBRIDGE_TEST(WebhookTest)
#include "WebhookTest.moc"
