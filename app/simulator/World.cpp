// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/World.h"

#include "simulator/Fields.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr auto badState = "INVALID_STATE";

// Without these fields there is nothing to review or to call; all other fields are the partner's
// responsibility.
bool blocksRegistration(const Finding& finding)
{
    static const QStringList fields{u"name"_s, u"scopes"_s, u"consentUrl"_s, u"oauthTokenUrl"_s};
    return finding.severity == Finding::Severity::Error && fields.contains(finding.field);
}

QJsonObject toJson(const ClientCredentials& client)
{
    return {{u"clientId"_s, client.clientId.text()},
        {u"clientSecret"_s, client.clientSecret.revealText()}};
}

// The functions below read the fields of a state file.
template <typename Id> void readId(Fields& fields, const char* name, Id& target)
{
    QString text;
    fields.text(name, text);
    fields.require(name, text);
    target = Id(text);
}

void readClient(Fields& fields, const char* name, ClientCredentials& target)
{
    QJsonObject client;
    fields.object(name, client);
    target = {ClientId(client.value("clientId"_L1).toString()),
        Secret(client.value("clientSecret"_L1).toString().toUtf8())};
    if (target.clientId.isEmpty() || target.clientSecret.isEmpty())
        fields.refuse(name, u"must have a clientId and a clientSecret"_s);
}

void readScopes(Fields& fields, Scopes& target)
{
    QString text;
    fields.text("scopes", text);
    const auto scopes = Scopes::parse(text);
    if (!scopes)
        fields.refuse("scopes", u"must be names separated by spaces"_s);
    else
        target = *scopes;
}

void readMoment(Fields& fields, const char* name, QDateTime& target)
{
    QString text;
    fields.text(name, text);
    target = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!target.isValid())
        fields.refuse(name, u"must be a time such as 2026-01-31T12:00:00.000Z"_s);
}

constexpr auto kindAbout = "about";
constexpr auto kindApp = "app";
constexpr auto kindCompany = "company";
constexpr auto kindGrant = "grant";
constexpr auto kindIntegration = "integration";

/// Tells whether a host is a name or an address of a private network (RFC 1918, 4193, 6762, 8375).
bool isPrivate(const QString& host)
{
    const QHostAddress address(host);
    if (!address.isNull()) {
        static const std::array networks{
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"};
        return address.isLoopback()
            || std::any_of(networks.begin(), networks.end(), [&address](const char* network) {
                   return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(network)));
               });
    }
    static const QStringList endings{
        u".internal"_s, u".local"_s, u".test"_s, u".localhost"_s, u".home.arpa"_s};
    return !host.isEmpty()
        && (!host.contains(QLatin1Char('.'))
            || std::any_of(endings.begin(), endings.end(), [&host](const QString& ending) {
                   return host.endsWith(ending, Qt::CaseInsensitive);
               }));
}

/// Returns the application with https addresses where http is allowed, so that its addresses can be
/// checked.
Application asIfByHttps(Application application, const QStringList& httpHosts)
{
    for (QUrl* url :
        {&application.consentUrl, &application.oauthTokenUrl, &application.callbackUrl})
        if (url->scheme() == "http"_L1 && httpHosts.contains(url->host(), Qt::CaseInsensitive))
            url->setScheme(u"https"_s);
    return application;
}

/// Returns a finding as a sentence that names the simulator's own setting.
QString saidOf(const Finding& finding)
{
    const QString said = finding.field + QLatin1Char(' ') + finding.message;
    return finding.message.code == "must_be_https"_L1
        ? said + u" Or name its host with --http-host: a private host may have http here."_s
        : said;
}

QString grantKey(const std::pair<QString, QString>& company)
{
    return company.first + QLatin1Char('\n') + company.second;
}

QString momentText(const QDateTime& at)
{
    return at.toString(Qt::ISODateWithMs);
}

/// Returns an entry of the state; an empty document means that it is removed.
World::Entry entryNamed(const char* kind, const QString& key, int place, QJsonObject document)
{
    return {QString::fromLatin1(kind), key, place, std::move(document)};
}

World::Entry removed(const char* kind, const QString& key)
{
    return entryNamed(kind, key, 0, {});
}

