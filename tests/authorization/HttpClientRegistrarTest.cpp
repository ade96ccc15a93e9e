// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpClientRegistrar.h"

#include "authorization/Endpoint.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::test;

namespace {

using Access = RegistrationSettings::Access;

/// As RFC 7591 3.2.1 shows one, with what is to be different.
QByteArray client(const QJsonObject& other = {})
{
    QJsonObject object{{u"client_id"_s, u"s6BhdRkqt3"_s},
        {u"client_secret"_s, u"cf136dc3c1fc93f31185e5885805d"_s},
        {u"client_secret_expires_at"_s, 0}, {u"grant_types"_s, QJsonArray{u"client_credentials"_s}},
        {u"registration_client_uri"_s, u"https://partner.example/register/s6BhdRkqt3"_s},
        {u"registration_access_token"_s, u"reg-23410913-abewfq"_s}};
    for (auto field = other.begin(); field != other.end(); ++field) {
        if (field.value().isNull())
            object.remove(field.key());
        else
            object.insert(field.key(), field.value());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray error(const char* code)
{
    return QByteArray("{\"error\":\"") + code + "\",\"error_description\":\"the-initial-token\"}";
}

/// One server and who asks it.
struct Registering {
    explicit Registering(const QByteArrayList& answers)
        : endpoint(answers)
    {
        settings.url = endpoint.url(u"/register"_s);
    }
    Outcome<RegisteredClient> add()
    {
        return QCoro::waitFor(registrar.add(settings, Secret("the-initial-token"),
            u"Acme / globex / run"_s, OnboardingId(u"run"_s)));
    }
    Outcome<Done> remove()
    {
        return QCoro::waitFor(
            registrar.remove({endpoint.url(u"/register/1"_s), Secret("the-management-token")}, {}));
    }
    Endpoint endpoint;
    StoppedClock clock;
    Recorder recorder;
    authorization::HttpClientRegistrar registrar{clock, &recorder};
    RegistrationSettings settings;
};

} // namespace

/// Dynamic client registration as the partner's authorization servers do it, well and badly.
class HttpClientRegistrarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestSaysWhatTheClientIsFor_data()
    {
        QTest::addColumn<Access>("access");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("open") << Access::Open << QByteArray();
        QTest::newRow("bearer") << Access::Bearer << QByteArray("Bearer the-initial-token");
        QTest::newRow("Okta") << Access::Ssws << QByteArray("SSWS the-initial-token");
    }
    void aRequestSaysWhatTheClientIsFor()
    {
        QFETCH(Access, access);
        QFETCH(QByteArray, header);
        Registering here({reply("201 Created", client())});
        here.settings.access = access;
        here.settings.more = {{u"scope"_s, u"notify"_s}};
        const auto made = here.add();
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->pair.clientId.text(), u"s6BhdRkqt3"_s);
        QVERIFY(made->pair.clientSecret.equals(Secret("cf136dc3c1fc93f31185e5885805d")));
        QVERIFY(made->pair.management.token.equals(Secret("reg-23410913-abewfq")));
        QVERIFY(made->fault.isEmpty());
        QVERIFY(!made->secretExpiresAt.isValid());

        const QByteArray request = here.endpoint.requests.value(0);
        QVERIFY(request.startsWith("POST /register HTTP/1.1\r\n"));
        QCOMPARE(request.toLower().contains("\r\nauthorization: "), !header.isEmpty());
        QVERIFY(request.contains(header));
        const QJsonObject sent =
            QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const QJsonObject expected{{u"client_name"_s, u"Acme / globex / run"_s},
            {u"grant_types"_s, QJsonArray{u"client_credentials"_s}},
            {u"response_types"_s, QJsonArray()}, {u"redirect_uris"_s, QJsonArray()},
            {u"token_endpoint_auth_method"_s, u"client_secret_post"_s}, {u"scope"_s, u"notify"_s}};
        QCOMPARE(sent, expected);
        QVERIFY(here.recorder.known.value(0).equals(Secret("the-initial-token")));
        QCOMPARE(here.recorder.known.size(), 3);
    }

