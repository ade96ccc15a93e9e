// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "cli/Globex.h"
#include "domain/Secret.h"
#include "storage/Registry.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int aSecond = 1000;

bool signsTokens(const Program& program)
{
    return program
               .run(words("environment set simulator --access-tokens es256 --issuer "
                          "https://us.example --audience our-api"))
               .exitCode
        == 0;
}

/// Returns the key that signed a token; empty if the token is opaque.
QString keyOf(const QByteArray& token)
{
    const QByteArray header = QByteArray::fromBase64(token.split('.').constFirst(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return token.contains('.') ? QJsonDocument::fromJson(header)["kid"_L1].toString() : QString();
}

/// Returns the key of a token that is issued now; empty if none is, or if it is opaque.
QString signingKey(Caller& caller, const QJsonObject& ready)
{
    return caller.connectTo(ready) ? keyOf(caller.token()) : QString();
}

QStringList idsIn(const QJsonValue& keys)
{
    QStringList ids;
    for (const QJsonValue& key : keys.toArray())
        ids.append(key["kid"_L1].toString());
    return ids;
}

/// Returns the keys that `serve` publishes.
QStringList publishedBy(const QJsonObject& ready)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(ready.value(u"jwksUrl"_s).toString()));
    request.setTransferTimeout(30'000);
    const auto reply = test::answered(network.get(request));
    return idsIn(QJsonDocument::fromJson(reply->readAll())["keys"_L1]);
}

/// Records the client of keepGlobex() as one of the partner's own authorization server.
bool hasClientElsewhere(const Program& program, TokenService servedBy)
{
    IssuedClient client;
    client.clientId = ClientId(u"client-of-globex"_s);
    client.secretSha256 = Secret(QByteArrayView("a-secret-of-globex")).sha256();
    client.company = CompanyId(u"globex"_s);
    client.onboarding = OnboardingId(u"run-of-globex"_s);
    client.servedBy = servedBy;
    storage::Registry registry(program.folder());
    return QCoro::waitFor(registry.environment(u"simulator"_s)->issuedClients().issue(client))
        .has_value();
}

} // namespace

/// Tests signed access tokens of `serve`, and `signing-keys`.
class SigningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunningServeUsesTheKeysThatAnotherProgramMade()
    {
        const Program program;
        QVERIFY(signsTokens(program));
        QVERIFY(program.run(words("--json signing-keys list"))
                    .json()
                    .value(u"signingKeys"_s)
                    .toArray()
                    .isEmpty());
        Caller caller(program);
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        const QJsonObject ready = readyLine(serve);
        const QString first = signingKey(caller, ready);
        QVERIFY(!first.isEmpty());
        QCOMPARE(publishedBy(ready), QStringList(first));

        const auto rotated = program.run(words("--json signing-keys rotate"));
        QVERIFY2(rotated.exitCode == 0, rotated.err.constData());
        const QStringList both = idsIn(rotated.json().value(u"signingKeys"_s));
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first(), first);
        QTRY_COMPARE_WITH_TIMEOUT(publishedBy(ready), both, 5 * aSecond);
        QCOMPARE(signingKey(caller, ready), first);
        const QByteArray token = caller.token();
        QCOMPARE(caller.notify(R"({"eventType":"SOMETHING_NEW"})"), 200);

        // The keys are those of the keychain, which outlive the program.
        QCOMPARE(stop(serve), 0);
        QProcess later;
        program.start(later, words("serve --port 0"));
        const QJsonObject again = readyLine(later);
        QCOMPARE(publishedBy(again), both);
        QCOMPARE(signingKey(caller, again), first);

        const auto leaked = program.run(words("--json signing-keys rotate --at-once"));
        QVERIFY2(leaked.exitCode == 0, leaked.err.constData());
        const QStringList only = idsIn(leaked.json().value(u"signingKeys"_s));
        QCOMPARE(only.size(), 1);
        QVERIFY(!both.contains(only.first()));
        // The caller keeps its token of a former key, which ends.
        QTRY_COMPARE_WITH_TIMEOUT(
            caller.notify(R"({"eventType":"SOMETHING_NEW"})"), 401, 5 * aSecond);
        QCOMPARE(signingKey(caller, again), only.first());
        QCOMPARE(stop(later), 0);
        QVERIFY(!program.everythingKept().contains("jetbridge signing keys"));
        QVERIFY(!program.everythingKept().contains(token));
    }

    void theFormOfTokensIsTakenOverWhileServeRuns()
    {
        const Program program;
        Caller caller(program);
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        const QJsonObject ready = readyLine(serve);
        QVERIFY(caller.connectTo(ready));
        QVERIFY(keyOf(caller.token()).isEmpty());
        QVERIFY(publishedBy(ready).isEmpty());
        QVERIFY(signsTokens(program));
        QTRY_VERIFY_WITH_TIMEOUT(!signingKey(caller, ready).isEmpty(), 5 * aSecond);
        QCOMPARE(stop(serve), 0);
    }

    void aRotationOfOpaqueTokensIsRefused()
    {
        const Program program;
        const auto rotated = program.run(words("signing-keys rotate"));
        QCOMPARE(rotated.exitCode, 2);
        QVERIFY2(rotated.err.contains("opaque"), rotated.err.constData());
    }

    void itIsSaidWhereSignedTokensOutliveTheirCustomer()
    {
        const Program program;
        const Caller caller(program);
        QVERIFY(keepGlobex(program));
        const auto opaque = program.run(words("integrations forget int-of-globex"));
        QVERIFY2(opaque.exitCode == 0, opaque.err.constData());
        QVERIFY(!opaque.out.contains("until they expire"));

        const Program other;
        const Caller otherCaller(other);
        QVERIFY(keepGlobex(other));
        QVERIFY(signsTokens(other));
        const auto signedOnes = other.run(words("integrations forget int-of-globex"));
        QVERIFY2(signedOnes.exitCode == 0, signedOnes.err.constData());
        QVERIFY2(signedOnes.out.contains("until they expire, within 1800 s"),
            signedOnes.out.constData());
    }

    void tokensOfTheOwnServerAreNotSaidToBeSigned_data()
    {
        QTest::addColumn<TokenService>("servedBy");
        QTest::newRow("a pair that was given") << TokenService::Given;
        QTest::newRow("a client that was registered") << TokenService::Registration;
        QTest::newRow("a client that was told by webhook") << TokenService::Webhook;
    }

    void tokensOfTheOwnServerAreNotSaidToBeSigned()
    {
        QFETCH(TokenService, servedBy);
        const Program program;
        QVERIFY(hasClientElsewhere(program, servedBy));
        QVERIFY(keepGlobex(program));
        QVERIFY(signsTokens(program));
        const auto forgotten = program.run(words("integrations forget int-of-globex"));
        QVERIFY2(forgotten.exitCode == 0, forgotten.err.constData());
        QVERIFY2(!forgotten.out.contains("until they expire"), forgotten.out.constData());
    }
};

JETBRIDGE_TEST(SigningTest)
#include "SigningTest.moc"
