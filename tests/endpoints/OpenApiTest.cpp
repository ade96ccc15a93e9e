// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "oauth/SignedTokens.h"
#include "support/Complaint.h"
#include "support/Strangers.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

QJsonObject objectOf(const Answered& answered)
{
    return QJsonDocument::fromJson(answered.body).object();
}

} // namespace

/// Compares the OpenAPI description that the endpoints serve with what they do.
class OpenApiTest : public QObject {
    Q_OBJECT

private:
    /// Adds an answer to the list that the validator compares with the description.
    Answered note(const QString& method, const QString& path, const Answered& answered)
    {
        m_answers.append(QJsonObject{{u"pattern"_s, path}, {u"method"_s, method},
            {u"status"_s, QString::number(answered.status)},
            {u"type"_s, QString::fromLatin1(answered.header("Content-Type"))},
            {u"body"_s, QString::fromUtf8(answered.body)}});
        return answered;
    }
    static QSet<QByteArray> described(const QJsonObject& description)
    {
        QSet<QByteArray> operations;
        const QJsonObject paths = description.value(u"paths"_s).toObject();
        for (const QString& path : paths.keys())
            for (const QString& method : paths.value(path).toObject().keys())
                operations.insert(method.toUpper().toLatin1() + ' ' + path.toLatin1());
        return operations;
    }
    void askForTokens(Partner& partner)
    {
        const QString path = u"/oauth/token"_s;
        const QPair<QString, QString> grant{u"grant_type"_s, u"client_credentials"_s};
        const QPair<QString, QString> id{u"client_id"_s, u"client-of-globex"_s};
        const QPair<QString, QString> secret{u"client_secret"_s, u"secret of globex"_s};
        note(u"post"_s, path, partner.postForm(path, {grant, id, secret}));
        note(u"post"_s, path, partner.postForm(path, {id, secret}));
        note(u"post"_s, path, partner.postForm(path, {grant, id}));
        note(
            u"post"_s, path, partner.postForm(path, {grant, id, {u"client_secret"_s, u"wrong"_s}}));
        note(u"post"_s, path,
            partner.post(partner.at(path), "{}", {{"Content-Type", "text/plain"}}));
    }
    void notify(Partner& partner, const QByteArray& token)
    {
        const QString path = u"/callback"_s;
        note(u"post"_s, path, partner.notify(token, "{\"eventType\":\"SOMETHING_NEW\"}"));
        note(u"post"_s, path, partner.notify(token, "[]"));
        note(u"post"_s, path, partner.notify("unknown", "{}"));
        note(u"post"_s, path, partner.post(partner.at(path), "{}", {}));
        partner.receiver.fail(Failure{FailureKind::StorageUnavailable, 0, {}, {}, {}});
        note(u"post"_s, path, partner.notify(token, "{}"));
        partner.receiver.fail({});
    }
    void introspect(Partner& partner, const QByteArray& token)
    {
        ResourceServer api;
        api.clientId = ClientId(u"api"_s);
        api.name = u"api"_s;
        api.secretSha256 = Secret("secret").sha256();
        partner.endpoints.setResourceServers({api});
        const QString path = u"/oauth/introspect"_s;
        const Headers client{{"Authorization", "Basic " + QByteArray("api:secret").toBase64()}};
        const QString text = QString::fromLatin1(token);
        note(u"post"_s, path, partner.postForm(path, {{u"token"_s, text}}, client));
        note(u"post"_s, path, partner.postForm(path, {{u"token"_s, u"unknown"_s}}, client));
        note(u"post"_s, path, partner.postForm(path, {{u"token_type_hint"_s, u"x"_s}}, client));
        note(u"post"_s, path, partner.postForm(path, {{u"token"_s, text}}));
    }
    void askForKeys(Partner& partner)
    {
        const QString path = u"/oauth/jwks.json"_s;
        note(u"get"_s, path, partner.get(partner.at(path)));
        const auto tokens = std::make_shared<oauth::SignedTokens>(oauth::SignedTokens{
            TokenFormat::Es256, u"https://acme.example"_s, u"acme-api"_s, oauth::SigningKeys()});
        partner.endpoints.setSignedTokens(tokens);
        note(u"get"_s, path, partner.get(partner.at(path))); // They cannot be read.
        const auto key = oauth::SigningKey::generate(TokenFormat::Es256);
        QVERIFY(key);
        const auto signing = std::make_shared<oauth::SignedTokens>(*tokens);
        signing->keys.add(*key, partner.clock.now());
        partner.endpoints.setSignedTokens(signing);
        note(u"get"_s, path, partner.get(partner.at(path)));
    }
    void visit(Partner& partner)
    {
        note(u"get"_s, u"/"_s, partner.get(partner.at(u"/"_s)));
        note(u"get"_s, u"/consent"_s, partner.get(partner.at(u"/consent"_s)));
        const Answered page = note(u"get"_s, u"/consent"_s, partner.open());
        note(u"post"_s, u"/consent/sign-in"_s, partner.signIn(page, u"WRONG-CODE"_s));
        note(u"post"_s, u"/consent/sign-in"_s, partner.signIn(page, {}));
        note(u"post"_s, u"/consent/sign-in"_s, partner.postForm(u"/consent/sign-in"_s, {}));
        const Answered decision = note(u"post"_s, u"/consent/sign-in"_s, partner.signIn(page));
        note(u"post"_s, u"/consent/decision"_s, partner.postForm(u"/consent/decision"_s, {}));
        partner.handler.failApprovals(Failure{FailureKind::Refused, 403, {}, {}, {}});
        note(u"post"_s, u"/consent/decision"_s, partner.decide(decision, u"approve"_s));
        note(u"get"_s, u"/health"_s, partner.get(partner.at(u"/health"_s)));
        note(u"get"_s, u"/openapi.json"_s, partner.get(partner.at(u"/openapi.json"_s)));
    }

