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

const QByteArray something = R"({"eventType":"SOMETHING_NEW"})";

std::shared_ptr<oauth::SignedTokens> tokensOf(TokenFormat format)
{
    return std::make_shared<oauth::SignedTokens>(oauth::SignedTokens{
        format, u"https://acme.example"_s, u"acme-api"_s, oauth::SigningKeys()});
}

/// Returns tokens of an issuer that has one key since `now`.
std::shared_ptr<oauth::SignedTokens> tokensOf(TokenFormat format, const QDateTime& now)
{
    const auto key = oauth::SigningKey::generate(format);
    if (!key)
        qFatal("%s", qPrintable(key.error().detail));
    auto tokens = tokensOf(format);
    tokens->keys.add(*key, now);
    return tokens;
}

QJsonObject objectOf(const Answered& answered)
{
    return QJsonDocument::fromJson(answered.body).object();
}

/// Returns the claims of a token, unchecked.
QJsonObject claimsOf(const QByteArray& token)
{
    return QJsonDocument::fromJson(
        QByteArray::fromBase64(token.split('.').value(1),
            QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
        .object();
}

/// Asks the introspection endpoint as the partner's API.
QJsonObject introspected(Partner& partner, const QByteArray& token)
{
    ResourceServer api;
    api.clientId = ClientId(u"api"_s);
    api.name = u"api"_s;
    api.secretSha256 = Secret("secret").sha256();
    partner.endpoints.setResourceServers({api});
    return objectOf(partner.post(partner.endpoints.introspectionUrl(), "token=" + token,
        {{"Authorization", "Basic " + QByteArray("api:secret").toBase64()}}));
}

/// Requests a token for globex, which is admitted before.
Answered askForToken(Partner& partner)
{
    partner.endpoints.admit(clientOf(u"globex"_s));
    return partner.postForm(u"/oauth/token"_s,
        {{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, u"client-of-globex"_s},
            {u"client_secret"_s, u"secret of globex"_s}});
}

} // namespace

/// Tests signed access tokens over HTTP: who accepts them, and until when.
class SignedAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void authlibChecksATokenByTheKeySetAlone_data()
    {
        QTest::addColumn<TokenFormat>("format");
        QTest::newRow("RS256") << TokenFormat::Rs256;
        QTest::newRow("ES256") << TokenFormat::Es256;
    }
    void authlibChecksATokenByTheKeySetAlone()
    {
        QFETCH(TokenFormat, format);
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(format, partner.clock.now()));
        const QByteArray token = partner.tokenFor(u"globex"_s);
        const Answered keys = partner.get(partner.endpoints.keySetUrl());
        QCOMPARE(keys.status, 200);
        QCOMPARE(keys.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(keys.header("Cache-Control"), QByteArray("public, max-age=300"));
        const QJsonObject told{{u"keys"_s, objectOf(keys)},
            {u"token"_s, QString::fromLatin1(token)},
            {u"algorithm"_s, tokenFormatName(format).toUpper()},
            {u"issuer"_s, u"https://acme.example"_s}, {u"audience"_s, u"acme-api"_s},
            {u"now"_s, partner.clock.now().toSecsSinceEpoch()},
            {u"claims"_s,
                QJsonObject{{u"client_id"_s, u"client-of-globex"_s}, {u"companyId"_s, u"globex"_s},
                    {u"scope"_s, u"notifications"_s}}}};
        QCOMPARE(complaintOf(test::debianPython(), {QFINDTESTDATA("clients/authlib_tokens.py")},
                     QJsonDocument(told).toJson()),
            QByteArray());
    }

    void weAcceptASignedTokenLikeAnOpaqueOneUntilItsClientEnds()
    {
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256, partner.clock.now()));
        const QByteArray token = partner.tokenFor(u"globex"_s);
        QCOMPARE(token.count('.'), 2);
        QVERIFY(!claimsOf(token).contains(u"integrationId"_s)); // There is none yet.
        QCOMPARE(partner.notify(token, something).status, 200);
        QCOMPARE(partner.receiver.received().last().company.text(), u"globex"_s);
        const qint64 now = partner.clock.now().toSecsSinceEpoch();
        const QJsonObject expected{{u"active"_s, true}, {u"client_id"_s, u"client-of-globex"_s},
            {u"token_type"_s, u"Bearer"_s}, {u"iat"_s, now}, {u"exp"_s, now + 1800},
            {u"scope"_s, u"notifications"_s}, {u"companyId"_s, u"globex"_s}};
        QCOMPARE(introspected(partner, token), expected);

        partner.endpoints.dismiss(ClientId(u"client-of-globex"_s));
        QCOMPARE(introspected(partner, token), (QJsonObject{{u"active"_s, false}}));
        QCOMPARE(partner.notify(token, something).status, 401);
    }

    void aTokenStaysRevokedWhenItsClientComesBack()
    {
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256, partner.clock.now()));
        const QByteArray before = partner.tokenFor(u"globex"_s);
        partner.clock.advance(std::chrono::seconds(1));
        partner.endpoints.dismiss(ClientId(u"client-of-globex"_s));
        const QByteArray after = partner.tokenFor(u"globex"_s);
        QCOMPARE(introspected(partner, before), (QJsonObject{{u"active"_s, false}}));
        QCOMPARE(partner.notify(before, something).status, 401);
        QCOMPARE(partner.notify(after, something).status, 200);
    }

    void anExpiredTokenIsRefusedEverywhere()
    {
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256, partner.clock.now()));
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.clock.advance(std::chrono::seconds(1800));
        QCOMPARE(introspected(partner, token), (QJsonObject{{u"active"_s, false}}));
        QCOMPARE(partner.notify(token, something).status, 401);
    }

    void aConfirmedCustomersTokenNamesItsIntegration()
    {
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256, partner.clock.now()));
        IssuedClient client = clientOf(u"globex"_s);
        client.integration = IntegrationId(u"int-1"_s);
        const QByteArray before = partner.tokenFor(u"globex"_s);
        partner.endpoints.admit(client);
        QCOMPARE(introspected(partner, before).value(u"integrationId"_s).toString(), u"int-1"_s);
        const Answered answered = partner.postForm(u"/oauth/token"_s,
            {{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, u"client-of-globex"_s},
                {u"client_secret"_s, u"secret of globex"_s}});
        const QByteArray token = objectOf(answered).value(u"access_token"_s).toString().toLatin1();
        QCOMPARE(claimsOf(token).value(u"integrationId"_s).toString(), u"int-1"_s);
    }

    void aTokenIsReadAfterTheFormatHasChanged()
    {
        Partner partner;
        const QByteArray opaque = partner.tokenFor(u"globex"_s);
        const auto signing = tokensOf(TokenFormat::Es256, partner.clock.now());
        partner.endpoints.setSignedTokens(signing);
        const QByteArray token = partner.tokenFor(u"globex"_s);
        QCOMPARE(partner.notify(opaque, something).status, 200);
        auto former = std::make_shared<oauth::SignedTokens>(*signing);
        former->format = TokenFormat::Opaque;
        partner.endpoints.setSignedTokens(former);
        QVERIFY(!partner.tokenFor(u"globex"_s).contains('.'));
        QCOMPARE(partner.notify(token, something).status, 200);
        partner.endpoints.setSignedTokens(nullptr);
        QCOMPARE(partner.notify(token, something).status, 401);
    }

    /// An opaque token in place of a signed one would be refused by the partner's API.
    void withoutKeysThereIsNoTokenAndNoKeySet()
    {
        Partner partner;
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256));
        const Answered keys = partner.get(partner.endpoints.keySetUrl());
        const Answered token = askForToken(partner);
        for (const Answered& answered : {keys, token}) {
            QCOMPARE(answered.status, 503);
            QVERIFY(answered.header("Retry-After").toInt() > 0);
            QCOMPARE(answered.header("Cache-Control"), QByteArray("no-store"));
            QCOMPARE(objectOf(answered).value(u"error"_s).toString(), u"temporarily_unavailable"_s);
        }
        partner.endpoints.setSignedTokens(tokensOf(TokenFormat::Es256, partner.clock.now()));
        QCOMPARE(askForToken(partner).status, 200);
    }

    void whoeverSignsNothingHasAnEmptyKeySet()
    {
        Partner partner;
        const Answered keys = partner.get(partner.endpoints.keySetUrl());
        QCOMPARE(keys.status, 200);
        QCOMPARE(objectOf(keys), (QJsonObject{{u"keys"_s, QJsonArray()}}));
        QCOMPARE(keys.header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(partner.post(partner.endpoints.keySetUrl(), {}).status, 405);
    }
};

JETBRIDGE_TEST(SignedAccessTest)
#include "SignedAccessTest.moc"
