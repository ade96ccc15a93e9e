// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ControlInterface.h"

#include "simulator/ApiError.h"
#include "simulator/Fields.h"

#include <QFile>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

web::Reply invalid(const QString& message)
{
    return apiError(400, u("INVALID_FIELD"), message);
}

QJsonObject appToJson(const RegisteredApp& app)
{
    QJsonObject object = app.application.toJson();
    object.insert(u("appId"), app.id.text());
    object.insert(u("clientId"), app.master.clientId.text());
    object.insert(u("companies"), QJsonArray::fromStringList(app.onlyCompanies));
    if (!app.reviewMessage.isEmpty())
        object.insert(u("reviewMessage"), app.reviewMessage);
    return object;
}

QJsonObject integrationToJson(const ConnectedCompany& connected)
{
    QJsonObject object{{u("integrationId"), connected.id.text()},
        {u("appId"), connected.app.text()}, {u("companyId"), connected.company.text()},
        {u("status"), connected.isEnabled() ? u("enabled") : u("disabled")},
        {u("scopes"), QJsonArray::fromStringList(connected.scopes.names())},
        {u("clientId"), connected.own.clientId.text()},
        {u("enabledAt"), connected.enabledAt.toString(Qt::ISODateWithMs)}};
    if (connected.partner)
        object.insert(u("partnerClientId"), connected.partner->clientId.text());
    if (!connected.isEnabled())
        object.insert(u("disabledAt"), connected.disabledAt.toString(Qt::ISODateWithMs));
    if (!connected.firstToken.isEmpty())
        object.insert(u("firstToken"), connected.firstToken);
    if (!connected.notification.isEmpty())
        object.insert(u("notification"), connected.notification);
    return object;
}

Fields fieldsOf(const QJsonObject& body)
{
    return Fields(body, {}, u("INVALID_FIELD"));
}

// Reads which companies see the application; `visibility` and the list of companies must be
// consistent.
void readVisibility(Fields& fields, World::Registration& registration)
{
    const bool anyone = registration.onlyCompanies.isEmpty();
    Visibility& visibility = registration.application.visibility;
    if (!fields.has("visibility"))
        visibility = anyone ? Visibility::AllCustomers : Visibility::SelectedCustomers;
    else if (anyone && visibility == Visibility::SelectedCustomers)
        fields.refuse("companies",
            u("must list the companies that see it: its visibility is \"selected\", not \"all\""));
    else if (!anyone && visibility == Visibility::AllCustomers)
        fields.refuse("visibility", u("must be \"selected\" where companies are named"));
}

// Returns the list in the body: a JSON array, or an object that has it as a field (or is the only
// entry).
Outcome<QJsonArray> listIn(const web::Request& request, const QString& field)
{
    const auto document = request.jsonDocument();
    if (!document)
        return passOn(document);
    if (document->isArray())
        return document->array();
    if (document->object().value(field).isArray())
        return document->object().value(field).toArray();
    return QJsonArray{document->object()};
}

// This is a free coroutine with all parameters by value, because the handler's closure may be
// destroyed before it resumes.
QCoro::Task<web::Reply> disableAndTell(Notifier& notifier, World& world, IntegrationId id)
{
    const auto delivery = notifier.disable(id);
    if (!delivery)
        co_return apiError(delivery.error());
    // A copy, because a reset may remove the integration meanwhile.
    const ConnectedCompany* found = world.integration(id);
    ConnectedCompany disabled = found ? *found : ConnectedCompany();
    if (*delivery)
        disabled.notification = co_await (*delivery)->end();
    co_return web::Reply::json(integrationToJson(disabled));
}

} // namespace

ControlInterface::ControlInterface(World& world, Gate& gate, Faults& faults, RequestLog& log,
    RateLimits& limits, PartnerApi& partnerApi, std::function<Notifier&()> notifier)
    : m_world(world)
    , m_gate(gate)
    , m_faults(faults)
    , m_log(log)
    , m_limits(limits)
    , m_partnerApi(partnerApi)
    , m_notifier(std::move(notifier))
{
}

