// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "cli/Globex.h"
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

/// The partner's own API: it has a token and asks `serve` whom the token belongs to.
class OwnApi {
public:
    OwnApi(const QJsonObject& pair, const QJsonObject& ready)
        : m_pair(pair)
        , m_url(ready.value(u"introspectionUrl"_s).toString())
    {
    }

    QJsonObject ask(const QByteArray& token)
    {
        QNetworkRequest request(m_url);
        request.setTransferTimeout(30'000);
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        const auto field = [this](const char* name) {
            return m_pair.value(QLatin1String(name)).toString().toUtf8();
        };
        request.setRawHeader("Authorization",
            "Basic " + (field("clientId") + ':' + field("clientSecret")).toBase64());
        const auto reply = test::answered(m_network.post(request, "token=" + token));
        status = test::statusOf(*reply);
        return QJsonDocument::fromJson(reply->readAll()).object();
    }
    bool isActive(const QByteArray& token) { return ask(token).value(u"active"_s).toBool(); }
    int status = 0;

private:
    QNetworkAccessManager m_network;
    const QJsonObject m_pair;
    const QUrl m_url;
};

} // namespace

/// Tests `resource-servers`, and the answers that `serve` gives them.
class IntrospectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anApiAsksWhoseATokenIsUntilItsClientOrItselfEnds()
    {
        const Program program;
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        const QJsonObject ready = readyLine(serve);
        Caller caller(program);
        QVERIFY(caller.connectTo(ready));
        // The resource server is added while `serve` runs.
        const auto made = program.run(words("--json resource-servers add ats --reveal"));
        QVERIFY2(made.exitCode == 0, made.err.constData());
        OwnApi api(made.json(), ready);
        QTRY_VERIFY_WITH_TIMEOUT(api.isActive(caller.token()), 2 * aSecond);
        QJsonObject told = api.ask(caller.token());
        QCOMPARE(told.value(u"client_id"_s).toString(), u"client-of-globex"_s);
        QCOMPARE(told.value(u"companyId"_s).toString(), u"globex"_s);
        QVERIFY(!told.contains(u"integrationId"_s)); // there is no integration yet
        QCOMPARE(told.value(u"exp"_s).toInt() - told.value(u"iat"_s).toInt(), 1800);
        QVERIFY(keepGlobex(program));
        QTRY_COMPARE_WITH_TIMEOUT(api.ask(caller.token()).value(u"integrationId"_s).toString(),
            u"int-of-globex"_s, 2 * aSecond);

        // The customer is removed in another process, and the token ends before its time.
        QCOMPARE(program.run(words("integrations forget int-of-globex")).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!api.isActive(caller.token()), 2 * aSecond);
        QCOMPARE(api.status, 200);

        QCOMPARE(program.run(words("resource-servers remove ats")).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT((api.ask(caller.token()), api.status), 401, 2 * aSecond);
        QCOMPARE(stop(serve), 0);
    }

    void aSecretIsShownOnlyWhereStaffSaySo()
    {
        const Program program;
        const QString file = program.folder() + u"/pair.json"_s;
        const auto made = program.run(words("--json resource-servers add ats --out") << file);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QFile pair(file);
        QVERIFY(pair.open(QIODevice::ReadOnly));
        const QString secret =
            QJsonDocument::fromJson(pair.readAll())[u"clientSecret"_s].toString();
        QVERIFY(secret.size() >= 27);
        QCOMPARE(pair.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(pair.remove());
        QVERIFY(!made.out.contains(secret.toUtf8()));
        const auto masked = program.run(words("--json resource-servers show ats"));
        QCOMPARE(masked.exitCode, 0);
        QVERIFY(!masked.out.contains(secret.toUtf8()));
        QCOMPARE(program.run(words("--json resource-servers show ats --reveal"))
                     .json()
                     .value(u"clientSecret"_s)
                     .toString(),
            secret);
        QVERIFY(!program.run(words("resource-servers list")).out.contains(secret.toUtf8()));
        QVERIFY(!program.everythingKept().contains(secret.toUtf8()));
        QCOMPARE(program.run(words("resource-servers add ats")).exitCode, 1);
        QCOMPARE(program.run(words("resource-servers remove ats")).exitCode, 0);
        QCOMPARE(program.run(words("resource-servers remove ats")).exitCode, 1);
    }
};

JETBRIDGE_TEST(IntrospectTest)
#include "IntrospectTest.moc"