World::Entry grantEntry(const std::pair<QString, QString>& company, const CompanyGrant& grant)
{
    return entryNamed(kindGrant, grantKey(company), 0,
        {{u"appId"_s, company.first}, {u"companyId"_s, company.second},
            {u"scopes"_s, grant.scopes.text()}, {u"at"_s, momentText(grant.at)}});
}

QList<ClientCredentials> mastersOf(const RegisteredApp& app)
{
    QList<ClientCredentials> masters{app.master};
    if (app.earlierMaster)
        masters.append(*app.earlierMaster);
    return masters;
}

} // namespace

bool RegisteredApp::isVisibleTo(const QString& companyId) const
{
    return onlyCompanies.isEmpty() || onlyCompanies.contains(companyId)
        || onlyCompanies.contains(QLatin1String(everyCompany));
}

bool RegisteredApp::isMaster(const ClientId& client) const
{
    return master.clientId == client || (earlierMaster && earlierMaster->clientId == client);
}

World::World(Seed& seed, SimulatedClock& clock)
    : m_seed(seed)
    , m_clock(clock)
    , m_companies(seed)
    , m_issuer(clock, seed, {})
{
}

Outcome<Done> World::setHttpHosts(const QStringList& hosts)
{
    for (const QString& host : hosts)
        if (!isPrivate(host))
            return failed(FailureKind::Invalid,
                u"\"%1\" is not a private host: http is allowed to names without a dot, "
                "to .internal, .local, .test and .home.arpa, and to private "
                "addresses."_s.arg(host),
                400);
    m_httpHosts = hosts;
    return Done{};
}

Outcome<RegisteredApp> World::registerApp(Registration registration)
{
    for (const Finding& finding : asIfByHttps(registration.application, m_httpHosts).check())
        if (blocksRegistration(finding))
            return failed(FailureKind::Invalid, saidOf(finding), 400, u"INVALID_APPLICATION"_s);

    const auto known = std::find_if(m_apps.begin(), m_apps.end(),
        [&](const RegisteredApp& app) { return app.id == registration.appId; });
    const bool isKnown = known != m_apps.end() && !registration.appId.isEmpty();
    const bool isRotated =
        isKnown && registration.master && !known->isMaster(registration.master->clientId);
    if ((!isKnown || isRotated) && registration.master
        && m_clients.find(registration.master->clientId))
        return failed(FailureKind::Conflict, u"This clientId is already in use."_s, 409,
            u"CLIENT_ID_TAKEN"_s);
    RegisteredApp app;
    if (isKnown) {
        app = *known;
        if (isRotated)
            app.earlierMaster = std::exchange(app.master, *registration.master);
    } else {
        const QByteArray name = "app|" + QByteArray::number(m_apps.size()) + '|';
        app.id =
            registration.appId.isEmpty() ? AppId(m_seed.uuid(name + "id")) : registration.appId;
        app.master = registration.master.value_or(
            ClientCredentials{ClientId(u"sr-partner-"_s + m_seed.uuid(name + "client")),
                m_seed.secret(name + "secret")});
    }
    app.application = std::move(registration.application);
    app.application.state = RegistrationState::Approved;
    app.onlyCompanies = std::move(registration.onlyCompanies);
    app.reviewMessage.clear();
    return carriedOut(app);
}

Outcome<RegisteredApp> World::carriedOut(const RegisteredApp& app)
{
    Change change;
    change.app = app;
    if (const auto done = carryOut(change); !done)
        return passOn(done);
    return app;
}

Outcome<RegisteredApp> World::review(const AppId& id, RegistrationState state, QString message)
{
    const RegisteredApp* known = app(id);
    if (!known)
        return failed(
            FailureKind::NotFound, u"No application has this appId."_s, 404, u"APP_NOT_FOUND"_s);
    RegisteredApp reviewed = *known;
    reviewed.application.state = state;
    reviewed.reviewMessage = std::move(message);
    return carriedOut(reviewed);
}

void World::put(const RegisteredApp& app)
{
    const int place = placeOf(app.id);
    if (place == m_apps.size()) {
        m_apps.append(app);
    } else {
        for (const ClientCredentials& former : mastersOf(m_apps.at(place)))
            if (!app.isMaster(former.clientId))
                m_clients.remove(former.clientId);
        m_apps[place] = app;
    }
    admitMasters(app);
}