void ControlInterface::mount(web::Router& router)
{
    using web::Method;
    using web::Reply;
    using web::Request;
    const auto on = [&](Method method, const QByteArray& path, web::Handler handler) {
        router.on(method, "/_simulator/" + path, m_gate.control(std::move(handler)));
    };
    on(Method::Get, "state", [this](const Request&) { return state(); });
    on(Method::Post, "reset", [this](const Request&) { return reset(); });
    on(Method::Get, "apps", [this](const Request&) { return apps(); });
    on(Method::Post, "apps", [this](const Request& r) { return registerApp(r); });
    on(Method::Post, "apps/{appId}/review", [this](const Request& r) { return review(r); });
    on(Method::Get, "companies", [this](const Request& r) { return companies(r); });
    on(Method::Post, "companies", [this](const Request& r) { return addCompanies(r); });
    on(Method::Post, "grants", [this](const Request& r) { return grant(r); });
    on(Method::Get, "faults", [this](const Request&) { return Reply::json(m_faults.toJson()); });
    on(Method::Put, "faults", [this](const Request& r) { return setFaults(r); });
    on(Method::Delete, "faults", [this](const Request&) {
        m_faults.clear();
        return Reply::empty();
    });
    on(Method::Get, "clock", [this](const Request&) { return clock(); });
    on(Method::Post, "clock", [this](const Request& r) { return moveClock(r); });
    on(Method::Get, "requests", [this](const Request& r) { return requests(r); });
    on(Method::Delete, "requests", [this](const Request&) {
        m_log.clear();
        return Reply::empty();
    });
    on(Method::Post, "requests/verify", [this](const Request& r) {
        const auto body = r.json();
        const auto verdict = body ? m_log.verify(*body) : Outcome<QJsonObject>(passOn(body));
        return verdict ? Reply::json(*verdict) : apiError(verdict.error());
    });
    on(Method::Get, "settings",
        [this](const Request&) { return Reply::json(m_world.settings().toJson()); });
    on(Method::Put, "settings", [this](const Request& r) { return changeSettings(r); });
    on(Method::Get, "openapi.json", [this](const Request&) { return openApi(); });
    router.onAsync(Method::Post, "/_simulator/integrations/{integrationId}/disable",
        m_gate.control(web::AsyncHandler([this](Request r) {
            return disableAndTell(m_notifier(), m_world, IntegrationId(r.parameters.value(0)));
        })));
}

web::Reply ControlInterface::state() const
{
    QJsonArray appList;
    for (const RegisteredApp& app : m_world.apps())
        appList.append(appToJson(app));
    QJsonArray integrations;
    for (const ConnectedCompany& connected : m_world.integrations())
        integrations.append(integrationToJson(connected));
    return web::Reply::json(QJsonObject{{u("portalUrl"), m_base.toString()},
        {u("now"), m_world.clock().now().toString(Qt::ISODateWithMs)}, {u("apps"), appList},
        {u("companies"), m_world.companies().count()}, {u("integrations"), integrations},
        {u("settings"), m_world.settings().toJson()}, {u("faults"), m_faults.toJson()},
        {u("requests"), m_log.size()}, {u("liveTokens"), m_world.issuer().liveTokens()}});
}

web::Reply ControlInterface::reset()
{
    if (const auto reset = m_world.reset(); !reset)
        return apiError(reset.error());
    m_notifier().abortAll(u"The simulator was reset."_s);
    m_world.clock().unfreeze();
    m_faults.clear();
    m_limits.clear();
    m_partnerApi.forgetLockouts();
    m_gate.forgetPadded();
    m_log.clear();
    return web::Reply::empty();
}

web::Reply ControlInterface::apps() const
{
    QJsonArray list;
    for (const RegisteredApp& app : m_world.apps())
        list.append(appToJson(app));
    return web::Reply::json(list);
}

web::Reply ControlInterface::registerApp(const web::Request& request)
{
    const auto body = request.json();
    if (!body)
        return apiError(body.error());
    const auto application = Application::fromJson(request.body);
    if (!application)
        return invalid(application.error().detail);
    World::Registration registration{*application, {}, {}, std::nullopt};
    QString appId;
    QString clientId;
    QString clientSecret;
    Fields fields = fieldsOf(*body);
    fields.names("companies", registration.onlyCompanies);
    readVisibility(fields, registration);
    fields.identifier("appId", appId);
    fields.text("clientId", clientId);
    fields.text("clientSecret", clientSecret);
    if (clientId.isEmpty() != clientSecret.isEmpty())
        fields.refuse("clientId", u("and clientSecret must be given together"));
    for (const QString& known : application->toJson().keys()) // These fields were read above.
        fields.any(known.toUtf8().constData());
    fields.any("reviewMessage"); // A field that appToJson() writes.
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    registration.appId = AppId(appId);
    if (!clientId.isEmpty())
        registration.master = ClientCredentials{ClientId(clientId), Secret(clientSecret.toUtf8())};
    const auto app = m_world.registerApp(std::move(registration));
    if (!app)
        return apiError(app.error());
    return web::Reply::json(
        {{u("appId"), app->id.text()}, {u("clientId"), app->master.clientId.text()},
            {u("clientSecret"), app->master.clientSecret.revealText()},
            {u("state"), registrationStateName(app->application.state)},
            {u("scopes"), QJsonArray::fromStringList(app->application.scopeNames().names())}},
        201);
}

web::Reply ControlInterface::review(const web::Request& request)
{
    const auto body = request.json();
    if (!body)
        return apiError(body.error());
    QString decision;
    QString message;
    Fields fields = fieldsOf(*body);
    fields.choice("decision", decision, {u("approve"), u("adjustScopes")});
    fields.text("message", message);
    fields.require("decision", decision);
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    const auto app = m_world.review(AppId(request.parameters.value(0)),
        decision == u("approve") ? RegistrationState::Approved : RegistrationState::AdjustScopes,
        message);
    return app ? web::Reply::json(appToJson(*app)) : apiError(app.error());
}

