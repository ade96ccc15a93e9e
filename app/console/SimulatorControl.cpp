// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SimulatorControl.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// `why`: what the client says of a simulator that cannot be asked.
Failure noAnswer(const QUrl& url, const Failure& why)
{
    if (why.code == "dns"_L1)
        return {FailureKind::Unreachable, 0, {},
            Message::of("simulator_host_unknown", {url.host()}), {}};
    if (why.kind != FailureKind::Unreachable && why.kind != FailureKind::TimedOut)
        return why;
    return {
        FailureKind::Unreachable, 0, {}, Message::of("simulator_silent", {url.authority()}), {}};
}

} // namespace

QUrl SimulatorControl::at(const QString& path) const
{
    QUrl url = m_environment().apiUrl;
    url.setPath(path);
    return url;
}

Task<Outcome<QJsonDocument>> SimulatorControl::call(QUrl url, QByteArray method, QByteArray body)
{
    http::Request request;
    request.method = method;
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = Secret(body);
    // Disabling calls the partner's endpoints before it answers.
    request.timeout = std::chrono::seconds(30);
    m_client.setAuthorities(m_environment().caFile);
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    if (!delivery.reply)
        co_return tl::unexpected<Failure>(noAnswer(url, delivery.reply.error()));
    const int status = delivery.reply->status;
    const QByteArray& answer = delivery.reply->body;
    if (status >= 300) {
        const QString said = QJsonDocument::fromJson(answer)[u"message"_s].toString(
            QString::fromUtf8(answer.left(300)));
        // Without the status: it is not SmartRecruiters that refuses, it is about what was entered.
        co_return failed(status == 404 ? FailureKind::NotFound : FailureKind::Invalid,
            Message::of("simulator_answered", {QString::number(status), said}));
    }
    if (answer.isEmpty())
        co_return QJsonDocument();
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (document.isNull())
        co_return failed(FailureKind::BadReply, Message::of("simulator_no_json"), status);
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
    body.remove(u"unknownFields"_s);
    // Who is selected is agreed with SmartRecruiters in person: here it is whoever is there.
    if (application.visibility == Visibility::SelectedCustomers)
        body.insert(u"companies"_s, QJsonArray{u"*"_s});
    if (master) {
        body.insert(u"appId"_s, master->appId.text());
        body.insert(u"clientId"_s, master->client.clientId.text());
        body.insert(u"clientSecret"_s, master->client.clientSecret.revealText());
    }
    const auto answer = co_await call(
        at(u"/_simulator/apps"_s), "POST", QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!answer)
        co_return passOn(answer);
    co_return MasterCredentials::fromJson(answer->toJson(QJsonDocument::Compact));
}

Task<Outcome<QJsonObject>> SimulatorControl::disable(IntegrationId id)
{
    const auto answer =
        co_await call(at(u"/_simulator/integrations/%1/disable"_s.arg(id.text())), "POST", "{}");
    if (!answer)
        co_return passOn(answer);
    co_return answer->object();
}

Task<Outcome<QJsonObject>> SimulatorControl::state()
{
    const auto answer = co_await call(at(u"/_simulator/state"_s), "GET", {});
    if (!answer)
        co_return passOn(answer);
    co_return answer->object();
}

Task<Outcome<QList<Company>>> SimulatorControl::companies()
{
    const auto answer = co_await call(at(u"/_simulator/companies"_s), "GET", {});
    if (!answer)
        co_return passOn(answer);
    QList<Company> companies;
    const QJsonArray list =
        answer->isArray() ? answer->array() : answer->object().value(u"companies"_s).toArray();
    for (const QJsonValue& entry : list)
        companies.append({entry[u"companyId"_s].toString(), entry[u"name"_s].toString()});
    co_return companies;
}

Task<Outcome<Done>> SimulatorControl::review(AppId app, bool approved, QString message)
{
    return tell(at(u"/_simulator/apps/%1/review"_s.arg(app.text())), "POST",
        QJsonDocument(QJsonObject{{u"decision"_s, approved ? u"approve"_s : u"adjustScopes"_s},
            {u"message"_s, message}}));
}

Task<Outcome<Done>> SimulatorControl::changeSettings(QJsonObject settings)
{
    return tell(at(u"/_simulator/settings"_s), "PUT", QJsonDocument(settings));
}

Task<Outcome<Done>> SimulatorControl::setFaults(QJsonArray rules)
{
    return tell(at(u"/_simulator/faults"_s), "PUT", QJsonDocument(rules));
}

Task<Outcome<Done>> SimulatorControl::advanceClock(std::chrono::seconds by)
{
    return tell(at(u"/_simulator/clock"_s), "POST",
        QJsonDocument(QJsonObject{{u"advanceSeconds"_s, qint64(by.count())}}));
}

Task<Outcome<QJsonArray>> SimulatorControl::requests(qint64 after)
{
    QUrl url = at(u"/_simulator/requests"_s);
    url.setQuery(u"after=%1"_s.arg(after));
    const auto answer = co_await call(url, "GET", {});
    if (!answer)
        co_return passOn(answer);
    co_return answer->object().value("requests"_L1).toArray();
}

Task<Outcome<Done>> SimulatorControl::clearRequests()
{
    return tell(at(u"/_simulator/requests"_s), "DELETE", {});
}

Task<Outcome<Done>> SimulatorControl::addCompany(Company company)
{
    return tell(at(u"/_simulator/companies"_s), "POST",
        QJsonDocument(QJsonArray{
            QJsonObject{{u"companyId"_s, company.identifier}, {u"name"_s, company.name}}}));
}

Task<Outcome<Done>> SimulatorControl::reset()
{
    return tell(at(u"/_simulator/reset"_s), "POST", QJsonDocument(QJsonObject()));
}

} // namespace jetbridge