    QJsonArray m_answers;

private Q_SLOTS:
    void whatIsServedIsDescribedAndTheOtherWayRound()
    {
        Partner partner;
        const QByteArrayList routes = partner.endpoints.routes();
        QSet<QByteArray> served(routes.begin(), routes.end());
        served.insert("GET /health");
        const QJsonObject description = objectOf(partner.get(partner.at(u"/openapi.json"_s)));
        const QByteArrayList missing = (served - described(description)).values();
        const QByteArrayList invented = (described(description) - served).values();
        QVERIFY2(missing.isEmpty(), ("served, not described: " + missing.join(", ")).constData());
        QVERIFY2(invented.isEmpty(), ("described, not served: " + invented.join(", ")).constData());
    }

    void everyAnswerIsWhatItsSchemaSays()
    {
        Partner partner;
        m_answers = {};
        const QByteArray token = partner.tokenFor(u"globex"_s);
        askForTokens(partner);
        notify(partner, token);
        introspect(partner, token);
        visit(partner);
        askForKeys(partner);
        const QJsonObject description = objectOf(partner.get(partner.at(u"/openapi.json"_s)));
        QSet<QByteArray> seen;
        for (const QJsonValue& answer : std::as_const(m_answers))
            seen.insert(answer[u"method"_s].toString().toUpper().toLatin1() + ' '
                + answer[u"pattern"_s].toString().toLatin1());
        const QByteArrayList left = (described(description) - seen).values();
        QVERIFY2(left.isEmpty(), ("not asked for: " + left.join(", ")).constData());
        const QJsonObject all{{u"description"_s, description}, {u"answers"_s, m_answers}};
        QCOMPARE(complaintOf(test::debianPython(),
                     {QFINDTESTDATA("../simulator/clients/check_description.py")},
                     QJsonDocument(all).toJson()),
            QByteArray());
    }

    void aPublicValidatorFindsItValid()
    {
        const QString npm = test::npmWith(u"@seriousme/openapi-schema-validator"_s);
        if (npm.isEmpty())
            QSKIP("npm's @seriousme/openapi-schema-validator is not there: packaging/npm");
        Partner partner;
        QCOMPARE(complaintOf(u"node"_s,
                     {QFINDTESTDATA("../simulator/clients/validate_description.mjs"), npm},
                     partner.get(partner.at(u"/openapi.json"_s)).body),
            QByteArray());
    }
};

JETBRIDGE_TEST(OpenApiTest)
#include "OpenApiTest.moc"