void World::admitMasters(const RegisteredApp& app)
{
    for (const ClientCredentials& master : mastersOf(app)) {
        remember(master.clientSecret);
        m_clients.put({master.clientId, master.clientSecret.sha256(), u"master"_s,
            Scopes::of({QString::fromLatin1(masterScope)}).value_or(Scopes())});
    }
}

void World::put(const ConnectedCompany& connected)
{
    const auto known = m_byId.constFind(connected.id.text());
    if (known == m_byId.constEnd()) {
        admit(connected);
        return;
    }
    ConnectedCompany& place = m_integrations[*known];
    const bool ends = place.isEnabled() && !connected.isEnabled();
    place = connected;
    if (!ends)
        return;
    if (connected.partner)
        m_partnerClients.remove({connected.app.text(), connected.partner->clientId.text()});
    m_issuer.revoke(connected.own.clientId);
    m_clients.remove(connected.own.clientId);
}

void World::admit(const ConnectedCompany& connected)
{
    const int index = int(m_integrations.size());
    m_integrations.append(connected);
    m_byId.insert(connected.id.text(), index);
    m_byClient.insert(connected.own.clientId.text(), index);
    remember(connected.own.clientSecret);
    if (connected.partner)
        remember(connected.partner->clientSecret);
    const CompanyKey company{connected.app.text(), connected.company.text()};
    m_latest.insert(company, index);
    ++m_timesConnected[company];
    if (!connected.isEnabled())
        return;
    if (connected.partner)
        m_partnerClients.insert({connected.app.text(), connected.partner->clientId.text()});
    m_clients.put({connected.own.clientId, connected.own.clientSecret.sha256(),
        connected.company.text(), connected.scopes});
}

const RegisteredApp* World::app(const AppId& id) const
{
    const int place = placeOf(id);
    return place == m_apps.size() ? nullptr : &m_apps.at(place);
}

int World::placeOf(const AppId& id) const
{
    return int(std::find_if(m_apps.begin(), m_apps.end(), [&](const RegisteredApp& app) {
        return app.id == id;
    }) - m_apps.begin());
}

const RegisteredApp* World::appOfMaster(const ClientId& master) const
{
    const auto found = std::find_if(m_apps.begin(), m_apps.end(),
        [&](const RegisteredApp& app) { return app.isMaster(master); });
    return found == m_apps.end() ? nullptr : &*found;
}

Outcome<Done> World::grant(const AppId& id, const QString& companyId)
{
    const RegisteredApp* application = app(id);
    if (!application || !application->isVisibleTo(companyId))
        return failed(FailureKind::NotFound, u"This application is not available to the company."_s,
            404, u"APP_NOT_FOUND"_s);
    if (application->application.state != RegistrationState::Approved)
        return failed(FailureKind::Conflict, u"The application's access scopes are not approved."_s,
            409, u"APP_NOT_APPROVED"_s);
    if (!m_companies.find(companyId))
        return failed(
            FailureKind::NotFound, u"There is no such company."_s, 404, u"COMPANY_NOT_FOUND"_s);
    if (enabledIntegration(id, companyId))
        return failed(FailureKind::Conflict, u"The integration is enabled already."_s, 409,
            u"INTEGRATION_ALREADY_ENABLED"_s);
    Change change;
    change.grants.insert(
        {id.text(), companyId}, CompanyGrant{application->application.scopeNames(), m_clock.now()});
    return carryOut(change);
}

Outcome<Done> World::cancelGrant(const AppId& app, const QString& companyId)
{
    if (!pendingGrant(app, companyId))
        return Done{};
    Change change;
    change.grants.insert({app.text(), companyId}, std::nullopt);
    return carryOut(change);
}

const CompanyGrant* World::pendingGrant(const AppId& app, const QString& companyId) const
{
    const auto found = m_grants.constFind({app.text(), companyId});
    return found == m_grants.constEnd() ? nullptr : &*found;
}

