// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/Answered.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

namespace {

constexpr char application[] = R"({"name":"Acme","description":"Assessments",
    "scopes":["company_read"],"logo":"https://partner.example/logo.png",
    "consentUrl":"https://partner.example/consent",
    "oauthTokenUrl":"OAUTH_TOKEN_URL",
    "callbackUrl":"https://partner.example/callback"})";

QString applicationFile(const Program& program, const QUrl& oauthTokenUrl)
{
    const QString path = program.folder() + QStringLiteral("/application-input.json");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QByteArray(application).replace("OAUTH_TOKEN_URL", oauthTokenUrl.toEncoded()))
            < 0)
        qFatal("The input file cannot be written.");
    return path;
}

} // namespace

Simulated::Simulated(const QUrl& oauthTokenUrl, const QStringList& options)
    : m_oauthTokenUrl(oauthTokenUrl.isEmpty() ? m_tokens.url() : oauthTokenUrl)
{
    m_elsewhere.start(m_simulator,
        QStringList{QStringLiteral("simulate"), QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--app"), applicationFile(m_elsewhere, m_oauthTokenUrl)}
            + options);
    m_ready = readyLine(m_simulator);
    ask("PUT", QStringLiteral("/_simulator/settings"),
        R"({"requestsPerSecond": 0, "concurrentRequests": 0})");
}

Simulated::~Simulated()
{
    stop(m_simulator);
}

QByteArray Simulated::masterSecret() const
{
    return m_ready.value(QStringLiteral("clientSecret")).toString().toUtf8();
}

QByteArray Simulated::master() const
{
    QJsonObject master;
    for (const auto* field : {"appId", "clientId", "clientSecret"})
        master.insert(QLatin1String(field), m_ready.value(QLatin1String(field)));
    return QJsonDocument(master).toJson();
}

QString Simulated::apiUrl() const
{
    return m_ready.value(QStringLiteral("apiUrl")).toString();
}

bool Simulated::setUp(const Program& program, const QString& environment, const QString& kind)
{
    const QString file = applicationFile(program, m_oauthTokenUrl);
    const QStringList there{QStringLiteral("--environment"), environment};
    const bool isSetUp =
        program.run({QStringLiteral("environment"), QStringLiteral("set"), environment,
                        QStringLiteral("--kind"), kind, QStringLiteral("--api-url"), apiUrl(),
                        QStringLiteral("--portal-url"), apiUrl(), QStringLiteral("--token-service"),
                        QStringLiteral("here")})
                .exitCode
            == 0
        && program.run(there + QStringList{QStringLiteral("app"), QStringLiteral("import"), file})
                .exitCode
            == 0
        && program
                .run(there
                        + QStringList{QStringLiteral("credentials"), QStringLiteral("set-master")},
                    master())
                .exitCode
            == 0;
    QFile::remove(file);
    return isSetUp;
}

Simulated::Answer Simulated::ask(
    const QByteArray& method, const QString& path, const QByteArray& body, const QByteArray& type)
{
    QNetworkRequest request(QUrl(m_ready.value(QStringLiteral("apiUrl")).toString() + path));
    request.setTransferTimeout(30'000);
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", type);
    const auto reply =
        jetbridge::test::answered(m_network.sendCustomRequest(request, method, body));
    return {jetbridge::test::statusOf(*reply), QJsonDocument::fromJson(reply->readAll()).object()};
}

void Simulated::grantTo(const QString& company)
{
    const QJsonObject names{
        {QStringLiteral("companyId"), company}, {QStringLiteral("name"), company}};
    ask("POST", QStringLiteral("/_simulator/companies"), QJsonDocument(names).toJson());
    const QJsonObject grant{{QStringLiteral("companyId"), company},
        {QStringLiteral("appId"), m_ready.value(QStringLiteral("appId"))}};
    ask("POST", QStringLiteral("/_simulator/grants"), QJsonDocument(grant).toJson());
}

int Simulated::confirms(const QString& company)
{
    return ask("GET",
        QStringLiteral("/_simulator/requests?path=/apps-integrations/*&company=%1").arg(company))
        .json.value(QStringLiteral("matched"))
        .toInt();
}

QByteArray Simulated::otherMaster()
{
    const auto reply = jetbridge::test::answered(
        m_network.get(QNetworkRequest(QUrl(apiUrl() + QStringLiteral("/_simulator/apps")))));
    QJsonObject known = QJsonDocument::fromJson(reply->readAll()).array().first().toObject();
    known.insert(QStringLiteral("appId"), m_ready.value(QStringLiteral("appId")));
    known.insert(QStringLiteral("clientId"), QStringLiteral("another-client"));
    known.insert(QStringLiteral("clientSecret"), QStringLiteral("a-secret-of-another-pair"));
    // An application for selected companies would have to name them.
    known.insert(QStringLiteral("visibility"), QStringLiteral("all"));
    return QJsonDocument(
        ask("POST", QStringLiteral("/_simulator/apps"), QJsonDocument(known).toJson()).json)
        .toJson();
}

QByteArray Simulated::fetch(const QUrl& url)
{
    return jetbridge::test::answered(m_network.get(QNetworkRequest(url)))->readAll();
}

QString Simulated::integrationOf(const QString& company)
{
    for (const QJsonValue& each : ask("GET", QStringLiteral("/_simulator/state"))
                                      .json.value(QStringLiteral("integrations"))
                                      .toArray())
        if (each[QStringLiteral("companyId")].toString() == company)
            return each[QStringLiteral("integrationId")].toString();
    return {};
}
