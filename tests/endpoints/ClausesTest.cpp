// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

const QByteArray grant = "grant_type=client_credentials";
const QByteArray inBody = "&client_id=client-of-globex&client_secret=secret+of+globex";
const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";
const Headers asJson{{"Content-Type", "application/json"}};

QByteArray basic(const QByteArray& id, const QByteArray& secret)
{
    return "Basic " + (id.toPercentEncoding() + ':' + secret.toPercentEncoding()).toBase64();
}
const QByteArray globex = basic("client-of-globex", "secret of globex");

/// The partner's endpoints with a client for globex.
class Served : public Partner {
public:
    explicit Served(EndpointsOptions options = {})
        : Partner(std::move(options))
    {
        endpoints.admit(clientOf(u"globex"_s));
    }
    Answered token(const QByteArray& body, const QByteArray& authorization = {})
    {
        return post(endpoints.oauthTokenUrl(), body,
            authorization.isEmpty() ? Headers() : Headers{{"Authorization", authorization}});
    }
    Answered call(const QByteArray& authorization)
    {
        Headers headers = asJson;
        if (!authorization.isEmpty())
            headers.append({"Authorization", authorization});
        return post(endpoints.callbackUrl(), disabled, headers);
    }
};

QJsonObject json(const Answered& answered)
{
    return QJsonDocument::fromJson(answered.body).object();
}

QString errorOf(const Answered& answered)
{
    return json(answered).value(u"error"_s).toString();
}

} // namespace

