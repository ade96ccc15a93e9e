// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Endpoints.h"
#include "console/RunLock.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Returns a member of a token's header; empty if the token is opaque.
QString headerOf(const QByteArray& token, QLatin1String name)
{
    const QByteArray header = QByteArray::fromBase64(token.split('.').constFirst(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return token.contains('.') ? QJsonDocument::fromJson(header)[name].toString() : QString();
}

} // namespace

/// Tests the keys of signed access tokens: when they are made, and when they take over.
class TokenKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        ConsoleOptions options;
        options.dataFolder = m_folder->path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        m_console = std::make_unique<Console>(options);
        QVERIFY(QCoro::waitFor(m_console->ready()));
        QVERIFY(QCoro::waitFor(
            m_console->customers().issuedClients().issue({ClientId(u"globex-client"_s),
                Secret(QByteArrayView("secret")).sha256(), CompanyId(u"globex"_s), {}})));
    }

    void opaqueTokensNeedNoKey()
    {
        QVERIFY(isServing());
        const QByteArray token = newToken();
        QVERIFY(!token.isEmpty() && !token.contains('.'));
        QVERIFY(keys().isEmpty());
        const auto rotated = rotate(KeyRotation::WithOverlap);
        QVERIFY(!rotated);
        QCOMPARE(rotated.error().kind, FailureKind::Invalid);
    }

    void theFirstKeyIsMadeWhenItIsNeededAndKept()
    {
        QVERIFY(setFormat(TokenFormat::Es256));
        QVERIFY(keys().isEmpty());
        QVERIFY(isServing());
        const QList<PublishedKey> made = keys();
        QCOMPARE(made.size(), 1);
        QCOMPARE(made.first().format, TokenFormat::Es256);
        QCOMPARE(headerOf(newToken(), "kid"_L1), made.first().id);
        QCOMPARE(servedKeys(), QStringList(made.first().id));
        m_console->endpoints().stop();
        QVERIFY(isServing());
        QCOMPARE(keys(), made);
        QCOMPARE(headerOf(newToken(), "kid"_L1), made.first().id);
    }

    void aNewKeyIsPublishedBeforeItSigns()
    {
        QVERIFY(setFormat(TokenFormat::Es256));
        QVERIFY(isServing());
        const QString former = headerOf(newToken(), "kid"_L1);
        const auto rotated = rotate(KeyRotation::WithOverlap);
        QVERIFY2(rotated, rotated ? "" : qPrintable(rotated.error().detail));
        QCOMPARE(rotated->size(), 2);
        QCOMPARE(rotated->first().id, former);
        QCOMPARE(rotated->first().signsUntil, rotated->last().signsFrom);
        QVERIFY(rotated->last().signsFrom > QDateTime::currentDateTimeUtc().addSecs(500));
        QTRY_COMPARE(servedKeys(), QStringList({former, rotated->last().id}));
        QCOMPARE(headerOf(newToken(), "kid"_L1), former);
    }

    void afterALeakTheFormerKeysEndAtOnce()
    {
        QVERIFY(setFormat(TokenFormat::Es256));
        QVERIFY(isServing());
        const QByteArray token = newToken();
        QVERIFY(callbackStatus(token) != 401);
        const auto rotated = rotate(KeyRotation::AtOnce);
        QVERIFY2(rotated, rotated ? "" : qPrintable(rotated.error().detail));
        QCOMPARE(rotated->size(), 1);
        QVERIFY(rotated->first().id != headerOf(token, "kid"_L1));
        QTRY_COMPARE(servedKeys(), QStringList(rotated->first().id));
        QCOMPARE(headerOf(newToken(), "kid"_L1), rotated->first().id);
        QCOMPARE(callbackStatus(token), 401);
    }

    void aChangedFormIsTakenOverWhileTheEndpointsRun()
    {
        QVERIFY(isServing());
        const QByteArray opaque = newToken();
        QVERIFY(setFormat(TokenFormat::Es256));
        QTRY_COMPARE(headerOf(newToken(), "alg"_L1), u"ES256"_s);
        const QByteArray first = newToken();
        QVERIFY(callbackStatus(opaque) != 401);
        // The key of another algorithm is published before it signs, like any other new key.
        QVERIFY(setFormat(TokenFormat::Rs256));
        QTRY_COMPARE_WITH_TIMEOUT(servedKeys().size(), 2, 60'000);
        QCOMPARE(keys().last().format, TokenFormat::Rs256);
        QCOMPARE(headerOf(newToken(), "alg"_L1), u"ES256"_s);
        QVERIFY(setFormat(TokenFormat::Opaque));
        QTRY_VERIFY(!newToken().contains('.'));
        QVERIFY(callbackStatus(first) != 401); // It is accepted until it expires.
    }

    void whileTheKeysCannotBeHadNoTokenIsIssued()
    {
        auto lock = std::make_unique<RunLock::Taken>(
            RunLock::takeSigningKeys(m_folder->path(), u"simulator"_s));
        QVERIFY(*lock);
        QVERIFY(setFormat(TokenFormat::Es256));
        QVERIFY(isServing());
        QVERIFY(!m_console->endpoints().signingTrouble().isEmpty());
        QVERIFY(newToken().isEmpty());
        QCOMPARE(m_status, 503);
        const auto rotated = rotate(KeyRotation::WithOverlap);
        QVERIFY(!rotated);
        QCOMPARE(rotated.error().kind, FailureKind::Conflict);
        lock.reset();
        QTRY_COMPARE_WITH_TIMEOUT(headerOf(newToken(), "alg"_L1), u"ES256"_s, 60'000);
        QVERIFY(m_console->endpoints().signingTrouble().isEmpty());
    }

    /// Results that arrive after their console was destroyed are still unwound here.
    void cleanup()
    {
        m_console.reset();
        QCoreApplication::processEvents();
    }

private:
    bool setFormat(TokenFormat format)
    {
        Environment environment = m_console->current().environment();
        environment.tokenFormat = format;
        environment.tokenIssuer = u"https://us.example"_s;
        environment.tokenAudience = u"our-api"_s;
        return QCoro::waitFor(m_console->current().save(environment)).has_value();
    }
    bool isServing() { return QCoro::waitFor(m_console->endpoints().start()).has_value(); }
    QList<PublishedKey> keys()
    {
        return QCoro::waitFor(m_console->endpoints().signingKeys()).value_or(QList<PublishedKey>());
    }
    Outcome<QList<PublishedKey>> rotate(KeyRotation how)
    {
        return QCoro::waitFor(m_console->endpoints().rotateSigningKeys(how));
    }

    QByteArray newToken()
    {
        QNetworkRequest request(m_console->endpoints().urls()->oauthTokenUrl);
        request.setHeader(
            QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        const auto reply = test::answered(m_network.post(
            request, "grant_type=client_credentials&client_id=globex-client&client_secret=secret"));
        m_status = test::statusOf(*reply);
        return QJsonDocument::fromJson(reply->readAll())["access_token"_L1].toString().toLatin1();
    }
    int callbackStatus(const QByteArray& token)
    {
        QNetworkRequest request(m_console->endpoints().urls()->callbackUrl);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + token);
        return test::statusOf(
            *test::answered(m_network.post(request, R"({"eventType":"SOMETHING_NEW"})")));
    }
    QStringList servedKeys()
    {
        const auto reply = test::answered(
            m_network.get(QNetworkRequest(m_console->endpoints().urls()->keySetUrl)));
        QStringList ids;
        const QJsonDocument set = QJsonDocument::fromJson(reply->readAll());
        for (const QJsonValue& key : set["keys"_L1].toArray())
            ids.append(key["kid"_L1].toString());
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Console> m_console;
    QNetworkAccessManager m_network;
    int m_status = 0; ///< Of the last newToken().
};

JETBRIDGE_TEST(TokenKeysTest)
#include "TokenKeysTest.moc"