Outcome<ConnectedCompany> World::confirm(const ClientId& caller, const Confirmation& confirmation)
{
    const RegisteredApp* application = appOfMaster(caller);
    if (!application)
        return failed(FailureKind::NotPermitted,
            u"Integrations are confirmed with the Partner Level (Master) Credentials, not with "
            "customer-level credentials."_s,
            403, u"MASTER_CREDENTIALS_REQUIRED"_s);
    if (application->id != confirmation.appId)
        return failed(FailureKind::NotPermitted, u"This appId belongs to other credentials."_s, 403,
            u"APP_ID_MISMATCH"_s);
    if (application->application.state != RegistrationState::Approved)
        return failed(FailureKind::NotPermitted,
            u"The application's access scopes are not approved: adjust them first."_s, 403,
            u"APP_NOT_APPROVED"_s);
    if (!m_companies.find(confirmation.companyId))
        return failed(
            FailureKind::NotFound, u"There is no such company."_s, 404, u"COMPANY_NOT_FOUND"_s);

    const CompanyKey key{application->id.text(), confirmation.companyId};
    if (enabledIntegration(application->id, confirmation.companyId))
        return failed(FailureKind::Conflict, u"This company's integration is enabled already."_s,
            409, u"INTEGRATION_ALREADY_ENABLED"_s);
    const auto grant = m_grants.constFind(key);
    if (grant == m_grants.constEnd())
        return failed(FailureKind::NotPermitted,
            u"The company has not granted the requested access scopes."_s, 403,
            u"COMPANY_CONSENT_MISSING"_s);

    if (confirmation.partner
        && (confirmation.partner->clientId.isEmpty()
            || confirmation.partner->clientSecret.isEmpty()))
        return failed(FailureKind::Invalid, u"Send both clientId and clientSecret, or neither."_s,
            422, u"CREDENTIALS_INCOMPLETE"_s);
    if (application->application.isBidirectional() && !confirmation.partner)
        return failed(FailureKind::Invalid,
            u"This integration is bi-directional: clientId and clientSecret are required."_s, 422,
            u"CREDENTIALS_REQUIRED"_s);
    if (confirmation.partner
        && m_partnerClients.contains(
            {application->id.text(), confirmation.partner->clientId.text()}))
        return failed(FailureKind::Conflict,
            u"The clientId must be unique among all of your integrations."_s, 409,
            u"CLIENT_ID_NOT_UNIQUE"_s);

    const QByteArray name = "integration|" + application->id.text().toUtf8() + '|'
        + confirmation.companyId.toUtf8() + '|' + QByteArray::number(m_timesConnected.value(key))
        + '|';
    ConnectedCompany connected;
    connected.id = IntegrationId(m_seed.uuid(name + "id"));
    connected.app = application->id;
    connected.company = CompanyId(confirmation.companyId);
    connected.scopes = grant->scopes;
    connected.own = {
        ClientId(u"sr-customer-"_s + m_seed.uuid(name + "client")), m_seed.secret(name + "secret")};
    connected.partner = confirmation.partner;
    connected.enabledAt = m_clock.now();

    Change change;
    change.grants.insert(key, std::nullopt);
    change.integration = connected;
    if (const auto done = carryOut(change); !done)
        return passOn(done);
    return connected;
}

Outcome<ConnectedCompany> World::disable(const IntegrationId& id, QJsonObject notification)
{
    const ConnectedCompany* known = integration(id);
    if (!known)
        return failed(FailureKind::NotFound, u"There is no such integration."_s, 404,
            u"INTEGRATION_NOT_FOUND"_s);
    if (!known->isEnabled())
        return failed(FailureKind::Conflict, u"The integration is disabled already."_s, 409,
            u"INTEGRATION_ALREADY_DISABLED"_s);
    ConnectedCompany disabled = *known;
    disabled.disabledAt = m_clock.now();
    disabled.notification = std::move(notification);
    Change change;
    change.integration = disabled;
    if (const auto done = carryOut(change); !done)
        return passOn(done);
    return disabled;
}

void World::noteFirstToken(const IntegrationId& id, QJsonObject token)
{
    const ConnectedCompany* known = integration(id);
    if (!known)
        return;
    ConnectedCompany noted = *known;
    noted.firstToken = std::move(token);
    note(std::move(noted));
}

void World::noteNotification(const IntegrationId& id, QJsonObject notification)
{
    const ConnectedCompany* known = integration(id);
    if (!known)
        return;
    ConnectedCompany noted = *known;
    noted.notification = std::move(notification);
    note(std::move(noted));
}

void World::note(ConnectedCompany connected)
{
    Change change;
    change.integration = std::move(connected);
    if (!store(change))
        m_unwritten.insert({QString::fromLatin1(kindIntegration), change.integration->id.text()});
    takeEffect(change);
}

