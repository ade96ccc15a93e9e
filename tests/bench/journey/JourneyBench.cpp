// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an onboarding costs beyond its HTTP requests: the flow with its journal (fsync), registry
// and checks against the same four requests made bare. One run, both against the same simulator;
// the keychain is left out (memory vault).

#include "console/Console.h"

#include <QCoro/QCoroNetworkReply>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace jetbridge;

namespace {

constexpr int rounds = 60;

QJsonObject send(QNetworkAccessManager& network, const QByteArray& method, const QUrl& url,
    const QByteArray& type, const QByteArray& body, const QByteArray& bearer = {})
{
    QNetworkRequest request(url);
    if (!type.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QCoro::waitFor(qCoro(reply.get()).waitForFinished());
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QByteArray tokenBody(const ClientCredentials& client)
{
    return "grant_type=client_credentials&client_id="
        + client.clientId.text().toUtf8().toPercentEncoding()
        + "&client_secret=" + client.clientSecret.reveal().toByteArray().toPercentEncoding();
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    const QTemporaryDir folder;
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.vault = ConsoleOptions::VaultKind::Memory;
    Console console(options);
    if (!QCoro::waitFor(console.ready()) || !QCoro::waitFor(console.startSimulator()))
        return 1;
    const auto master = QCoro::waitFor(console.registerWithSimulator(
        console.demoApplication(ConsentDisplayMode::Redirect, false)));
    if (!master || !QCoro::waitFor(console.connectPartner(*master)))
        return 1;

    QNetworkAccessManager network;
    const Environment environment = console.environment();
    const QByteArray form = "application/x-www-form-urlencoded";
    const auto control = [&](const QByteArray& method, const QString& path,
                             const QByteArray& body) {
        QUrl url = environment.apiUrl;
        url.setPath(path);
        return send(network, method, url, "application/json", body);
    };
    // Ten calls a second are allowed to a credential: that is not what is measured. The headers must
    // say so; with none, the published limits are kept.
    control("PUT", QStringLiteral("/_simulator/settings"),
        R"({"requestsPerSecond": 1000000, "concurrentRequests": 1000000})");
    const auto makeGrantedCompany = [&](const QString& id) {
        control("POST", QStringLiteral("/_simulator/companies"),
            QJsonDocument(
                QJsonObject{{QStringLiteral("companyId"), id}, {QStringLiteral("name"), id}})
                .toJson());
        control("POST", QStringLiteral("/_simulator/grants"),
            QJsonDocument(QJsonObject{{QStringLiteral("appId"), master->appId.text()},
                              {QStringLiteral("companyId"), id}})
                .toJson());
    };

    QList<double> flow;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        const QString first = QStringLiteral("flow%1").arg(round);
        const QString second = QStringLiteral("bare%1").arg(round);
        makeGrantedCompany(first);
        makeGrantedCompany(second);
        QElapsedTimer timer;

        timer.start();
        const auto onboarded =
            QCoro::waitFor(console.onboard(CompanyId(first), QStringLiteral("bench")));
        flow.append(double(timer.nsecsElapsed()) / 1e6);
        if (!onboarded || onboarded->status != IntegrationStatus::Live) {
            QTextStream(stderr) << "The onboarding failed: "
                                << (onboarded ? onboarded->statusDetail : onboarded.error().detail)
                                << "\n";
            return 1;
        }

        timer.start();
        const auto token =
            send(network, "POST", environment.tokenUrl(), form, tokenBody(master->client));
        const QJsonObject request{
            {QStringLiteral("appId"), master->appId.text()}, {QStringLiteral("companyId"), second}};
        const auto confirmed = send(network, "POST", environment.integrationsUrl(),
            "application/json", QJsonDocument(request).toJson(),
            token[QStringLiteral("access_token")].toString().toUtf8());
        const ClientCredentials customer{ClientId(confirmed[QStringLiteral("clientId")].toString()),
            Secret(confirmed[QStringLiteral("clientSecret")].toString().toUtf8())};
        const auto customerToken =
            send(network, "POST", environment.tokenUrl(), form, tokenBody(customer));
        QUrl company = environment.apiUrl;
        company.setPath(QStringLiteral("/configuration/company"));
        const auto answer = send(network, "GET", company, {}, {},
            customerToken[QStringLiteral("access_token")].toString().toUtf8());
        bare.append(double(timer.nsecsElapsed()) / 1e6);
        if (answer[QStringLiteral("identifier")].toString() != second)
            return 1;
    }
    QTextStream(stdout) << "onboarding " << QString::number(median(flow), 'f', 2)
                        << " ms, four bare requests " << QString::number(median(bare), 'f', 2)
                        << " ms, ratio " << QString::number(median(flow) / median(bare), 'f', 2)
                        << " (target <= 3), " << rounds << " rounds\n";
    return 0;
}
