// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "storage/Registry.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

using namespace jetbridge;

namespace {

constexpr int aSecond = 1000;

/// The partner's own API: it has a token and asks `serve` whom the token belongs to.
class OwnApi {
public:
    OwnApi(const QJsonObject& pair, const QJsonObject& ready)
        : m_pair(pair)
        , m_url(ready.value(QStringLiteral("introspectionUrl")).toString())
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
    bool isActive(const QByteArray& token)
    {
        return ask(token).value(QStringLiteral("active")).toBool();
    }
    int status = 0;

private:
    QNetworkAccessManager m_network;
    const QJsonObject m_pair;
    const QUrl m_url;
};

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool keepGlobex(const Program& program)
{
    Integration row;
    row.id = IntegrationId(QStringLiteral("int-of-globex"));
    row.company = CompanyId(QStringLiteral("globex"));
    row.bidirectional = true;
    row.status = IntegrationStatus::Live;
    row.issuedClientId = ClientId(QStringLiteral("client-of-globex"));
    row.onboarding = OnboardingId(QStringLiteral("run-of-globex"));
    storage::Registry registry(program.folder());
    return QCoro::waitFor(
        registry.environment(QStringLiteral("simulator"))->integrations().save(row))
        .has_value();
}

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
        QCOMPARE(
            told.value(QStringLiteral("client_id")).toString(), QStringLiteral("client-of-globex"));
        QCOMPARE(told.value(QStringLiteral("companyId")).toString(), QStringLiteral("globex"));
        QVERIFY(!told.contains(QStringLiteral("integrationId"))); // there is no integration yet
        QCOMPARE(
            told.value(QStringLiteral("exp")).toInt() - told.value(QStringLiteral("iat")).toInt(),
            1800);
        QVERIFY(keepGlobex(program));
        QTRY_COMPARE_WITH_TIMEOUT(
            api.ask(caller.token()).value(QStringLiteral("integrationId")).toString(),
            QStringLiteral("int-of-globex"), 2 * aSecond);

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
        const QString file = program.folder() + QStringLiteral("/pair.json");
        const auto made = program.run(words("--json resource-servers add ats --out") << file);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QFile pair(file);
        QVERIFY(pair.open(QIODevice::ReadOnly));
        const QString secret =
            QJsonDocument::fromJson(pair.readAll())[QStringLiteral("clientSecret")].toString();
        QVERIFY(secret.size() >= 27);
        QCOMPARE(pair.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(pair.remove());
        QVERIFY(!made.out.contains(secret.toUtf8()));
        const auto masked = program.run(words("--json resource-servers show ats"));
        QCOMPARE(masked.exitCode, 0);
        QVERIFY(!masked.out.contains(secret.toUtf8()));
        QCOMPARE(program.run(words("--json resource-servers show ats --reveal"))
                     .json()
                     .value(QStringLiteral("clientSecret"))
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