web::Reply ControlInterface::companies(const web::Request& request) const
{
    constexpr int usualLimit = 1000;
    constexpr int mostLimit = 10'000;
    const auto query = request.queryForm();
    if (!query)
        return apiError(query.error());
    int limit = usualLimit;
    int offset = 0;
    QString search;
    Fields fields(*query, u("INVALID_PARAMETER"));
    fields.number("limit", limit, 0, mostLimit);
    fields.number("offset", offset, 0, std::numeric_limits<int>::max());
    fields.text("search", search);
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    QJsonArray list;
    for (const CompanyProfile& company : m_world.companies().page(offset, limit, search))
        list.append(company.toJson());
    return web::Reply::json(list).with(
        "X-Total-Count", QByteArray::number(m_world.companies().count()));
}

web::Reply ControlInterface::addCompanies(const web::Request& request)
{
    const auto list = listIn(request, u("companies"));
    if (!list)
        return apiError(list.error());
    const auto companies = m_world.addCompanies(*list);
    if (!companies)
        return apiError(companies.error());
    QJsonArray added;
    for (const CompanyProfile& company : *companies)
        added.append(company.toJson());
    return web::Reply::json(added, 201);
}

web::Reply ControlInterface::grant(const web::Request& request)
{
    const auto body = request.json();
    if (!body)
        return apiError(body.error());
    QString appId;
    QString companyId;
    Fields fields = fieldsOf(*body);
    fields.text("appId", appId);
    fields.text("companyId", companyId);
    fields.require("appId", appId);
    fields.require("companyId", companyId);
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    const auto granted = m_world.grant(AppId(appId), companyId);
    return granted ? web::Reply::empty() : apiError(granted.error());
}

web::Reply ControlInterface::setFaults(const web::Request& request)
{
    const auto list = listIn(request, u("faults"));
    if (!list)
        return apiError(list.error());
    const auto set = m_faults.set(*list);
    return set ? web::Reply::json(m_faults.toJson()) : apiError(set.error());
}

web::Reply ControlInterface::clock() const
{
    return web::Reply::json({{u("now"), m_world.clock().now().toString(Qt::ISODateWithMs)},
        {u("advancedSeconds"), m_world.clock().shiftSeconds()},
        {u("frozen"), m_world.clock().isFrozen()}});
}

web::Reply ControlInterface::moveClock(const web::Request& request)
{
    constexpr int mostSeconds = 10 * 366 * 24 * 3600;
    constexpr int lastYear = 9999; // The last year that ISO 8601 can express.
    const auto body = request.json();
    if (!body)
        return apiError(body.error());
    int seconds = 0;
    Fields fields = fieldsOf(*body);
    fields.number("advanceSeconds", seconds, 0, mostSeconds);
    const QJsonValue freezeAt = fields.any("freezeAt");
    const QDateTime moment = QDateTime::fromString(freezeAt.toString(), Qt::ISODate);
    // A time without a zone would mean different times on different computers.
    const bool isMoment =
        moment.isValid() && moment.timeSpec() != Qt::LocalTime && moment.toMSecsSinceEpoch() >= 0;
    if (!freezeAt.isUndefined() && !freezeAt.isNull() && !isMoment)
        fields.refuse("freezeAt",
            u("must be a time since 1970 such as 2026-01-31T12:00:00Z, or null to continue"));
    const QDateTime start = isMoment ? moment : m_world.clock().now();
    if (start.toUTC().addSecs(seconds).date().year() > lastYear)
        fields.refuse("advanceSeconds", u("must end before the year 10000"));
    if (body->isEmpty())
        fields.refuse("advanceSeconds", u("is missing"));
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    if (freezeAt.isString())
        m_world.clock().freezeAt(moment);
    else if (freezeAt.isNull())
        m_world.clock().unfreeze();
    m_world.clock().advance(seconds);
    return clock();
}

web::Reply ControlInterface::requests(const web::Request& request) const
{
    const auto query = request.queryForm();
    if (!query)
        return apiError(query.error());
    constexpr int mostNumber = std::numeric_limits<int>::max();
    RequestLog::Filter filter;
    Fields fields(*query, u("INVALID_PARAMETER"));
    filter.read(fields);
    fields.number("after", filter.after, 0, mostNumber);
    fields.number("limit", filter.limit, 0, mostNumber);
    if (const auto read = fields.result(); !read)
        return apiError(read.error());
    return web::Reply::json(m_log.list(filter));
}

web::Reply ControlInterface::changeSettings(const web::Request& request)
{
    const auto body = request.json();
    if (!body)
        return apiError(body.error());
    if (const auto changed = m_world.changeSettings(*body); !changed)
        return apiError(changed.error());
    return web::Reply::json(m_world.settings().toJson());
}

web::Reply ControlInterface::openApi() const
{
    QFile file(u(":/jetbridge/simulator/openapi.json"));
    if (!file.open(QIODevice::ReadOnly))
        return web::Reply::empty(404);
    QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    document.insert(u("servers"), QJsonArray{QJsonObject{{u("url"), m_base.toString()}}});
    return web::Reply::json(document);
}

} // namespace jetbridge::simulator