const ConnectedCompany* World::integration(const IntegrationId& id) const
{
    const auto found = m_byId.constFind(id.text());
    return found == m_byId.constEnd() ? nullptr : &m_integrations.at(*found);
}

const ConnectedCompany* World::lastIntegration(const AppId& app, const QString& companyId) const
{
    const auto found = m_latest.constFind({app.text(), companyId});
    return found == m_latest.constEnd() ? nullptr : &m_integrations.at(*found);
}

const ConnectedCompany* World::enabledIntegration(const AppId& app, const QString& companyId) const
{
    const ConnectedCompany* last = lastIntegration(app, companyId);
    return last && last->isEnabled() ? last : nullptr;
}

const ConnectedCompany* World::integrationOfClient(const ClientId& client) const
{
    const auto found = m_byClient.constFind(client.text());
    return found == m_byClient.constEnd() ? nullptr : &m_integrations.at(*found);
}

World::MaskedUrl World::masked(const QByteArray& path, const QByteArray& query) const
{
    constexpr qsizetype shortestInPath = 12; // A shorter segment could be any word.
    constexpr qsizetype longestKept = 2000;
    MaskedUrl url;
    url.text.reserve(path.size() + query.size() + 1);
    for (qsizetype from = 0, end = 0; from <= path.size(); from = end + 1) {
        end = path.indexOf('/', from);
        end = end < 0 ? path.size() : end;
        const QByteArrayView segment = QByteArrayView(path).sliced(from, end - from);
        const bool secret = segment.size() >= shortestInPath
            && isSecret(QByteArray::fromPercentEncoding(segment.toByteArray()));
        url.hadSecret = url.hadSecret || secret;
        url.text += secret ? u"***"_s : QString::fromUtf8(segment);
        if (end < path.size())
            url.text += QLatin1Char('/');
    }
    QChar separator = QLatin1Char('?');
    for (const QByteArray& pair : query.isEmpty() ? QByteArrayList() : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? QByteArray() : pair.left(equals + 1);
        const bool secret = name == "client_secret=" || name == "access_token="
            || isSecret(QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
        url.hadSecret = url.hadSecret || secret;
        url.text += separator + QString::fromUtf8(secret ? name + "***" : pair);
        separator = QLatin1Char('&');
    }
    url.text.truncate(longestKept);
    return url;
}

bool World::isSecret(const QByteArray& bytes) const
{
    return m_secretHashes.contains(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256))
        || m_issuer.check(bytes);
}

Outcome<Done> World::reset()
{
    Change change;
    change.isReset = true;
    return carryOut(change);
}

void World::removeIntegrations()
{
    QSet<ClientId> clients;
    for (const ConnectedCompany& connected : std::as_const(m_integrations)) {
        clients.insert(connected.own.clientId);
        m_clients.remove(connected.own.clientId);
    }
    m_issuer.revoke(clients);
    m_integrations.clear();
    m_grants.clear();
    m_latest.clear();
    m_byId.clear();
    m_byClient.clear();
    m_partnerClients.clear();
    m_timesConnected.clear();
}

Outcome<QList<CompanyProfile>> World::addCompanies(const QJsonArray& list)
{
    const auto addition = m_companies.read(list);
    if (!addition)
        return passOn(addition);
    Change change;
    change.companies = *addition;
    if (const auto done = carryOut(change); !done)
        return passOn(done);
    QList<CompanyProfile> added;
    for (const Companies::Placed& placed : addition->companies)
        added.append(placed.company);
    return added;
}

Outcome<Done> World::loadCompanies(const QJsonArray& list)
{
    return m_companies.load(list);
}

Outcome<Done> World::changeSettings(const QJsonObject& object)
{
    Change change;
    change.settings = m_settings;
    if (const auto set = change.settings->change(object); !set)
        return set;
    return carryOut(change);
}

Outcome<Done> World::carryOut(const Change& change)
{
    auto stored = store(change);
    if (stored)
        takeEffect(change);
    return stored;
}

Outcome<Done> World::store(const Change& change)
{
    const QList<Entry> entries = entriesOf(change);
    if (!m_keeper) {
        for (const Entry& entry : entries)
            m_unwritten.insert({entry.kind, entry.key});
        return Done{};
    }
    const auto earlier = m_unwritten;
    auto kept = m_keeper(takeChanges() + entries);
    if (!kept)
        m_unwritten = earlier;
    return kept;
}

