// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"

#include "support/Answered.h"

#include <QNetworkAccessManager>
#include <QTcpSocket>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::simulator::Simulator;
using jetbridge::simulator::SimulatorOptions;

PartnerBackend::PartnerBackend()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    });
}

QString PartnerBackend::url(const char* path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(QLatin1String(path));
}

void PartnerBackend::read(QTcpSocket* socket)
{
    m_pending[socket] += socket->readAll();
    const QByteArray all = m_pending[socket];
    const qsizetype end = all.indexOf("\r\n\r\n");
    const qsizetype length = all.toLower().indexOf("content-length: ");
    if (end < 0 || (length < 0 && !all.startsWith("GET ")))
        return;
    const int size =
        length < 0 ? 0 : all.mid(length + 16, all.indexOf('\r', length) - length - 16).toInt();
    if (all.size() < end + 4 + size)
        return;
    requests.append(all);
    m_pending.remove(socket);
    const int status = refusals.isEmpty() ? 200 : refusals.takeFirst();
    const QByteArray body = status == 200 && all.startsWith("POST /token")
        ? R"({"access_token":"partner-token","token_type":"Bearer","expires_in":60})"
        : "{}";
    socket->write("HTTP/1.1 " + QByteArray::number(status)
        + " Answer\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void Served::start(SimulatorOptions options)
{
    options.seed = options.seed == 0 ? 7 : options.seed;
    m_faulty = !options.faults.isEmpty();
    simulator = std::make_unique<Simulator>(std::move(options));
    const auto listening = simulator->listen();
    QVERIFY2(listening, qPrintable(listening ? QString() : listening.error().detail));
}

Answer Served::send(const QByteArray& method, const QString& path, const QByteArray& body,
    const QByteArray& token, const QByteArray& type, const Headers& headers)
{
    QNetworkRequest request(at(path));
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10'000);
    if (!type.isEmpty() && (!body.isEmpty() || method != "GET"))
        request.setRawHeader("Content-Type", type);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    // Each request has a connection of its own, as requests of different programs would have.
    QNetworkAccessManager network;
    const auto reply = test::answered(network.sendCustomRequest(request, method, body));
    Answer answer{test::statusOf(*reply), reply->readAll(), {}};
    for (const auto& [name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    compareWithDescription(method, request.url().path(QUrl::FullyEncoded), answer);
    return answer;
}

QString patternOf(const QJsonObject& paths, const QString& path)
{
    if (paths.contains(path))
        return path;
    const QStringList parts = path.split(u'/');
    for (const QString& pattern : paths.keys()) {
        const QStringList wanted = pattern.split(u'/');
        bool fits = wanted.size() == parts.size();
        for (qsizetype i = 0; fits && i < wanted.size(); ++i)
            fits = wanted[i] == parts[i] || (wanted[i].startsWith(u'{') && !parts[i].isEmpty());
        if (fits)
            return pattern;
    }
    return {};
}

QJsonObject Served::description()
{
    if (m_description.isEmpty())
        m_description = get("/_simulator/openapi.json").json();
    return m_description;
}

void Served::compareWithDescription(
    const QByteArray& method, const QString& path, const Answer& answer)
{
    if (path == "/_simulator/openapi.json"_L1 || (m_faulty && !path.startsWith("/_simulator/"_L1)))
        return;
    const QJsonObject paths = description()["paths"].toObject();
    const QString pattern = patternOf(paths, path);
    const QJsonObject operation = paths[pattern][QString::fromLatin1(method.toLower())].toObject();
    // Unknown paths and methods need no description, and refusals of the guard have one for all
    // paths.
    const int status = answer.status;
    const bool isAbsent = operation.isEmpty() && (status == 404 || status == 405);
    const bool isGuards = status == 413 || status == 421 || status == 431;
    if (isAbsent || isGuards)
        return;
    if (!operation["responses"].toObject().contains(QString::number(status)))
        m_undescribed.append(
            u"%1 %2 %3"_s.arg(QString::fromLatin1(method), pattern.isEmpty() ? path : pattern)
                .arg(status));
    else
        m_answers.append(QJsonObject{{"pattern", pattern},
            {"method", QString::fromLatin1(method.toLower())}, {"status", QString::number(status)},
            {"type", QString::fromLatin1(answer.headers["content-type"])},
            {"body", QString::fromUtf8(answer.body)}});
}

QString Served::takeUndescribed()
{
    return std::exchange(m_undescribed, {}).join(u", "_s);
}

Answer Served::post(const QString& path, const QJsonObject& body, const QByteArray& token)
{
    return send("POST", path, QJsonDocument(body).toJson(), token);
}

Answer Served::tokenRequest(const QByteArray& form, const Headers& headers)
{
    return send(
        "POST", u"/identity/oauth/token"_s, form, {}, "application/x-www-form-urlencoded", headers);
}

QByteArray Served::token(const QString& id, const QString& secret)
{
    return tokenRequest("grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(id)
        + "&client_secret=" + QUrl::toPercentEncoding(secret))
        .text("access_token")
        .toLatin1();
}

QString Served::setupPath(const Answer& app, const char* action, const QString& company)
{
    return "/companies/" + company + "/integrations/" + app.text("appId") + action;
}

Answer Served::registerApp(const QString& mode, bool bidirectional)
{
    return post("/_simulator/apps", application(mode, bidirectional, backend));
}

QByteArray Served::masterToken(const Answer& app)
{
    return token(app.text("clientId"), app.text("clientSecret"));
}

Answer Served::confirm(const Answer& app, QJsonObject more, const QString& company)
{
    more["appId"] = app.text("appId");
    more["companyId"] = company;
    return post("/apps-integrations/partner-api/integrations", more, masterToken(app));
}

Answer Served::connected(const Answer& app, QJsonObject more, const QString& company)
{
    send("POST", setupPath(app, "/grant", company));
    return confirm(app, std::move(more), company);
}

QByteArray Served::customerToken(const QStringList& scopes)
{
    QJsonObject asked = application("REDIRECT", false, backend);
    asked["scopes"] = QJsonArray::fromStringList(scopes);
    const Answer credentials = connected(post("/_simulator/apps", asked));
    return token(credentials.text("clientId"), credentials.text("clientSecret"));
}

Answer Served::setFaults(const QByteArray& rules)
{
    m_faulty = true;
    return send("PUT", "/_simulator/faults", rules);
}

QHash<QString, QXmlStreamAttributes> idsOf(const QByteArray& page)
{
    QHash<QString, QXmlStreamAttributes> ids;
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.attributes().hasAttribute("id"))
            ids.insert(xml.attributes().value("id").toString(), xml.attributes());
    return xml.hasError() ? QHash<QString, QXmlStreamAttributes>() : ids;
}

QJsonObject application(const QString& mode, bool bidirectional, const PartnerBackend& backend)
{
    QJsonObject app{{"name", "Acme & Sons <Assess>"}, {"description", "Assessments"},
        {"scopes", QJsonArray{"company_read", "jobs_read", "candidates_read"}},
        {"consentUrl", backend.url("/consent?tenant=a%26b")}, {"consentDisplayMode", mode},
        {"callbackUrl", backend.url("/callback")}};
    if (bidirectional)
        app["oauthTokenUrl"] = backend.url("/token");
    return app;
}
