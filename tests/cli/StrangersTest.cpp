// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Strangers.h"
#include "cli/AuthorizationServer.h"
#include "cli/Caller.h"
#include "cli/Simulated.h"
#include "support/Answered.h"
#include "support/Complaint.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString initialToken = u"the-initial-token-of-acme"_s;
const QString backendName = u"backend"_s;
const QString backendSecret = u"the-secret-of-the-backend"_s;

/// A server of others on this computer, which says {"port"} first, answers each line by one of
/// JSON, and ends with its standard input.
class Stranger {
public:
    ~Stranger()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    /// Returns why it does not listen; empty: it does.
    QByteArray start(const QString& program, const QStringList& arguments)
    {
        m_process.start(program, arguments);
        m_port = line()[u"port"_s].toInt();
        return m_port > 0 ? QByteArray()
                          : program.toUtf8() + ": " + m_process.readAllStandardError();
    }
    QUrl url(const char* path) const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(QLatin1String(path)));
    }
    /// Returns the next line that it says.
    QJsonObject line() { return readyLine(m_process); }
    QJsonObject ask(const QByteArray& question)
    {
        m_process.write(question + '\n');
        return line();
    }

private:
    QProcess m_process;
    int m_port = 0;
};

/// npm's oidc-provider, with registration and its management.
class OidcProvider : public Stranger {
public:
    QByteArray start(const QString& npm)
    {
        return Stranger::start(u"node"_s,
            {QFINDTESTDATA("strangers/oidc_provider.mjs"), npm, initialToken, backendName,
                backendSecret});
    }
    /// Returns the ids of the clients that were registered and not deleted.
    QJsonArray clients() { return ask("what there is")[u"clients"_s].toArray(); }
    /// Returns every client secret and token that it issued.
    QJsonArray secrets() { return ask("what there is")[u"secrets"_s].toArray(); }
};

QJsonValue onlyRow(const Program& program)
{
    return program.run(words(u"--json integrations list"_s))
        .json()
        .value(u"integrations"_s)
        .toArray()
        .at(0);
}

/// Sends a notification with a token, and returns the status of the answer.
int notified(const QUrl& url, const QByteArray& token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer " + token);
    const auto reply = test::answered(network.post(request, "{\"eventType\":\"X\"}"));
    return test::statusOf(*reply);
}

/// Gives the environment a secret for webhooks.
bool signsWith(const Program& program, const QByteArray& secret, const QStringList& options = {})
{
    return program
               .run(words(u"environment set simulator --webhook-secret-from-stdin"_s) + options,
                   secret + '\n')
               .exitCode
        == 0;
}

Program::Run onboard(const Program& program)
{
    return program.run(words(u"--json onboard --consented-by Ana --company globex"_s));
}

} // namespace