void World::takeEffect(const Change& change)
{
    if (change.isReset)
        removeIntegrations();
    if (change.settings) {
        m_settings = *change.settings;
        m_issuer.setLifetime(m_settings.tokenLifetimeSeconds);
    }
    if (change.companies)
        m_companies.add(*change.companies);
    if (change.app)
        put(*change.app);
    for (auto grant = change.grants.begin(); grant != change.grants.end(); ++grant)
        if (grant->has_value())
            m_grants.insert(grant.key(), **grant);
        else
            m_grants.remove(grant.key());
    if (change.integration)
        put(*change.integration);
}

QList<World::Entry> World::entriesOf(const Change& change) const
{
    QList<Entry> entries;
    if (change.isReset) {
        for (const ConnectedCompany& connected : m_integrations)
            entries.append(removed(kindIntegration, connected.id.text()));
        for (auto grant = m_grants.keyBegin(); grant != m_grants.keyEnd(); ++grant)
            entries.append(removed(kindGrant, grantKey(*grant)));
    }
    if (change.settings || change.companies)
        entries.append(entryNamed(kindAbout, {}, 0,
            aboutDocument(change.settings.value_or(m_settings),
                change.companies ? change.companies->generated : m_companies.generatedCount())));
    if (change.companies)
        for (const auto& [place, company] : change.companies->companies)
            entries.append(entryNamed(kindCompany, company.id, place, company.toJson()));
    if (change.app)
        entries.append(entryOf(*change.app));
    for (auto grant = change.grants.begin(); grant != change.grants.end(); ++grant)
        entries.append(grant->has_value() ? grantEntry(grant.key(), **grant)
                                          : removed(kindGrant, grantKey(grant.key())));
    if (change.integration)
        entries.append(entryOf(*change.integration));
    return entries;
}

QJsonObject World::aboutDocument(const Settings& settings, int generated) const
{
    return {{u"key"_s, QString::fromLatin1(m_seed.key().toHex())},
        {u"settings"_s, settings.toJson()}, {u"dataDate"_s, m_dataDate.toString(Qt::ISODate)},
        {u"generated"_s, generated}};
}

World::Entry World::entryOf(const RegisteredApp& app) const
{
    QJsonObject document{{u"appId"_s, app.id.text()}, {u"master"_s, toJson(app.master)},
        {u"application"_s, app.application.toJson()},
        {u"companies"_s, QJsonArray::fromStringList(app.onlyCompanies)},
        {u"reviewMessage"_s, app.reviewMessage}};
    if (app.earlierMaster)
        document.insert(u"earlierMaster"_s, toJson(*app.earlierMaster));
    return entryNamed(kindApp, app.id.text(), placeOf(app.id), std::move(document));
}

World::Entry World::entryOf(const ConnectedCompany& connected) const
{
    const QString id = connected.id.text();
    QJsonObject document{{u"integrationId"_s, id}, {u"appId"_s, connected.app.text()},
        {u"companyId"_s, connected.company.text()}, {u"scopes"_s, connected.scopes.text()},
        {u"own"_s, toJson(connected.own)}, {u"enabledAt"_s, momentText(connected.enabledAt)},
        {u"notification"_s, connected.notification}, {u"firstToken"_s, connected.firstToken}};
    if (connected.partner)
        document.insert(u"partner"_s, toJson(*connected.partner));
    if (!connected.isEnabled())
        document.insert(u"disabledAt"_s, momentText(connected.disabledAt));
    return entryNamed(
        kindIntegration, id, m_byId.value(id, int(m_integrations.size())), std::move(document));
}

World::Entry World::entry(const QString& kind, const QString& key) const
{
    if (kind == QLatin1String(kindAbout))
        return entryNamed(
            kindAbout, {}, 0, aboutDocument(m_settings, m_companies.generatedCount()));
    if (kind == QLatin1String(kindApp))
        if (const RegisteredApp* known = app(AppId(key)))
            return entryOf(*known);
    if (kind == QLatin1String(kindCompany))
        if (const auto place = m_companies.placeOf(key))
            return entryNamed(kindCompany, key, *place, m_companies.find(key)->toJson());
    if (kind == QLatin1String(kindGrant)) {
        const CompanyKey company{
            key.section(QLatin1Char('\n'), 0, 0), key.section(QLatin1Char('\n'), 1)};
        if (const auto grant = m_grants.constFind(company); grant != m_grants.constEnd())
            return grantEntry(company, *grant);
    }
    if (kind == QLatin1String(kindIntegration))
        if (const ConnectedCompany* connected = integration(IntegrationId(key)))
            return entryOf(*connected);
    return {kind, key, 0, {}};
}

