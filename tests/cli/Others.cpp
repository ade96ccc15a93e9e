// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Others.h"

#include "support/Answered.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

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
    serve.start(
        QStringLiteral(JETBRIDGE_CLI), {u"--data"_s, m_folder, u"serve"_s, u"--port"_s, u"0"_s});
    const QUrl tokenUrl(readyLine(serve).value(u"oauthTokenUrl"_s).toString());
    if (!tokenUrl.isValid())
        qFatal("serve did not start.");
    for (int round = 1; !isInterruptionRequested(); ++round)
        onboardAndForget(u"n%1x"_s.arg(round), tokenUrl);
    stop(serve);
}

void Others::onboardAndForget(const QString& company, const QUrl& tokenUrl)
{
    simulator(
        "POST", u"/_simulator/companies"_s, {{u"companyId"_s, company}, {u"name"_s, company}});
    simulator("POST", u"/_simulator/grants"_s,
        {{u"companyId"_s, company}, {u"appId"_s, m_master.value(u"appId"_s)}});
    const QJsonObject onboarded =
        program({u"--json"_s, u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ben"_s})
            .json();
    const QJsonObject calls = simulator(
        "GET", u"/_simulator/requests?path=/apps-integrations/*&company=%1"_s.arg(company))
                                  .json;
    const int confirms = calls.value(u"matched"_s).toInt();
    m_tally.duplicates += confirms > 1;

    const QString id = onboarded.value(u"integrationId"_s).toString();
    if (id.isEmpty()) {
        if (confirms == 0)
            ++m_tally.notConfirmed;
        else if (becomes(
                     std::chrono::seconds(30), [&] { return statusOf(company) == "unknown"_L1; }))
            ++m_tally.unknown;
        else
            ++m_tally.lost;
        return;
    }
    ++m_tally.onboarded;
    const QByteArray client = onboarded.value(u"issuedClientId"_s).toString().toUtf8();
    m_tally.refused += !getsToken(tokenUrl, client);
    const auto forgotten = program({u"integrations"_s, u"forget"_s, id});
    m_tally.lost += forgotten.exitCode != 0;
    m_tally.tokensAfterwards +=
        !becomes(std::chrono::seconds(1), [&] { return !getsToken(tokenUrl, client); });
}

Program::Run Others::program(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(JETBRIDGE_CLI), QStringList{u"--data"_s, m_folder} + arguments);
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
        program({u"--json"_s, u"integrations"_s, u"list"_s, u"--search"_s, company})
            .json()
            .value(u"integrations"_s)
            .toArray();
    for (const QJsonValue& row : rows)
        if (row[u"companyId"_s].toString() == company)
            return row[u"status"_s].toString();
    return {};
}

bool Others::getsToken(const QUrl& tokenUrl, const QByteArray& client) const
{
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    form.addQueryItem(u"client_id"_s, QString::fromUtf8(client));
    form.addQueryItem(u"client_secret"_s, QString::fromUtf8(m_tokens.secretOf(client)));
    return ask("POST", tokenUrl, form.toString(QUrl::FullyEncoded).toUtf8(),
               "application/x-www-form-urlencoded")
               .status
        == 200;
}
