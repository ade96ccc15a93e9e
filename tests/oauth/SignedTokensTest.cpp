// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/SignedTokens.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::oauth;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

QByteArray decoded(const QByteArray& part)
{
    return QByteArray::fromBase64(part, base64Url);
}

QJsonObject objectIn(const QByteArray& part)
{
    return QJsonDocument::fromJson(decoded(part)).object();
}

/// Returns the object with the members of `change`; null removes one.
QJsonObject changed(QJsonObject object, const QJsonObject& change)
{
    for (auto member = change.begin(); member != change.end(); ++member)
        if (member.value().isNull())
            object.remove(member.key());
        else
            object.insert(member.key(), member.value());
    return object;
}

Client globex()
{
    return {ClientId(u"jetbridge-1"_s), {}, u"globex"_s, *Scopes::parse(u"notifications"_s),
        {{u"companyId"_s, u"globex"_s}, {u"integrationId"_s, u"int-1"_s}}};
}

} // namespace

/// Tests signed access tokens by RFC 9068, and the times of their keys.
class SignedTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name : {"rs256", "es256", "other es256"}) {
            const auto format =
                QByteArrayView(name) == "rs256" ? TokenFormat::Rs256 : TokenFormat::Es256;
            const auto made = SigningKey::generate(format);
            QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
            m_keys.emplace(name, *made);
        }
    }

    void aTokenHasTheClaims_rfc9068_2_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<int>("signatureBytes");
        QTest::newRow("RSA") << QByteArray("rs256") << u"RS256"_s << 256;
        QTest::newRow("P-256, as RFC 7518 3.4 wants it") << QByteArray("es256") << u"ES256"_s << 64;
    }
    void aTokenHasTheClaims_rfc9068_2()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, algorithm);
        QFETCH(int, signatureBytes);
        const SignedTokens tokens = signedBy(key);
        const QList<QByteArray> parts = issued(tokens).split('.');
        QCOMPARE(parts.size(), 3);
        const QJsonObject header{
            {u"typ"_s, u"at+jwt"_s}, {u"alg"_s, algorithm}, {u"kid"_s, m_keys.at(key).id()}};
        QCOMPARE(objectIn(parts.at(0)), header);
        const QJsonObject claims{{u"iss"_s, u"https://us.example"_s}, {u"aud"_s, u"our-api"_s},
            {u"sub"_s, u"jetbridge-1"_s}, {u"client_id"_s, u"jetbridge-1"_s},
            {u"iat"_s, 1'700'000'000}, {u"exp"_s, 1'700'001'800},
            {u"jti"_s, QString::fromLatin1(QByteArray("sixteen bytes id").toBase64(base64Url))},
            {u"scope"_s, u"notifications"_s}, {u"companyId"_s, u"globex"_s},
            {u"integrationId"_s, u"int-1"_s}};
        QCOMPARE(objectIn(parts.at(1)), claims);
        QCOMPARE(decoded(parts.at(2)).size(), signatureBytes);

        const auto grant = tokens.check(issued(tokens), m_now.addSecs(1799));
        QVERIFY(grant);
        QCOMPARE(grant->client.text(), u"jetbridge-1"_s);
        QCOMPARE(grant->subject, u"globex"_s);
        QCOMPARE(grant->scopes.text(), u"notifications"_s);
        QCOMPARE(grant->issuedAt, m_now);
        QCOMPARE(grant->expiresAt, m_now.addSecs(1800));
    }

    void onlyATokenThatWeSignedIsOne_rfc9068_4_data()
    {
        QTest::addColumn<QJsonObject>("header");
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<QString>("signature");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<bool>("isOne");
        const auto row = [](const char* name, const QJsonObject& header, const QJsonObject& claims,
                             const char* signature, int secondsLater = 0, bool isOne = false) {
            QTest::newRow(name) << header << claims << QString::fromLatin1(signature)
                                << secondsLater << isOne;
        };
        row("as it was issued", {}, {}, "ours", 0, true);
        row("in its last second", {}, {}, "ours", 1799, true);
        row("a type with its prefix", {{u"typ"_s, u"application/at+JWT"_s}}, {}, "ours", 0, true);
        row("expired", {}, {}, "ours", 1800);
        row("for another audience", {}, {{u"aud"_s, u"another-api"_s}}, "ours");
        row("for a list of audiences", {}, {{u"aud"_s, QJsonArray{u"our-api"_s}}}, "ours");
        row("of another issuer", {}, {{u"iss"_s, u"https://us.example/"_s}}, "ours");
        row("without an end", {}, {{u"exp"_s, QJsonValue()}}, "ours");
        row("with an end that is a text", {}, {{u"exp"_s, u"1900000000"_s}}, "ours");
        row("without a client", {}, {{u"client_id"_s, QJsonValue()}}, "ours");
        row("with a scope that is none", {}, {{u"scope"_s, u"a\"b"_s}}, "ours");
        row("alg none", {{u"alg"_s, u"none"_s}}, {}, "none");
        row("alg none with our signature", {{u"alg"_s, u"none"_s}}, {}, "ours");
        row("no signature", {}, {}, "none");
        row("HS256 with the public key as its secret", {{u"alg"_s, u"HS256"_s}}, {}, "hmac");
        row("another algorithm than the key's", {{u"alg"_s, u"RS256"_s}}, {}, "ours");
        row("a changed payload", {}, {{u"companyId"_s, u"initech"_s}}, "kept");
        row("a longer life", {}, {{u"exp"_s, 1'800'000'000}}, "kept");
        row("a changed header", {{u"x"_s, 1}}, {}, "kept");
        row("a changed signature", {}, {}, "changed");
        row("a signature in DER", {}, {}, "der");
        row("an unknown kid", {{u"kid"_s, u"somebody-elses"_s}}, {}, "ours");
        row("no kid", {{u"kid"_s, QJsonValue()}}, {}, "ours");
        row("another key under our kid", {}, {}, "theirs");
        row("no access token but another JWT", {{u"typ"_s, u"JWT"_s}}, {}, "ours");
        row("an extension that must be understood", {{u"crit"_s, QJsonArray{u"b64"_s}}}, {},
            "ours");
    }
    void onlyATokenThatWeSignedIsOne_rfc9068_4()
    {
        QFETCH(QJsonObject, header);
        QFETCH(QJsonObject, claims);
        QFETCH(QString, signature);
        QFETCH(int, secondsLater);
        QFETCH(bool, isOne);
        const SignedTokens tokens = signedBy("es256");
        const QList<QByteArray> parts = issued(tokens).split('.');
        const QByteArray text = encoded(changed(objectIn(parts.at(0)), header)) + '.'
            + encoded(changed(objectIn(parts.at(1)), claims));
        const QByteArray token = text + '.' + signatureOf(text, signature, parts.at(2));
        QCOMPARE(tokens.check(token, m_now.addSecs(secondsLater)).has_value(), isOne);
    }

    void whatIsNoJwtIsNoToken_data()
    {
        QTest::addColumn<QByteArray>("token");
        for (const char* token : {"", ".", "..", "...", "a.b", "a.b.c.d", "!.!.!", "e30.e30.e30",
                 "TOKEN.", "TOKEN.x", ".TOKEN", "TOKEN=", "TOKEN "})
            QTest::newRow(qPrintable(u"it is \"%1\""_s.arg(QLatin1String(token))))
                << QByteArray(token);
        QTest::newRow("very long") << "TOKEN" + QByteArray(20'000, 'A');
    }
    void whatIsNoJwtIsNoToken()
    {
        QFETCH(QByteArray, token);
        const SignedTokens tokens = signedBy("es256");
        QVERIFY(!tokens.check(token.replace("TOKEN", issued(tokens)), m_now));
    }

    void aTokenHasOneSpelling_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("RS256") << QByteArray("rs256");
        QTest::newRow("ES256") << QByteArray("es256");
    }
    void aTokenHasOneSpelling()
    {
        QFETCH(QByteArray, key);
        const QByteArray alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const SignedTokens tokens = signedBy(key);
        QByteArray token = issued(tokens);
        QVERIFY(tokens.check(token, m_now));
        // The lowest bits of the last character do not belong to the signature.
        const QByteArray signature = decoded(token.split('.').last());
        token.back() = alphabet.at(alphabet.indexOf(token.back()) ^ 1);
        QCOMPARE(decoded(token.split('.').last()), signature);
        QVERIFY(!tokens.check(token, m_now));
    }

    void withoutAKeyNothingIsSigned()
    {
        SignedTokens tokens = signedBy("es256");
        const QByteArray token = issued(tokens);
        tokens.keys = {};
        QVERIFY(!tokens.issue(globex(), {}, "id", m_now, 1800));
        QVERIFY(!tokens.check(token, m_now));
    }

    void aKeyIsPublishedBeforeItSignsAndUntilItsLastTokenHasExpired()
    {
        constexpr int takesOver = 100 + SigningKeys::aheadSeconds;
        constexpr int ends = takesOver + SigningKeys::longestTokenSeconds;
        SignedTokens tokens = signedBy("rs256");
        tokens.keys.add(m_keys.at("es256"), m_now.addSecs(100));
        const QString former = m_keys.at("rs256").id();
        const QString next = m_keys.at("es256").id();
        const auto signerAt = [&](int seconds) {
            return tokens.keys.signer(m_now.addSecs(seconds))->id();
        };
        const auto publishedAt = [&](int seconds) {
            QStringList ids;
            const QJsonObject set = tokens.keys.keySet(m_now.addSecs(seconds));
            for (const QJsonValue& key : set.value(u"keys"_s).toArray())
                ids.append(key[u"kid"_s].toString());
            return ids;
        };
        QVERIFY(tokens.keys.endWith(TokenFormat::Es256));
        QCOMPARE(publishedAt(100), QStringList({former, next}));
        QCOMPARE(signerAt(takesOver - 1), former);
        const QByteArray last = issued(tokens, takesOver - 1, SigningKeys::longestTokenSeconds);
        QCOMPARE(signerAt(takesOver), next);
        QCOMPARE(publishedAt(ends - 1), QStringList({former, next}));
        QVERIFY(tokens.check(last, m_now.addSecs(ends - 2)));
        QCOMPARE(publishedAt(ends), QStringList(next));
        QCOMPARE(tokens.keys.published(m_now.addSecs(ends)).size(), 1);

        // A retired key makes no token valid, whatever the token says of its end.
        const QByteArray forged = issued(tokens, 0, 1'000'000);
        QVERIFY(tokens.check(forged, m_now.addSecs(ends - 1)));
        QVERIFY(!tokens.check(forged, m_now.addSecs(ends)));

        QVERIFY(!tokens.keys.dropEnded(m_now.addSecs(ends - 1)));
        QVERIFY(tokens.keys.dropEnded(m_now.addSecs(ends)));
        QVERIFY(!tokens.keys.dropEnded(m_now.addYears(1))); // The newest key never ends.
        QCOMPARE(signerAt(ends), next);
    }

    void staffSeeTheTimesOfEachKey()
    {
        SigningKeys keys = signedBy("rs256").keys;
        keys.add(m_keys.at("es256"), m_now.addSecs(100));
        const QDateTime takesOver = m_now.addSecs(100 + SigningKeys::aheadSeconds);
        const QList<PublishedKey> expected{
            {m_keys.at("rs256").id(), TokenFormat::Rs256, m_now, takesOver,
                takesOver.addSecs(SigningKeys::longestTokenSeconds)},
            {m_keys.at("es256").id(), TokenFormat::Es256, takesOver, {}, {}}};
        QCOMPARE(keys.published(m_now.addSecs(100)), expected);
    }

    void aClockThatIsSetBackEndsNothing()
    {
        SigningKeys keys = signedBy("rs256").keys;
        const QDateTime earlier = m_now.addDays(-1);
        QCOMPARE(keys.signer(earlier)->id(), m_keys.at("rs256").id());
        keys.add(m_keys.at("es256"), earlier);
        QCOMPARE(keys.published(earlier).last().signsFrom, m_now);
        QCOMPARE(keys.signer(m_now)->id(), m_keys.at("es256").id());
    }

    void theKeySetHasPublicHalvesOnly_rfc7517_4()
    {
        SigningKeys keys = signedBy("rs256").keys;
        keys.add(m_keys.at("es256"), m_now);
        const QJsonArray set = keys.keySet(m_now).value(u"keys"_s).toArray();
        QCOMPARE(set.size(), 2);
        QCOMPARE(set.at(0).toObject().keys(),
            QStringList({u"alg"_s, u"e"_s, u"kid"_s, u"kty"_s, u"n"_s, u"use"_s}));
        QCOMPARE(set.at(1).toObject().keys(),
            QStringList({u"alg"_s, u"crv"_s, u"kid"_s, u"kty"_s, u"use"_s, u"x"_s, u"y"_s}));
        QCOMPARE(decoded(set.at(0)[u"n"_s].toString().toLatin1()).size(), 256);
        for (const auto name : {"x"_L1, "y"_L1}) // Leading zeros stay (RFC 7518 6.2.1.2).
            QCOMPARE(decoded(set.at(1)[name].toString().toLatin1()).size(), 32);
    }

    void theItemOfTheVaultGivesTheSameKeysBack()
    {
        SignedTokens tokens = signedBy("rs256");
        tokens.keys.add(m_keys.at("es256"), m_now);
        const QByteArray token = issued(tokens);
        const auto read = SigningKeys::fromItem(tokens.keys.toItem());
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->published(m_now), tokens.keys.published(m_now));
        QCOMPARE(read->keySet(m_now), tokens.keys.keySet(m_now));
        tokens.keys = *read;
        QVERIFY(tokens.check(token, m_now));
        QVERIFY(tokens.check(issued(tokens), m_now));
        const auto nothing = SigningKeys::fromItem(SigningKeys().toItem());
        QVERIFY(nothing && nothing->isEmpty());
    }

    void aDamagedItemIsRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("another item") << QByteArray("jetbridge signing keys 1") << QByteArray("{}");
        QTest::newRow("no format") << QByteArray("\nes256 ") << QByteArray("\nhs256 ");
        QTest::newRow("opaque") << QByteArray("\nes256 ") << QByteArray("\nopaque ");
        QTest::newRow("another format") << QByteArray("\nes256 ") << QByteArray("\nrs256 ");
        QTest::newRow("no time") << QByteArray("1700000000") << QByteArray("soon");
        QTest::newRow("half a line") << QByteArray(" 1700000000 ") << QByteArray("\n");
        QTest::newRow("no key") << QByteArray("1700000000 M") << QByteArray("1700000000 A");
    }
    void aDamagedItemIsRefused()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QByteArray item = signedBy("es256").keys.toItem().reveal().toByteArray();
        QVERIFY(item.contains(before));
        const auto read = SigningKeys::fromItem(Secret(item.replace(before, after)));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, FailureKind::Invalid);
    }