QList<World::Entry> World::entries() const
{
    QList<Entry> all{entry(QString::fromLatin1(kindAbout), {})};
    for (const QString& company : m_companies.named())
        all.append(entry(QString::fromLatin1(kindCompany), company));
    for (const RegisteredApp& app : m_apps)
        all.append(entryOf(app));
    for (auto grant = m_grants.begin(); grant != m_grants.end(); ++grant)
        all.append(grantEntry(grant.key(), *grant));
    for (const ConnectedCompany& connected : m_integrations)
        all.append(entryOf(connected));
    return all;
}

QList<World::Entry> World::takeChanges()
{
    QList<Entry> changes;
    for (const auto& [kind, key] : std::exchange(m_unwritten, {}))
        changes.append(entry(kind, key));
    return changes;
}

Outcome<QList<World::Entry>> World::entriesOf(const QJsonObject& state)
{
    const auto refuse = [](const QString& why) {
        return failed(FailureKind::Invalid, why, 400, QString::fromLatin1(badState));
    };
    struct List {
        const char* name;
        const char* kind;
    };
    QJsonObject about = state;
    QList<Entry> entries;
    for (const auto& [name, kind] : {List{"companies", kindCompany}, {"apps", kindApp},
             {"grants", kindGrant}, {"integrations", kindIntegration}}) {
        const QJsonValue list = about.take(QLatin1String(name));
        if (!list.isArray() && !list.isUndefined())
            return refuse(u"%1 must be a list."_s.arg(QLatin1String(name)));
        for (const QJsonValue& value : list.toArray()) {
            const QString key =
                u"%1[%2]"_s.arg(QLatin1String(name))
                    .arg(entries.size()
                        - std::count_if(entries.begin(), entries.end(),
                            [&](const Entry& entry) { return entry.kind != QLatin1String(kind); }));
            const QJsonObject document = value.toObject();
            if (document.isEmpty())
                return refuse(key + u" must be an object."_s);
            if (document.contains("generate"_L1))
                about.insert(u"generated"_s, document.value("generate"_L1));
            else
                entries.append({QString::fromLatin1(kind), key, int(entries.size()), document});
        }
    }
    entries.prepend({QString::fromLatin1(kindAbout), {}, 0, about});
    return entries;
}

Outcome<Done> World::restore(const QList<Entry>& entries)
{
    const auto each = [&](const char* kind,
                          const std::function<Outcome<Done>(Fields&)>& restore) -> Outcome<Done> {
        for (const Entry& entry : entries) {
            if (entry.kind != QLatin1String(kind))
                continue;
            const bool namesItself = entry.key.isEmpty() || entry.key.startsWith(entry.kind);
            Fields fields(entry.document,
                namesItself ? entry.key : u"%1 \"%2\""_s.arg(entry.kind, entry.key).simplified(),
                QString::fromLatin1(badState));
            if (const auto restored = restore(fields); !restored)
                return restored;
        }
        return Done{};
    };
    static const QStringList kinds{QString::fromLatin1(kindAbout), QString::fromLatin1(kindApp),
        QString::fromLatin1(kindCompany), QString::fromLatin1(kindGrant),
        QString::fromLatin1(kindIntegration)};
    QJsonArray companies;
    int abouts = 0;
    for (const Entry& entry : entries) {
        if (!kinds.contains(entry.kind))
            return failed(FailureKind::Invalid, u"%1 is not a kind of entry."_s.arg(entry.kind),
                400, QString::fromLatin1(badState));
        abouts += entry.kind == QLatin1String(kindAbout) ? 1 : 0;
        if (entry.kind == QLatin1String(kindCompany))
            companies.append(entry.document);
        else if (entry.kind == QLatin1String(kindAbout)
            && entry.document.value("generated"_L1).toInt() > 0)
            companies.append(QJsonObject{{u"generate"_s, entry.document.value("generated"_L1)}});
    }
    if (abouts != 1)
        return failed(FailureKind::Invalid, u"its key and its settings are missing."_s, 400,
            QString::fromLatin1(badState));
    Outcome<Done> restored = each(kindAbout, [this](Fields& about) { return restoreAbout(about); });
    if (restored)
        restored = m_companies.load(companies);
    if (restored)
        restored = each(kindApp, [this](Fields& app) { return restoreApp(app); });
    if (restored)
        restored = each(kindGrant, [this](Fields& grant) { return restoreGrant(grant); });
    if (restored)
        restored = each(kindIntegration,
            [this](Fields& integration) { return restoreIntegration(integration); });
    return restored;
}

