// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Others.h"

#include "support/Answered.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace {

constexpr int patience = 60'000;

/// Whether it becomes true in time; `ask` takes a while itself.
template <typename Ask> bool becomes(std::chrono::milliseconds time, Ask ask)
{
    const QDeadlineTimer end(time);
    while (!ask()) {
        if (end.hasExpired())
            return false;
        QThread::msleep(50);
    }
    return true;
}

} // namespace

Others::Others(const Program& program, Simulated& simulated)
    : m_folder(program.folder())
    , m_environment(program.environment)
    , m_api(simulated.apiUrl())
    , m_master(QJsonDocument::fromJson(simulated.master()).object())
    , m_tokens(simulated.tokens())
{
}

Others::~Others()
{
    finish();
}

Others::Tally Others::finish()
{
    requestInterruption();
    wait();
    return m_tally;
}

void Others::run()
{
    QProcess serve;
    serve.setProcessEnvironment(m_environment);
    serve.start(QStringLiteral(JETBRIDGE_CLI),
        {QStringLiteral("--data"), m_folder, QStringLiteral("serve"), QStringLiteral("--port"),
            QStringLiteral("0")});
    const QUrl tokenUrl(readyLine(serve).value(QStringLiteral("oauthTokenUrl")).toString());
    if (!tokenUrl.isValid())
        qFatal("serve did not start.");
    for (int round = 1; !isInterruptionRequested(); ++round)
        onboardAndForget(QStringLiteral("n%1x").arg(round), tokenUrl);
    stop(serve);
}

void Others::onboardAndForget(const QString& company, const QUrl& tokenUrl)
{
    simulator("POST", QStringLiteral("/_simulator/companies"),
        {{QStringLiteral("companyId"), company}, {QStringLiteral("name"), company}});
    simulator("POST", QStringLiteral("/_simulator/grants"),
        {{QStringLiteral("companyId"), company},
            {QStringLiteral("appId"), m_master.value(QStringLiteral("appId"))}});
    const QJsonObject onboarded =
        program({QStringLiteral("--json"), QStringLiteral("onboard"), QStringLiteral("--company"),
                    company, QStringLiteral("--consented-by"), QStringLiteral("Ben")})
            .json();
    const QJsonObject calls = simulator("GET",
        QStringLiteral("/_simulator/requests?path=/apps-integrations/*&company=%1").arg(company))
                                  .json;
    const int confirms = calls.value(QStringLiteral("matched")).toInt();
    m_tally.duplicates += confirms > 1;

    const QString id = onboarded.value(QStringLiteral("integrationId")).toString();
    if (id.isEmpty()) {
        if (confirms == 0)
            ++m_tally.notConfirmed;
        else if (becomes(std::chrono::seconds(30),
                     [&] { return statusOf(company) == QLatin1String("unknown"); }))
            ++m_tally.unknown;
        else
            ++m_tally.lost;
        return;
    }
    ++m_tally.onboarded;
    const QByteArray client = onboarded.value(QStringLiteral("issuedClientId")).toString().toUtf8();
    m_tally.refused += !getsToken(tokenUrl, client);
    const auto forgotten = program({QStringLiteral("integrations"), QStringLiteral("forget"), id});
    m_tally.lost += forgotten.exitCode != 0;
    m_tally.tokensAfterwards +=
        !becomes(std::chrono::seconds(1), [&] { return !getsToken(tokenUrl, client); });
}

Program::Run Others::program(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(
        QStringLiteral(JETBRIDGE_CLI), QStringList{QStringLiteral("--data"), m_folder} + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Simulated::Answer Others::ask(
    const QByteArray& method, const QUrl& url, const QByteArray& body, const QByteArray& type) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", type);
    const auto reply = jetbridge::test::answered(network.sendCustomRequest(request, method, body));
    return {jetbridge::test::statusOf(*reply), QJsonDocument::fromJson(reply->readAll()).object()};
}

Simulated::Answer Others::simulator(
    const QByteArray& method, const QString& path, const QJsonObject& body) const
{
    return ask(method, QUrl(m_api.toString() + path),
        body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson());
}

QString Others::statusOf(const QString& company) const
{
    const QJsonArray rows =
        program({QStringLiteral("--json"), QStringLiteral("integrations"), QStringLiteral("list"),
                    QStringLiteral("--search"), company})
            .json()
            .value(QStringLiteral("integrations"))
            .toArray();
    for (const QJsonValue& row : rows)
        if (row[QStringLiteral("companyId")].toString() == company)
            return row[QStringLiteral("status")].toString();
    return {};
}

bool Others::getsToken(const QUrl& tokenUrl, const QByteArray& client) const
{
    QUrlQuery form;
    form.addQueryItem(QStringLiteral("grant_type"), QStringLiteral("client_credentials"));
    form.addQueryItem(QStringLiteral("client_id"), QString::fromUtf8(client));
    form.addQueryItem(
        QStringLiteral("client_secret"), QString::fromUtf8(m_tokens.secretOf(client)));
    return ask("POST", tokenUrl, form.toString(QUrl::FullyEncoded).toUtf8(),
               "application/x-www-form-urlencoded")
               .status
        == 200;
}