    /// A client that came counts, whatever else is odd.
    void aClientThatCameIsUsedOrNamedUseless_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("isManaged");
        const auto row = [](const char* name, const QByteArray& answer, const char* fault,
                             bool isManaged = true) {
            QTest::newRow(name) << answer << QString::fromLatin1(fault) << isManaged;
        };
        const auto with = [](const char* field, const QJsonValue& value) {
            return reply("201 Created", client({{QLatin1String(field), value}}));
        };
        const QJsonValue none = QJsonValue::Null;
        row("200 instead of 201", reply("200 OK", client()), "");
        row("other metadata", with("client_name", u"another"_s), "");
        row("no grant_types", with("grant_types", none), "");
        row("no secret", with("client_secret", none), "without a client_secret");
        row("a secret with a line break", with("client_secret", u"a\nb"_s),
            "without a client_secret");
        row("another grant", with("grant_types", QJsonArray{u"authorization_code"_s}),
            "client_credentials");
        row("a secret that has expired", with("client_secret_expires_at", 1'700'000'000),
            "expired");
        row("no management", with("registration_client_uri", none), "", false);
        row("management by http elsewhere",
            with("registration_client_uri", u"http://partner.example/1"_s), "", false);
        row("management without a token", with("registration_access_token", none), "", false);
    }
    void aClientThatCameIsUsedOrNamedUseless()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, fault);
        Registering here({answer});
        const auto made = here.add();
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->fault.isEmpty(), fault.isEmpty());
        QVERIFY2(made->fault.english().contains(fault), qPrintable(made->fault.english()));
        QTEST(made->pair.management.isThere(), "isManaged");
    }

    void anExpiryIsTold()
    {
        Registering here(
            {reply("201 Created", client({{u"client_secret_expires_at"_s, 1'900'000'000}}))});
        const auto made = here.add();
        QVERIFY(made && made->fault.isEmpty());
        QCOMPARE(made->secretExpiresAt.toSecsSinceEpoch(), 1'900'000'000);
    }

    void everyOtherAnswerIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& answer, FailureKind kind,
                             const char* code, const char* says) {
            QTest::newRow(name) << answer << kind << QString::fromLatin1(code)
                                << QString::fromLatin1(says);
        };
        using K = FailureKind;
        row("metadata", reply("400 Bad Request", error("invalid_client_metadata")), K::NotPermitted,
            "registration_metadata", "400 invalid_client_metadata");
        row("wrong, expired or used up", reply("401 Unauthorized", error("invalid_token")),
            K::Refused, "registration_token_refused", "wrong, has expired or was used up");
        row("policy", reply("403 Forbidden", ""), K::NotPermitted, "registration_forbidden",
            "policy");
        row("switched off", reply("404 Not Found", "no", "text/html"), K::NotFound,
            "registration_absent", "switched off");
        row("wrong method", reply("405 Method Not Allowed", ""), K::NotFound, "registration_absent",
            "not its address");
        row("duplicate", reply("409 Conflict", "{}"), K::NotPermitted, "registration_taken",
            "already");
        row("too many", reply("429 Too Many Requests", "{}"), K::RateLimited,
            "registration_limited", "429");
        row("a redirect",
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: /x\r\nContent-Length: "
            "0\r\n\r\n",
            K::BadReply, "registration_odd", "redirects");
        row("400 and HTML", reply("400 Bad Request", "<html>", "text/html"), K::BadReply,
            "registration_odd", "no client registration endpoint");
        // It may have been made all the same.
        row("HTML", reply("201 Created", "<html></html>", "text/html"), K::BadReply,
            registrationUnanswered, "may exist");
        row("no id", reply("201 Created", client({{u"client_id"_s, {}}})), K::BadReply,
            registrationUnanswered, "without a client_id");
        row("200 and HTML", reply("200 OK", "<html></html>", "text/html"), K::BadReply,
            registrationUnanswered, "may exist");
        row("a fault", reply("500 Internal Server Error", ""), K::ServerFault,
            registrationUnanswered, "may exist");
        row("a cut answer",
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
            "Content-Length: 500\r\n\r\n{\"client_id\"",
            K::BadReply, registrationUnanswered, "may exist");
    }
    void everyOtherAnswerIsNamed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        Registering here({answer});
        here.settings.access = Access::Bearer;
        const auto made = here.add();
        QVERIFY(!made);
        QTEST(made.error().code, "code");
        if (made.error().code != QLatin1String(registrationUnanswered))
            QTEST(made.error().kind, "kind");
        QVERIFY2(made.error().detail.english().contains(says), qPrintable(made.error().detail));
        QVERIFY(!made.error().detail.english().contains("the-initial-token"_L1)); // no echo
        QCOMPARE(here.endpoint.requests.size(), 1); // never a second one
    }

    void theMetadataIsAskedOnce()
    {
        Registering here({});
        here.settings.metadataUrl = here.endpoint.url(u"/.well-known/oauth-authorization-server"_s);
        const QByteArray metadata =
            QJsonDocument(QJsonObject{{u"registration_endpoint"_s, here.settings.url.toString()}})
                .toJson();
        here.settings.url.clear();
        here.endpoint.answer({reply("200 OK", metadata), reply("201 Created", client())});
        QVERIFY(here.add());
        QVERIFY(here.add());
        QCOMPARE(here.endpoint.requests.size(), 3);
        QVERIFY(here.endpoint.requests.value(0).startsWith("GET /.well-known/"));
        for (int i : {1, 2})
            QVERIFY(here.endpoint.requests.value(i).startsWith("POST /register "));
    }

    /// Path of the metadata, path of the issuer that it names -> whether it is used (RFC 8414 3.3).
    void metadataOfAnotherIssuerIsNotUsed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<bool>("isUsed");
        const QString wellKnown = u"/.well-known/oauth-authorization-server"_s;
        QTest::newRow("no path") << wellKnown << QString() << true;
        QTest::newRow("a slash") << wellKnown << u"/"_s << true;
        QTest::newRow("its path") << wellKnown + u"/tenant"_s << u"/tenant"_s << true;
        QTest::newRow("OpenID Connect")
            << u"/tenant/.well-known/openid-configuration"_s << u"/tenant"_s << true;
        QTest::newRow("another path") << wellKnown + u"/tenant"_s << u"/other"_s << false;
        QTest::newRow("of the whole server") << wellKnown + u"/tenant"_s << QString() << false;
        QTest::newRow("of a part") << wellKnown << u"/tenant"_s << false;
    }
    void metadataOfAnotherIssuerIsNotUsed()
    {
        QFETCH(QString, path);
        QFETCH(QString, issuer);
        QFETCH(bool, isUsed);
        Registering here({});
        here.settings.metadataUrl = here.endpoint.url(path);
        const QString issuerUrl = here.endpoint.url(issuer).toString();
        const QByteArray metadata =
            QJsonDocument(QJsonObject{{u"issuer"_s, issuerUrl},
                              {u"registration_endpoint"_s, here.settings.url.toString()}})
                .toJson();
        here.settings.url.clear();
        here.endpoint.answer({reply("200 OK", metadata), reply("201 Created", client())});
        const auto made = here.add();
        QCOMPARE(made.has_value(), isUsed);
        QCOMPARE(here.endpoint.requests.size(), isUsed ? 2 : 1);
        if (isUsed)
            return;
        QCOMPARE(made.error().code, u"registration_absent"_s);
        QVERIFY2(made.error().detail.english().contains("another issuer, "_L1 + issuerUrl),
            qPrintable(made.error().detail));
    }

    void noFailureRepeatsAKnownSecret_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("as the issuer")
            << reply("200 OK", "{\"issuer\":\"https://formersecret.example\"}");
        QTest::newRow("as the error") << reply("400 Bad Request", "{\"error\":\"formersecret\"}");
    }
    void noFailureRepeatsAKnownSecret()
    {
        QFETCH(QByteArray, answer);
        Registering here({answer});
        here.recorder.knowSecret(Secret("formersecret"));
        if (answer.contains("issuer"))
            here.settings.metadataUrl =
                here.endpoint.url(u"/.well-known/oauth-authorization-server"_s);
        if (!here.settings.metadataUrl.isEmpty())
            here.settings.url.clear();
        const auto made = here.add();
        QVERIFY(!made);
        const QString detail = made.error().detail;
        QVERIFY2(!detail.contains("formersecret"_L1), qPrintable(detail));
        QVERIFY2(detail.contains("[secret]"_L1), qPrintable(detail));
    }

    void oddMetadataIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << reply("404 Not Found", "") << u"RFC 8414"_s;
        QTest::newRow("HTML") << reply("200 OK", "<html>", "text/html") << u"RFC 8414"_s;
        QTest::newRow("no registration")
            << reply("200 OK", "{\"token_endpoint\":\"https://partner.example/token\"}")
            << u"switched off"_s;
        QTest::newRow("http elsewhere")
            << reply("200 OK", "{\"registration_endpoint\":\"http://partner.example/register\"}")
            << u"no https address"_s;
    }
    void oddMetadataIsNamed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        Registering here({answer});
        here.settings.metadataUrl = std::exchange(here.settings.url, {});
        const auto made = here.add();
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"registration_absent"_s);
        QVERIFY2(made.error().detail.english().contains(says), qPrintable(made.error().detail));
        QCOMPARE(here.endpoint.requests.size(), 1);
    }

    /// Access -> whether a registration_endpoint of another server is used.
    void theTokenIsSentToItsOwnServerAlone_data()
    {
        QTest::addColumn<Access>("access");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("open") << Access::Open << true;
        QTest::newRow("bearer") << Access::Bearer << false;
        QTest::newRow("Okta") << Access::Ssws << false;
    }
    void theTokenIsSentToItsOwnServerAlone()
    {
        QFETCH(Access, access);
        QFETCH(bool, isSent);
        Endpoint other(reply("201 Created", client()));
        const QJsonObject metadata{
            {u"registration_endpoint"_s, other.url(u"/register"_s).toString()}};
        Registering here({reply("200 OK", QJsonDocument(metadata).toJson())});
        here.settings.metadataUrl = std::exchange(here.settings.url, {});
        here.settings.access = access;
        const auto made = QCoro::waitFor(here.registrar.add(here.settings,
            access == Access::Open ? Secret() : Secret("the-initial-token"), u"Acme"_s, {}));
        QCOMPARE(made.has_value(), isSent);
        QCOMPARE(other.requests.size(), isSent ? 1 : 0);
        if (!isSent) {
            QCOMPARE(made.error().code, u"registration_absent"_s);
            QVERIFY2(made.error().detail.english().contains("another server"_L1),
                qPrintable(made.error().detail));
        }
    }

    void nothingIsSentWhereOthersCouldRead()
    {
        Registering here({reply("201 Created", client())});
        here.settings.url = QUrl(u"http://partner.example/register"_s);
        const auto made = here.add();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, FailureKind::Invalid);
    }

    void whereNobodyListensNoClientIsMade()
    {
        Registering here({});
        here.settings.url = QUrl(u"http://127.0.0.1:1/register"_s);
        const auto made = here.add();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, FailureKind::Unreachable);
        QCOMPARE(made.error().code, u"registration_unreached"_s);
    }

    void aDeletionIsNamed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<std::optional<FailureKind>>("kind");
        const auto row = [](const char* status, std::optional<FailureKind> kind) {
            QTest::newRow(status) << reply(status, "") << kind;
        };
        using K = FailureKind;
        row("204 No Content", std::nullopt);
        row("401 Unauthorized", K::Refused);
        row("404 Not Found", K::Refused);
        row("403 Forbidden", K::NotPermitted);
        row("405 Method Not Allowed", K::NotPermitted);
        row("429 Too Many Requests", K::RateLimited);
        row("503 Service Unavailable", K::ServerFault);
        row("302 Found", K::BadReply);
    }
    void aDeletionIsNamed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(std::optional<FailureKind>, kind);
        Registering here({answer});
        const auto removed = here.remove();
        QCOMPARE(removed.has_value(), !kind.has_value());
        if (kind)
            QCOMPARE(removed.error().kind, *kind);
        QVERIFY(here.endpoint.requests.value(0).startsWith("DELETE /register/1 "));
        QVERIFY(here.endpoint.requests.value(0).contains("Bearer the-management-token"));
    }
};

JETBRIDGE_TEST(HttpClientRegistrarTest)
#include "HttpClientRegistrarTest.moc"