private:
    SignedTokens signedBy(const QByteArray& key) const
    {
        SignedTokens tokens{
            m_keys.at(key).format(), u"https://us.example"_s, u"our-api"_s, SigningKeys()};
        tokens.keys.add(m_keys.at(key), m_now);
        return tokens;
    }
    QByteArray issued(const SignedTokens& tokens, int secondsLater = 0, int lifetime = 1800) const
    {
        const auto token = tokens.issue(
            globex(), globex().scopes, "sixteen bytes id", m_now.addSecs(secondsLater), lifetime);
        return token ? token->reveal().toByteArray() : QByteArray();
    }
    QByteArray signatureOf(const QByteArray& text, const QString& how, const QByteArray& kept) const
    {
        const SigningKey& ours = m_keys.at("es256");
        if (how == "ours"_L1)
            return ours.sign(text)->toBase64(base64Url);
        if (how == "theirs"_L1)
            return m_keys.at("other es256").sign(text)->toBase64(base64Url);
        if (how == "kept"_L1)
            return kept;
        if (how == "changed"_L1) {
            QByteArray bytes = ours.sign(text).value_or(QByteArray());
            bytes[10] = char(bytes.at(10) ^ 1);
            return bytes.toBase64(base64Url);
        }
        if (how == "der"_L1) { // Two numbers of 32 bytes, none of them negative.
            const QByteArray both = ours.sign(text).value_or(QByteArray());
            const QByteArray number = QByteArray("\x02\x21\x00", 3);
            return (QByteArray("\x30\x46", 2) + number + both.first(32) + number + both.last(32))
                .toBase64(base64Url);
        }
        if (how == "hmac"_L1)
            return QMessageAuthenticationCode::hash(text,
                QJsonDocument(ours.publicKey()).toJson(QJsonDocument::Compact),
                QCryptographicHash::Sha256)
                .toBase64(base64Url);
        return {};
    }

    const QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
    std::map<QByteArray, SigningKey> m_keys;
};

JETBRIDGE_TEST(SignedTokensTest)
#include "SignedTokensTest.moc"