/// Tests the clauses of the standards that SmartRecruiters meets at oauthTokenUrl and callbackUrl,
/// by number, over HTTP against running endpoints. Clause 42 has a test of its own (ForwardedTest);
/// clause 39 is also tested on the disk of the whole program (cli.ForwardTest).
class ClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause1BasicIsAccepted()
    {
        Served served;
        QCOMPARE(served.token(grant, globex).status, 200);
    }

    void clause2OddCharactersRoundTrip()
    {
        Served served;
        const QByteArray odd = "a:b%c+d&e f \xC2\xA3\xE2\x82\xAC";
        IssuedClient client = clientOf(u"globex"_s);
        client.clientId = ClientId(u"odd: %1"_s);
        client.secretSha256 = Secret(odd).sha256();
        served.endpoints.admit(client);
        QCOMPARE(served.token(grant, basic("odd: %1", odd)).status, 200);
        QCOMPARE(
            served.token(grant + "&client_id=odd%3A+%251&client_secret=" + odd.toPercentEncoding())
                .status,
            200);
    }

    void clause3CredentialsInTheBodyAreAcceptedAndInTheUriRefused()
    {
        Served served;
        QCOMPARE(served.token(grant + inBody).status, 200);
        QUrl url = served.endpoints.oauthTokenUrl();
        url.setQuery(QString::fromLatin1(inBody.mid(1)));
        const Answered refused = served.post(url, grant);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), u"invalid_request"_s);
    }

    void clause4TwoMethodsAreRefused()
    {
        Served served;
        const Answered refused = served.token(grant + inBody, globex);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), u"invalid_request"_s);
    }

    void clause5BruteForceIsSlowedThenRefused()
    {
        Served served;
        for (int i = 0; i < 10; ++i)
            QCOMPARE(served.token(grant, basic("client-of-globex", "guess")).status, 401);
        const Answered slowed = served.token(grant, basic("client-of-globex", "guess"));
        QCOMPARE(slowed.status, 429);
        const int wait = slowed.header("Retry-After").toInt();
        QVERIFY(wait > 0);
        served.clock.advance(std::chrono::seconds(wait));
        QCOMPARE(served.token(grant, basic("client-of-globex", "guess")).status, 401);
        QVERIFY(served.token(grant, globex).header("Retry-After").toInt() > wait);
    }

    void clause6TheTokenEndpointTakesPostOnly()
    {
        Served served;
        const Answered answered = served.get(served.endpoints.oauthTokenUrl());
        QCOMPARE(answered.status, 405);
        QVERIFY(answered.header("Allow").contains("POST"));
    }

    void clause8NoHttpButOnLoopback_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QString>("address");
        const QString here = u"127.0.0.1"_s;
        QTest::newRow("a public URL without TLS") << u"http://partner.example"_s << here;
        QTest::newRow("a public URL with a password") << u"https://u:p@partner.example"_s << here;
        QTest::newRow("others let in without TLS") << QString() << u"192.0.2.1"_s;
        QTest::newRow("everybody let in without TLS")
            << u"https://partner.example"_s << u"0.0.0.0"_s;
    }
    void clause8NoHttpButOnLoopback()
    {
        QFETCH(QString, publicUrl);
        QFETCH(QString, address);
        Partner around;
        EndpointsOptions options;
        options.publicUrl = QUrl(publicUrl);
        options.address = QHostAddress(address);
        PartnerEndpoints endpoints(around.handler, around.receiver, around.clock, around.randomness,
            &around.recorder, options);
        const auto listening = endpoints.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, FailureKind::Invalid);
        QCOMPARE(endpoints.port(), quint16(0));
    }

    void clause9EmptyParametersCountAsOmitted()
    {
        Served served;
        QCOMPARE(served.token(grant + inBody + "&scope=").status, 200);
        QCOMPARE(errorOf(served.token("grant_type=" + inBody)), u"invalid_request"_s);
    }

    void clause10UnknownParametersAreIgnored()
    {
        Served served;
        QCOMPARE(served.token(grant + inBody + "&resource=x").status, 200);
    }

    void clause11RepeatedParametersAreRefused()
    {
        Served served;
        const Answered refused = served.token(grant + '&' + grant + inBody);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), u"invalid_request"_s);
    }

    void clause12TheScopesGrammarIsKept()
    {
        Served served;
        const Answered refused = served.token(grant + inBody + "&scope=a%22b");
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), u"invalid_scope"_s);
    }

    void clause13AScopeOfTheirOwnIsAnsweredWithOurs_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("ours") << QByteArray("&scope=notifications");
        QTest::newRow("another") << QByteArray("&scope=anything");
        QTest::newRow("several") << QByteArray("&scope=jobs_read+notifications");
    }
    void clause13AScopeOfTheirOwnIsAnsweredWithOurs()
    {
        QFETCH(QByteArray, scope);
        Served served;
        const Answered answered = served.token(grant + inBody + scope);
        QCOMPARE(answered.status, 200);
        QCOMPARE(QJsonDocument::fromJson(answered.body)["scope"_L1].toString(), u"notifications"_s);
    }

    void clause13ASettingRefusesScopesThatAreNotGranted()
    {
        EndpointsOptions options;
        options.refusesUnknownScopes = true;
        Served served(options);
        QCOMPARE(errorOf(served.token(grant + inBody + "&scope=jobs_read")), u"invalid_scope"_s);
        QCOMPARE(served.token(grant + inBody + "&scope=notifications").status, 200);
        QCOMPARE(served.token(grant + inBody).status, 200);
    }

    void clause14OtherGrantsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        QTest::newRow("wrong") << QByteArray("grant_type=authorization_code&code=x")
                               << u"unsupported_grant_type"_s;
        QTest::newRow("in capitals")
            << QByteArray("grant_type=CLIENT_CREDENTIALS") << u"unsupported_grant_type"_s;
        QTest::newRow("missing") << QByteArray("x=1") << u"invalid_request"_s;
    }
    void clause14OtherGrantsAreNamed()
    {
        QFETCH(QByteArray, body);
        Served served;
        const Answered refused = served.token(body + inBody);
        QCOMPARE(refused.status, 400);
        QTEST(errorOf(refused), "error");
    }

    void clause38NoPasswordGrant()
    {
        Served served;
        const Answered refused = served.token("grant_type=password&username=a&password=b" + inBody);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), u"unsupported_grant_type"_s);
    }

    void clause16ThereIsNoRefreshToken()
    {
        Served served;
        QVERIFY(!json(served.token(grant + inBody)).contains(u"refresh_token"_s));
        QCOMPARE(errorOf(served.token("grant_type=refresh_token&refresh_token=x" + inBody)),
            u"unsupported_grant_type"_s);
    }

    void clause17AndClause18AReplyIsWhole()
    {
        Served served;
        const Answered answered = served.token(grant + inBody);
        QCOMPARE(answered.status, 200);
        QVERIFY(answered.header("Content-Type").startsWith("application/json"));
        const QJsonObject reply = json(answered);
        QVERIFY(!reply.value(u"access_token"_s).toString().isEmpty());
        QCOMPARE(reply.value(u"token_type"_s).toString().toLower(), u"bearer"_s);
        QVERIFY(reply.value(u"expires_in"_s).isDouble());
    }

    void clause20AndClause22RepliesAndErrorsAreNeverKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("a token") << grant + inBody << 200;
        QTest::newRow("invalid_request") << "grant_type=" + inBody << 400;
        QTest::newRow("unsupported_grant_type") << "grant_type=x" + inBody << 400;
        QTest::newRow("invalid_client") << grant << 401;
    }
    void clause20AndClause22RepliesAndErrorsAreNeverKept()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Served served;
        const Answered answered = served.token(body);
        QCOMPARE(answered.status, status);
        QCOMPARE(answered.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(answered.header("Pragma"), QByteArray("no-cache"));
        QCOMPARE(errorOf(answered).isEmpty(), status == 200);
    }

    void clause23WrongClientsAreChallengedAsTheyCame()
    {
        Served served;
        const Answered byBasic = served.token(grant, basic("client-of-globex", "wrong"));
        QCOMPARE(byBasic.status, 401);
        QCOMPARE(errorOf(byBasic), u"invalid_client"_s);
        QVERIFY(byBasic.header("WWW-Authenticate").startsWith("Basic "));
        const Answered inForm = served.token(grant + "&client_id=client-of-globex&client_secret=x");
        QVERIFY(inForm.status == 400 || inForm.status == 401);
        QCOMPARE(errorOf(inForm), u"invalid_client"_s);
        // The answer does not disclose which clients exist.
        const Answered unknown = served.token(grant, basic("nobody", "wrong"));
        QCOMPARE(unknown.status, byBasic.status);
        QCOMPARE(unknown.body, byBasic.body);
    }

    void clause25DescriptionsKeepTheirCharacters()
    {
        static const QRegularExpression allowed(u"^[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+$"_s);
        Served served;
        for (const QByteArray& body : {QByteArray("x=1"), QByteArray("grant_type=%22%5C%C3%BC"),
                 grant + "&scope=%22", grant + "&%C3%BC=1&%C3%BC=2", grant + "&x=%zz"}) {
            const QString description =
                json(served.token(body, globex)).value(u"error_description"_s).toString();
            QVERIFY2(allowed.match(description).hasMatch(), qPrintable(description));
        }
    }

    void clause26TokensCarryEnoughBitsAndNeverRepeat()
    {
        Served served;
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(json(served.token(grant + inBody)).value(u"access_token"_s).toString());
        QCOMPARE(seen.size(), 200);
        for (const QString& token : seen)
            QVERIFY(QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding).size()
                >= 160 / 8);
    }

    void clause27ThePageNamesWhoMayFrameIt()
    {
        Partner partner;
        const Answered page = partner.open();
        QVERIFY(page.header("Content-Security-Policy")
                    .contains("frame-ancestors https://portal.example.com;"));
        QVERIFY(page.header("X-Frame-Options").isEmpty());
        auto presentation = partner.handler.presentation();
        presentation.frameOrigins.clear();
        partner.handler.present(presentation);
        QVERIFY(
            partner.open().header("Content-Security-Policy").contains("frame-ancestors 'none';"));
    }

    void clause28AndClause29ATokenByTheHeaderOnly_data()
    {
        QTest::addColumn<bool>("inHeader");
        QTest::addColumn<bool>("inQuery");
        QTest::addColumn<bool>("inForm");
        QTest::addColumn<int>("status");
        QTest::newRow("by the header") << true << false << false << 200;
        QTest::newRow("in the URI") << false << true << false << 400;
        QTest::newRow("by the header and in the URI") << true << true << false << 400;
        QTest::newRow("in a form") << false << false << true << 400;
        QTest::newRow("by the header and in a form") << true << false << true << 400;
    }
    void clause28AndClause29ATokenByTheHeaderOnly()
    {
        QFETCH(bool, inHeader);
        QFETCH(bool, inQuery);
        QFETCH(bool, inForm);
        QFETCH(int, status);
        Served served;
        const QByteArray token = served.tokenFor(u"globex"_s);
        QUrl url = served.endpoints.callbackUrl();
        if (inQuery)
            url.setQuery(u"access_token="_s + QString::fromLatin1(token));
        Headers headers = inForm ? Headers() : asJson;
        if (inHeader)
            headers.append({"Authorization", "Bearer " + token});
        const Answered answered =
            served.post(url, inForm ? "access_token=" + token : disabled, headers);
        QCOMPARE(answered.status, status);
        QCOMPARE(served.receiver.received().size(), status == 200 ? 1 : 0);
        QCOMPARE(answered.header("WWW-Authenticate").contains("invalid_request"), status == 400);
    }

    void clause30AndClause31RefusalsSayWhatTheyKnowAndNoMore_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no credentials: no error code") << QByteArray() << 401 << QByteArray();
        QTest::newRow("another scheme") << globex << 401 << QByteArray();
        QTest::newRow("an unknown token")
            << QByteArray("Bearer nobodys") << 401 << QByteArray("invalid_token");
        QTest::newRow("no token at all") << QByteArray("Bearer") << 401 << QByteArray();
    }
    void clause30AndClause31RefusalsSayWhatTheyKnowAndNoMore()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, error);
        Served served;
        const Answered answered = served.call(authorization);
        QTEST(answered.status, "status");
        const QByteArray challenge = answered.header("WWW-Authenticate");
        QVERIFY2(challenge.startsWith("Bearer"), challenge.constData());
        QCOMPARE(challenge.contains("error="), !error.isEmpty());
        QVERIFY2(challenge.contains(error), challenge.constData());
    }

    void clause33TokensLiveAnHourAtMost_data()
    {
        QTest::addColumn<int>("setting");
        QTest::addColumn<int>("lifetime");
        QTest::newRow("unless told otherwise") << EndpointsOptions().tokenLifetimeSeconds << 1800;
        QTest::newRow("an hour") << 3600 << 3600;
        QTest::newRow("a day becomes an hour") << 86'400 << 3600;
    }
    void clause33TokensLiveAnHourAtMost()
    {
        QFETCH(int, setting);
        QFETCH(int, lifetime);
        EndpointsOptions options;
        options.tokenLifetimeSeconds = setting;
        Served served(options);
        const QJsonObject reply = json(served.token(grant + inBody));
        QCOMPARE(reply.value(u"expires_in"_s).toInt(), lifetime);
        const QByteArray bearer = "Bearer " + reply.value(u"access_token"_s).toString().toLatin1();
        served.clock.advance(std::chrono::seconds(lifetime - 1));
        QCOMPARE(served.call(bearer).status, 200);
        served.clock.advance(std::chrono::seconds(1));
        QCOMPARE(served.call(bearer).status, 401);
    }

    void clause34Every401CarriesAChallenge()
    {
        Served served;
        const QByteArray token = served.tokenFor(u"globex"_s);
        served.endpoints.dismiss(clientOf(u"globex"_s).clientId);
        const QList<Answered> all{served.token(grant),
            served.token(grant + "&client_id=nobody&client_secret=x"),
            served.token(grant, basic("nobody", "x")), served.token(grant, "Bearer x"),
            served.call({}), served.call("Bearer x"), served.call("Digest x"),
            served.call("Bearer " + token)};
        for (const Answered& answered : all) {
            QCOMPARE(answered.status, 401);
            QVERIFY(!answered.header("WWW-Authenticate").isEmpty());
        }
    }

    void clause37WrongTypesAndSizes()
    {
        Served served;
        QCOMPARE(served.post(served.endpoints.oauthTokenUrl(), "{}", asJson).status, 415);
        const QByteArray token = served.tokenFor(u"globex"_s);
        QCOMPARE(
            served.notify(token, "x=1", {{"Content-Type", "application/x-www-form-urlencoded"}})
                .status,
            415);
        const QByteArray large = "{\"x\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
        QCOMPARE(served.notify(token, large).status, 413);
        QVERIFY(served.receiver.received().isEmpty());
    }

    void clause39NothingIsLogged()
    {
        static QByteArray logged;
        logged.clear();
        const auto usual =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
                logged += text.toUtf8();
            });
        Served served;
        const QByteArray token = served.tokenFor(u"globex"_s);
        served.token(grant, basic("client-of-globex", "a-wrong-secret"));
        served.notify(token, disabled);
        served.notify(token, "[]");
        qInstallMessageHandler(usual);
        for (const QByteArray& secret :
            {token, QByteArray("a-wrong-secret"), QByteArray("secret of globex")})
            QVERIFY(!logged.contains(secret));
    }

    void clause40NoOpenRedirector_data()
    {
        QTest::addColumn<QString>("redirect");
        for (const char* redirect : {"https://evil.example/", "//evil.example/", "/evil",
                 "https://portal.example.com@evil.example/", "https://evil@portal.example.com/",
                 "https://portal.example.com.evil.example/", "https://evilportal.example.com/",
                 "https://portal.example.com:8443/", "https://evil.example\\@portal.example.com/",
                 "http://portal.example.com/", "javascript:alert(1)", "data:text/html,x",
                 "https://portal.example.com\r\nLocation: https://evil.example/"})
            QTest::newRow(QByteArray(redirect).left(40).replace("\r\n", " ").constData())
                << QString::fromLatin1(redirect);
    }
    void clause40NoOpenRedirector()
    {
        QFETCH(QString, redirect);
        Partner partner;
        QUrl url = partner.at(u"/consent"_s);
        url.setQuery(u"companyId=globex&redirect="_s
            + QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
        const Answered refused = partner.get(url);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.header("Location").isEmpty());
        QCOMPARE(refused.outcome(), u"redirectForeign"_s);
        // The decision's own form cannot choose the target.
        const Answered page = partner.signedIn();
        const Answered decided = partner.postForm(page.target(),
            {{u"state"_s, QString::fromLatin1(page.state())}, {u"decision"_s, u"approve"_s},
                {u"redirect"_s, redirect}});
        QCOMPARE(decided.header("Location"), Partner::redirect.toUtf8());
    }

    void clause41AFormPostIsAnsweredBy303()
    {
        Partner partner;
        QCOMPARE(partner.decide(partner.signedIn(), u"approve"_s).status, 303);
        QCOMPARE(partner.handler.approvals, 1);
    }

    void clause44OnlyThisComputerReachesItAndThePortIsFreed()
    {
        Partner partner;
        const quint16 port = partner.endpoints.port();
        QVERIFY(port != 0);
        // Nobody listens on any other address of this machine, other loopback addresses included.
        QList<QHostAddress> others{QHostAddress(u"127.0.0.2"_s)};
        for (const QHostAddress& address : QNetworkInterface::allAddresses())
            if (!address.isLoopback() && !address.isLinkLocal())
                others.append(address);
        for (const QHostAddress& address : others) {
            QTcpSocket socket;
            socket.connectToHost(address, port);
            QVERIFY2(!socket.waitForConnected(2000), qPrintable(address.toString()));
        }
        partner.endpoints.close();
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress::LocalHost, port));
    }

    void clause45RedirectOnlyInRedirectMode()
    {
        Partner partner;
        const Answered missing = partner.get(partner.at(u"/consent?companyId=globex"_s));
        QCOMPARE(missing.outcome(), u"redirectMissing"_s);
        QCOMPARE(partner.decide(partner.signedIn(), u"approve"_s).header("Location"),
            Partner::redirect.toUtf8());
        Partner framed;
        framed.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const Answered decided = framed.decide(framed.signedIn(), u"approve"_s);
        QVERIFY(decided.header("Location").isEmpty()
            || !decided.header("Location").contains("portal.example.com"));
    }

    void clause45NothingIsConfirmedBeforeSignInAndApproval()
    {
        Partner partner;
        const Answered page = partner.open();
        partner.postForm(u"/consent/decision"_s,
            {{u"state"_s, QString::fromLatin1(page.state())}, {u"decision"_s, u"approve"_s}});
        partner.signedIn();
        QCOMPARE(partner.handler.approvals, 0);
    }

    void theProbeRecognisesItsOwnEndpointsAndNobodyElses()
    {
        Partner partner;
        QVERIFY(QCoro::waitFor(partner.endpoints.probe()));
        EndpointsOptions options;
        options.publicUrl = partner.endpoints.baseUrl();
        Partner other(options);
        const auto probed = QCoro::waitFor(other.endpoints.probe());
        QVERIFY(!probed);
        QCOMPARE(probed.error().kind, FailureKind::NotFound);
    }
};

JETBRIDGE_TEST(ClausesTest)
#include "ClausesTest.moc"