Outcome<Done> World::restoreAbout(Fields& fields)
{
    QString key;
    QString date;
    QJsonObject settings;
    int generated = 0;
    fields.text("key", key);
    fields.text("dataDate", date);
    fields.object("settings", settings);
    fields.number("generated", generated, 0, std::numeric_limits<int>::max());
    m_dataDate = QDate::fromString(date, Qt::ISODate);
    if (!m_dataDate.isValid())
        fields.refuse("dataDate", u"must be a day such as 2026-01-31"_s);
    if (!m_seed.setKey(QByteArray::fromHex(key.toLatin1())))
        fields.refuse("key", u"must be 64 hexadecimal digits"_s);
    if (const auto read = fields.result(Fields::Unknown::Ignored); !read)
        return read;
    if (const auto set = m_settings.change(settings); !set)
        return set;
    m_issuer.setLifetime(m_settings.tokenLifetimeSeconds);
    return Done{};
}

Outcome<Done> World::restoreApp(Fields& fields)
{
    RegisteredApp app;
    QJsonObject application;
    readId(fields, "appId", app.id);
    readClient(fields, "master", app.master);
    if (fields.has("earlierMaster")) {
        app.earlierMaster.emplace();
        readClient(fields, "earlierMaster", *app.earlierMaster);
    }
    fields.object("application", application);
    fields.names("companies", app.onlyCompanies);
    fields.text("reviewMessage", app.reviewMessage);
    const auto read = Application::fromJson(QJsonDocument(application).toJson());
    if (!read)
        fields.refuse("application", u"cannot be read: "_s + read.error().detail);
    else
        app.application = *read;
    if (app.onlyCompanies.isEmpty())
        app.application.visibility = Visibility::AllCustomers;
    if (this->app(app.id))
        fields.refuse("appId", u"is there twice"_s);
    if (const auto sound = fields.result(); !sound)
        return sound;
    admitMasters(app);
    m_apps.append(app);
    return Done{};
}

void World::refuseUnknownApp(Fields& fields, const AppId& id) const
{
    if (!id.isEmpty() && !app(id))
        fields.refuse("appId", u"must be that of an application in this state"_s);
}

Outcome<Done> World::restoreGrant(Fields& fields)
{
    AppId app;
    CompanyId company;
    CompanyGrant grant;
    readId(fields, "appId", app);
    readId(fields, "companyId", company);
    readScopes(fields, grant.scopes);
    readMoment(fields, "at", grant.at);
    refuseUnknownApp(fields, app);
    if (const auto sound = fields.result(); !sound)
        return sound;
    m_grants.insert({app.text(), company.text()}, grant);
    return Done{};
}

Outcome<Done> World::restoreIntegration(Fields& fields)
{
    ConnectedCompany connected;
    readId(fields, "integrationId", connected.id);
    readId(fields, "appId", connected.app);
    readId(fields, "companyId", connected.company);
    readScopes(fields, connected.scopes);
    readClient(fields, "own", connected.own);
    if (fields.has("partner")) {
        connected.partner.emplace();
        readClient(fields, "partner", *connected.partner);
    }
    readMoment(fields, "enabledAt", connected.enabledAt);
    if (fields.has("disabledAt"))
        readMoment(fields, "disabledAt", connected.disabledAt);
    fields.object("notification", connected.notification);
    fields.object("firstToken", connected.firstToken);
    refuseUnknownApp(fields, connected.app);
    if (integration(connected.id))
        fields.refuse("integrationId", u"is there twice"_s);
    if (!connected.isEnabled() && connected.notification.isEmpty())
        connected.notification = {{u"sent"_s, false},
            {u"reason"_s, u"The simulator was killed before the partner answered."_s}};
    if (const auto sound = fields.result(); !sound)
        return sound;
    admit(connected);
    return Done{};
}

} // namespace jetbridge::simulator
