// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SimulatorControl.h"

#include "ports/Finished.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QScopedPointer>

namespace jetbridge {

SimulatorControl::SimulatorControl(std::function<QUrl()> base)
    : m_base(std::move(base))
{
}

SimulatorControl::~SimulatorControl()
{
    // A reply that is deleted with its manager never finishes, and whoever awaits it would wait for
    // ever.
    const auto pending = m_network.findChildren<QNetworkReply*>();
    for (QNetworkReply* reply : pending)
        reply->abort();
}

QUrl SimulatorControl::at(const QString& path) const
{
    QUrl url = m_base();
    url.setPath(path);
    return url;
}

Task<Outcome<QJsonDocument>> SimulatorControl::call(QUrl url, QByteArray method, QByteArray body)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000); // disabling calls the partner's endpoints before it answers
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(
        m_network.sendCustomRequest(request, method, body));
    co_await Finished(reply.get());
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() == QNetworkReply::HostNotFoundError)
        co_return failed(FailureKind::Unreachable,
            QStringLiteral("This computer does not know the name \"%1\": look at /etc/hosts.")
                .arg(url.host()));
    if (status == 0)
        co_return failed(FailureKind::Unreachable,
            QStringLiteral("The simulator does not answer at %1: is it running?")
                .arg(url.authority()));
    const QByteArray answer = reply->readAll();
    if (status >= 300) {
        const QString said = QJsonDocument::fromJson(answer)[QStringLiteral("message")].toString(
            QString::fromUtf8(answer.left(300)));
        // Without the status: it is not SmartRecruiters that refuses, it is about what was entered.
        co_return failed(status == 404 ? FailureKind::NotFound : FailureKind::Invalid,
            QStringLiteral("The simulator answered %1: %2").arg(status).arg(said));
    }
    if (answer.isEmpty())
        co_return QJsonDocument();
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (document.isNull())
        co_return failed(
            FailureKind::BadReply, QStringLiteral("The simulator's answer is not JSON."), status);
    co_return document;
}

Task<Outcome<Done>> SimulatorControl::tell(QUrl url, QByteArray method, QJsonDocument body)
{
    const auto answer = co_await call(url, method, body.toJson(QJsonDocument::Compact));
    if (!answer)
        co_return passOn(answer);
    co_return Done{};
}

Task<Outcome<MasterCredentials>> SimulatorControl::registerApplication(
    Application application, std::optional<MasterCredentials> master)
{
    QJsonObject body = application.toJson();
    // Which customers are selected is agreed with SmartRecruiters in person: here all of them are.
    body.remove(QStringLiteral("visibility"));
    body.remove(QStringLiteral("unknownFields"));
    if (master) {
        body.insert(QStringLiteral("appId"), master->appId.text());
        body.insert(QStringLiteral("clientId"), master->client.clientId.text());
        body.insert(QStringLiteral("clientSecret"), master->client.clientSecret.revealText());
    }
    const auto answer = co_await call(at(QStringLiteral("/_simulator/apps")), "POST",
        QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!answer)
        co_return passOn(answer);
    co_return MasterCredentials::fromJson(answer->toJson(QJsonDocument::Compact));
}

Task<Outcome<QJsonObject>> SimulatorControl::disable(IntegrationId id)
{
    const auto answer = co_await call(
        at(QStringLiteral("/_simulator/integrations/%1/disable").arg(id.text())), "POST", "{}");
    if (!answer)
        co_return passOn(answer);
    co_return answer->object();
}

Task<Outcome<QJsonObject>> SimulatorControl::state()
{
    const auto answer = co_await call(at(QStringLiteral("/_simulator/state")), "GET", {});
    if (!answer)
        co_return passOn(answer);
    co_return answer->object();
}

Task<Outcome<QList<Company>>> SimulatorControl::companies()
{
    const auto answer = co_await call(at(QStringLiteral("/_simulator/companies")), "GET", {});
    if (!answer)
        co_return passOn(answer);
    QList<Company> companies;
    const QJsonArray list = answer->isArray()
        ? answer->array()
        : answer->object().value(QStringLiteral("companies")).toArray();
    for (const QJsonValue& entry : list)
        companies.append({entry[QStringLiteral("companyId")].toString(),
            entry[QStringLiteral("name")].toString()});
    co_return companies;
}

Task<Outcome<Done>> SimulatorControl::review(AppId app, bool approved, QString message)
{
    return tell(at(QStringLiteral("/_simulator/apps/%1/review").arg(app.text())), "POST",
        QJsonDocument(
            QJsonObject{{QStringLiteral("decision"),
                            approved ? QStringLiteral("approve") : QStringLiteral("adjustScopes")},
                {QStringLiteral("message"), message}}));
}

Task<Outcome<Done>> SimulatorControl::changeSettings(QJsonObject settings)
{
    return tell(at(QStringLiteral("/_simulator/settings")), "PUT", QJsonDocument(settings));
}

Task<Outcome<Done>> SimulatorControl::setFaults(QJsonArray rules)
{
    return tell(at(QStringLiteral("/_simulator/faults")), "PUT", QJsonDocument(rules));
}

Task<Outcome<Done>> SimulatorControl::advanceClock(std::chrono::seconds by)
{
    return tell(at(QStringLiteral("/_simulator/clock")), "POST",
        QJsonDocument(QJsonObject{{QStringLiteral("advanceSeconds"), qint64(by.count())}}));
}

Task<Outcome<QJsonArray>> SimulatorControl::requests(qint64 after)
{
    QUrl url = at(QStringLiteral("/_simulator/requests"));
    url.setQuery(QStringLiteral("after=%1").arg(after));
    const auto answer = co_await call(url, "GET", {});
    if (!answer)
        co_return passOn(answer);
    co_return answer->object().value(QLatin1String("requests")).toArray();
}

Task<Outcome<Done>> SimulatorControl::clearRequests()
{
    return tell(at(QStringLiteral("/_simulator/requests")), "DELETE", {});
}

Task<Outcome<Done>> SimulatorControl::addCompany(Company company)
{
    return tell(at(QStringLiteral("/_simulator/companies")), "POST",
        QJsonDocument(QJsonArray{QJsonObject{{QStringLiteral("companyId"), company.identifier},
            {QStringLiteral("name"), company.name}}}));
}

Task<Outcome<Done>> SimulatorControl::reset()
{
    return tell(at(QStringLiteral("/_simulator/reset")), "POST", QJsonDocument(QJsonObject()));
}

} // namespace jetbridge
