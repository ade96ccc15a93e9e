// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/Answered.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

constexpr char application[] = R"({"name":"Acme","description":"Assessments",
    "scopes":["company_read"],"logo":"https://partner.example/logo.png",
    "consentUrl":"https://partner.example/consent",
    "oauthTokenUrl":"OAUTH_TOKEN_URL",
    "callbackUrl":"CALLBACK_URL"})";

QString applicationFile(const Program& program, const QUrl& oauthTokenUrl, const QUrl& callbackUrl)
{
    const QString path = program.folder() + u"/application-input.json"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QByteArray(application)
                          .replace("OAUTH_TOKEN_URL", oauthTokenUrl.toEncoded())
                          .replace("CALLBACK_URL", callbackUrl.toEncoded()))
            < 0)
        qFatal("The input file cannot be written.");
    return path;
}

} // namespace

Simulated::Simulated(const QUrl& oauthTokenUrl, const QStringList& options, const QUrl& callbackUrl)
    : m_oauthTokenUrl(oauthTokenUrl.isEmpty() ? m_tokens.url() : oauthTokenUrl)
    , m_callbackUrl(callbackUrl)
{
    m_elsewhere.start(m_simulator,
        QStringList{u"simulate"_s, u"--port"_s, u"0"_s, u"--app"_s,
            applicationFile(m_elsewhere, m_oauthTokenUrl, m_callbackUrl)}
            + options);
    m_ready = readyLine(m_simulator);
    ask("PUT", u"/_simulator/settings"_s, R"({"requestsPerSecond": 0, "concurrentRequests": 0})");
}

Simulated::~Simulated()
{
    stop(m_simulator);
}

bool Simulated::hasFirstToken()
{
    const QJsonArray integrations =
        ask("GET", u"/_simulator/state"_s).json.value(u"integrations"_s).toArray();
    return integrations.at(0)[u"firstToken"_s][u"got"_s].toBool();
}

QByteArray Simulated::masterSecret() const
{
    return m_ready.value(u"clientSecret"_s).toString().toUtf8();
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
    return m_ready.value(u"apiUrl"_s).toString();
}

bool Simulated::setUp(const Program& program, const QString& environment, const QString& kind)
{
    const QString file = applicationFile(program, m_oauthTokenUrl, m_callbackUrl);
    const QStringList there{u"--environment"_s, environment};
    const bool isSetUp =
        program.run({u"environment"_s, u"set"_s, environment, u"--kind"_s, kind, u"--api-url"_s,
                        apiUrl(), u"--portal-url"_s, apiUrl(), u"--token-service"_s, u"here"_s})
                .exitCode
            == 0
        && program.run(there + QStringList{u"app"_s, u"import"_s, file}).exitCode == 0
        && program.run(there + QStringList{u"credentials"_s, u"set-master"_s}, master()).exitCode
            == 0;
    QFile::remove(file);
    return isSetUp;
}

Simulated::Answer Simulated::ask(
    const QByteArray& method, const QString& path, const QByteArray& body, const QByteArray& type)
{
    QNetworkRequest request(QUrl(m_ready.value(u"apiUrl"_s).toString() + path));
    request.setTransferTimeout(30'000);
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", type);
    const auto reply =
        jetbridge::test::answered(m_network.sendCustomRequest(request, method, body));
    return {jetbridge::test::statusOf(*reply), QJsonDocument::fromJson(reply->readAll()).object()};
}

void Simulated::grantTo(const QString& company)
{
    const QJsonObject names{{u"companyId"_s, company}, {u"name"_s, company}};
    ask("POST", u"/_simulator/companies"_s, QJsonDocument(names).toJson());
    const QJsonObject grant{{u"companyId"_s, company}, {u"appId"_s, m_ready.value(u"appId"_s)}};
    ask("POST", u"/_simulator/grants"_s, QJsonDocument(grant).toJson());
}

int Simulated::confirms(const QString& company)
{
    return ask("GET", u"/_simulator/requests?path=/apps-integrations/*&company=%1"_s.arg(company))
        .json.value(u"matched"_s)
        .toInt();
}

QByteArray Simulated::otherMaster()
{
    const auto reply = jetbridge::test::answered(
        m_network.get(QNetworkRequest(QUrl(apiUrl() + u"/_simulator/apps"_s))));
    QJsonObject known = QJsonDocument::fromJson(reply->readAll()).array().first().toObject();
    known.insert(u"appId"_s, m_ready.value(u"appId"_s));
    known.insert(u"clientId"_s, u"another-client"_s);
    known.insert(u"clientSecret"_s, u"a-secret-of-another-pair"_s);
    // An application for selected companies would have to name them.
    known.insert(u"visibility"_s, u"all"_s);
    return QJsonDocument(ask("POST", u"/_simulator/apps"_s, QJsonDocument(known).toJson()).json)
        .toJson();
}

QByteArray Simulated::fetch(const QUrl& url)
{
    return jetbridge::test::answered(m_network.get(QNetworkRequest(url)))->readAll();
}

QString Simulated::integrationOf(const QString& company)
{
    for (const QJsonValue& each :
        ask("GET", u"/_simulator/state"_s).json.value(u"integrations"_s).toArray())
        if (each[u"companyId"_s].toString() == company)
            return each[u"integrationId"_s].toString();
    return {};
}