/// Tests that programs and libraries of others understand what we send to the partner's side and
/// serve there, and we them. packaging/npm installs those of npm.
class StrangersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCustomersClientIsRegisteredUsedAndDeletedAtOidcProvider()
    {
        const QString npm = test::npmWith(u"oidc-provider"_s);
        if (npm.isEmpty())
            QSKIP("npm's oidc-provider is not there: packaging/npm");
        OidcProvider server;
        const QByteArray silent = server.start(npm);
        QVERIFY2(silent.isEmpty(), silent.constData());
        Stranger backend;
        const QByteArray mute = backend.start(test::debianPython(),
            {QFINDTESTDATA("strangers/backend.py"), server.url("/token/introspection").toString(),
                backendName, backendSecret});
        QVERIFY2(mute.isEmpty(), mute.constData());
        const Program program;
        Simulated simulated(
            server.url("/token"), words(u"--first-token 0"_s), backend.url("/notifications"));
        QVERIFY(simulated.setUp(program));
        const auto set =
            program.run(words(u"environment set simulator --token-service registration "
                              "--registration-access bearer --registration-token-from-stdin "
                              "--registration-metadata"_s)
                    << server.url("/.well-known/openid-configuration").toString(),
                initialToken.toUtf8() + '\n');
        QVERIFY2(set.exitCode == 0, set.err.constData());
        simulated.grantTo(u"globex"_s);

        const auto onboarded = onboard(program);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        const QJsonValue row = onlyRow(program);
        QCOMPARE(row[u"status"_s].toString(), u"live"_s);
        QCOMPARE(row[u"wayBack"_s][u"state"_s].toString(), u"rehearsed"_s);
        const QString client = row[u"issuedClientId"_s].toString();
        QCOMPARE(server.clients(), QJsonArray{client});
        // SmartRecruiters gets its first token there, and the customer disables the integration.
        QTRY_VERIFY_WITH_TIMEOUT(simulated.hasFirstToken(), 20'000);
        QCOMPARE(notified(backend.url("/notifications"), "a-token-of-nobody"), 401);
        const QString id = simulated.integrationOf(u"globex"_s);
        const auto disabled =
            simulated.ask("POST", u"/_simulator/integrations/%1/disable"_s.arg(id), "{}");
        QCOMPARE(disabled.status, 200);
        const QJsonValue notification = disabled.json.value(u"notification"_s);
        QVERIFY2(notification[u"sent"_s].toBool(),
            QJsonDocument(notification.toObject()).toJson().constData());
        const QJsonObject accepted = backend.line();
        QCOMPARE(accepted[u"client_id"_s].toString(), client);
        QCOMPARE(accepted[u"eventType"_s].toString(), u"INTEGRATION_DISABLED"_s);

        QCOMPARE(program.run(words(u"integrations forget "_s) << id).exitCode, 0);
        QCOMPARE(server.clients(), QJsonArray());
        QCOMPARE(clientState(program), u"gone"_s);
        const QByteArray kept = program.everythingKept();
        QVERIFY(!kept.contains(initialToken.toUtf8()));
        const QJsonArray secrets = server.secrets();
        QVERIFY(secrets.size() >= 3); // of the client, of its management, and its tokens
        for (const QJsonValue& secret : secrets)
            QVERIFY(!kept.contains(secret.toString().toUtf8()));
    }

    void whatOidcProviderRefusesIsExplained()
    {
        const QString npm = test::npmWith(u"oidc-provider"_s);
        if (npm.isEmpty())
            QSKIP("npm's oidc-provider is not there: packaging/npm");
        OidcProvider server;
        const QByteArray silent = server.start(npm);
        QVERIFY2(silent.isEmpty(), silent.constData());
        const Program program;
        Simulated simulated(server.url("/token"));
        QVERIFY(simulated.setUp(program));
        const QStringList set = words(u"environment set simulator --token-service registration "
                                      "--registration-access bearer "
                                      "--registration-token-from-stdin --registration-url"_s)
            << server.url("/reg").toString();
        QCOMPARE(program.run(set, "another-token\n").exitCode, 0);
        simulated.grantTo(u"globex"_s);
        QCOMPARE(onboard(program).errorCode(), u"registration_token_refused"_s);
        QCOMPARE(program
                     .run(set + words(u"--registration-extra {\"jwks_uri\":7}"_s),
                         initialToken.toUtf8() + '\n')
                     .exitCode,
            0);
        QCOMPARE(onboard(program).errorCode(), u"registration_metadata"_s);
        QCOMPARE(simulated.confirms(u"globex"_s), 0);
        QCOMPARE(server.clients(), QJsonArray());
        QCOMPARE(clientState(program), u"gone"_s);
    }

    void standardwebhooksVerifiesOurSignatures()
    {
        const QString npm = test::npmWith(u"standardwebhooks"_s);
        if (npm.isEmpty())
            QSKIP("npm's standardwebhooks is not there: packaging/npm");
        const QByteArray secret = "whsec_" + QByteArray(32, 'w').toBase64();
        Stranger backend;
        const QByteArray mute = backend.start(u"node"_s,
            {QFINDTESTDATA("strangers/standard_webhooks.mjs"), npm, QString::fromLatin1(secret)});
        QVERIFY2(mute.isEmpty(), mute.constData());
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        QVERIFY(signsWith(program, secret,
            words(u"--token-service webhook --webhook-url"_s) << backend.url("/hook").toString()));
        simulated.grantTo(u"globex"_s);
        const auto onboarded = onboard(program);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QCOMPARE(backend.line()[u"type"_s].toString(), u"client.staged"_s);
        QCOMPARE(backend.line()[u"type"_s].toString(), u"client.committed"_s);

        // Both secrets sign until the rotation ends.
        QVERIFY(signsWith(program, "whsec_" + QByteArray(24, 'n').toBase64()));
        const QString id = simulated.integrationOf(u"globex"_s);
        QCOMPARE(program.run(words(u"integrations forget "_s) << id).exitCode, 0);
        QCOMPARE(backend.line()[u"type"_s].toString(), u"client.withdrawn"_s);
        QCOMPARE(
            program.run(words(u"environment set simulator --webhook-end-rotation"_s)).exitCode, 0);
        QCOMPARE(onboard(program).errorCode(), u"webhook_signature_refused"_s);
    }

    void othersCheckTheTokensOfServe_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("algorithm");
        QTest::newRow("opaque") << u"opaque"_s << QString();
        QTest::newRow("RS256") << u"rs256"_s << u"RS256"_s;
        QTest::newRow("ES256") << u"es256"_s << u"ES256"_s;
    }
    void othersCheckTheTokensOfServe()
    {
        QFETCH(QString, format);
        QFETCH(QString, algorithm);
        const Program program;
        const QString issuer = u"https://us.example"_s;
        const auto set = program.run(words(
            u"environment set simulator --issuer %1 --audience our-api --access-tokens %2"_s.arg(
                issuer, format)));
        QVERIFY2(set.exitCode == 0, set.err.constData());
        Caller caller(program);
        const auto api = program.run(words(u"--json resource-servers add ats --reveal"_s));
        QVERIFY2(api.exitCode == 0, api.err.constData());
        QProcess serve;
        program.start(serve, words(u"serve --port 0"_s));
        const QJsonObject ready = readyLine(serve);
        // The first key for RS256 takes its time.
        QTRY_VERIFY_WITH_TIMEOUT(caller.connectTo(ready), 20'000);
        const QUrl keysUrl(ready.value(u"jwksUrl"_s).toString());
        QNetworkAccessManager network;
        const auto keys = test::answered(network.get(QNetworkRequest(keysUrl)));
        const QJsonObject told{{u"introspectionUrl"_s, ready.value(u"introspectionUrl"_s)},
            {u"jwksUrl"_s, keysUrl.toString()}, {u"api"_s, api.json()},
            {u"token"_s, QString::fromLatin1(caller.token())}, {u"algorithm"_s, algorithm},
            {u"issuer"_s, issuer}, {u"audience"_s, u"our-api"_s},
            {u"keys"_s, QJsonDocument::fromJson(keys->readAll()).object()},
            {u"now"_s, QDateTime::currentSecsSinceEpoch()},
            {u"claims"_s,
                QJsonObject{
                    {u"client_id"_s, u"client-of-globex"_s}, {u"companyId"_s, u"globex"_s}}}};
        const QByteArray input = QJsonDocument(told).toJson();

        QCOMPARE(complaintOf(test::debianPython(),
                     {QFINDTESTDATA("strangers/authlib_introspection.py")}, input),
            QByteArray());
        if (!algorithm.isEmpty())
            QCOMPARE(complaintOf(test::debianPython(),
                         {QFINDTESTDATA("../endpoints/clients/authlib_tokens.py")}, input),
                QByteArray());
        const QString npm = test::npmWith(u"oauth4webapi"_s);
        if (npm.isEmpty())
            QSKIP("npm's oauth4webapi is not there: packaging/npm");
        QCOMPARE(complaintOf(
                     u"node"_s, {QFINDTESTDATA("strangers/oauth4webapi_resource.mjs"), npm}, input),
            QByteArray());
        QCOMPARE(stop(serve), 0);
    }
};

JETBRIDGE_TEST(StrangersTest)
#include "StrangersTest.moc"
