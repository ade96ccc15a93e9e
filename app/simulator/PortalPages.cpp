// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/PortalPages.h"

#include "simulator/ScopeWords.h"

// The resources of a static library are linked only when something refers to them, and
// Q_INIT_RESOURCE does not work inside a namespace.
static void initPortalPages()
{
    Q_INIT_RESOURCE(simulator);
}

namespace jetbridge::simulator {

namespace {

// As many as there are built-in companies. The first page costs the same for 10 and for 10,000
// companies.
constexpr int companiesPerPage = 10;

// Relative links from each page to "/".
constexpr auto fromCompanies = "./";
constexpr auto fromApps = "../../";
constexpr auto fromIntegration = "../../../../";

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString folder()
{
    initPortalPages();
    return u(":/jetbridge/simulator/pages/");
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Makes a link from a page whose relative link to "/" is `toRoot`.
QString linkFrom(const char* toRoot, const QString& path)
{
    return u(toRoot) + path.mid(1);
}

QJsonObject pageValues(const QString& title, const QString& toRoot)
{
    return {{u("title"), title}, {u("root"), toRoot}};
}

void addApplication(QJsonObject& values, const Application& application)
{
    values.insert(u("name"), application.name);
    values.insert(u("description"), application.description);
    values.insert(u("logo"), application.logo.toString(QUrl::FullyEncoded));
    values.insert(u("initial"), application.name.left(1).toUpper());
}

QJsonObject scopeValues(const QString& name, const QString& reason)
{
    return {{u("scope"), name}, {u("words"), scopeInWords(name)}, {u("reason"), reason}};
}

QJsonArray requestedScopes(const Application& application)
{
    QJsonArray scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes.append(scopeValues(scope.name, scope.reason));
    return scopes;
}

QJsonArray grantedScopes(const ConnectedCompany& connected)
{
    QJsonArray scopes;
    for (const QString& scope : connected.scopes.names())
        scopes.append(scopeValues(scope, {}));
    return scopes;
}

QString moment(const QDateTime& at)
{
    return at.toString(u("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

/// Returns the values that all pages about one application at one company need.
QJsonObject integrationValues(
    const CompanyProfile& company, const RegisteredApp& app, const QString& title)
{
    QJsonObject values = pageValues(title, u(fromIntegration));
    values.insert(u("company"), company.name);
    values.insert(u("app"), true);
    values.insert(u("apps"), linkFrom(fromIntegration, PortalPages::appsPath(company.id)));
    addApplication(values, app.application);
    for (const char* action : {"setup", "grant", "cancel", "disable", "status"})
        values.insert(u(action),
            linkFrom(fromIntegration, PortalPages::integrationPath(company.id, app.id, u(action))));
    return values;
}

/// Adds the state of a setup that is not finished, or was disabled.
void addSetupState(QJsonObject& values, bool isPending, const ConnectedCompany* last)
{
    values.insert(u("pending"), isPending);
    values.insert(u("none"), !isPending && !last);
    if (isPending || !last)
        return;
    const QJsonObject& told = last->notification;
    const bool isTold = told.value(u("sent")).toBool();
    values.insert(u("disabled"), true);
    values.insert(u("looksAgain"), told.isEmpty());
    values.insert(u("told"), isTold);
    values.insert(u("isNotTold"), !told.isEmpty() && !isTold);
    values.insert(u("reason"), told.value(u("reason")));
}

/// What came of calling the partner's API with the first token; empty: it was not called.
QString apiSentence(const QJsonObject& api)
{
    if (api.isEmpty())
        return {};
    const int status = api.value(u("status")).toInt();
    if (status == 0)
        return u(" The application's API did not answer it: ") + api.value(u("error")).toString();
    const bool isAccepted = status >= 200 && status < 300;
    return (isAccepted ? u(" The application's API accepted it: %1.")
                       : u(" The application's API did not accept it: %1."))
        .arg(status);
}

/// What came of asking oauthTokenUrl after the integration was enabled.
QString firstTokenSentence(const QJsonObject& token)
{
    if (token.value(u("got")).toBool())
        return u("SmartRecruiters got a token from the application.")
            + apiSentence(token.value(u("api")).toObject());
    return u("SmartRecruiters got no token: ") + token.value(u("reason")).toString();
}

} // namespace

PortalPages::PortalPages(const World& world)
    : m_world(world)
    , m_templates(folder())
{
}

QString PortalPages::appsPath(const QString& companyId)
{
    return u("/companies/") + encoded(companyId) + u("/apps-and-integrations");
}

QString PortalPages::integrationPath(
    const QString& companyId, const AppId& app, const QString& action)
{
    return u("/companies/") + encoded(companyId) + u("/integrations/") + encoded(app.text())
        + QLatin1Char('/') + action;
}

QByteArray PortalPages::notFound(const QString& toRoot) const
{
    return m_templates.page(u("not-found"), pageValues(u("Not found"), toRoot));
}

QByteArray PortalPages::companies(const QString& search, int offset) const
{
    const auto list = m_world.companies().page(offset, companiesPerPage + 1, search);
    const auto pageLink = [&search](int start) {
        return u(fromCompanies) + u("?offset=") + QString::number(start)
            + (search.isEmpty() ? QString() : u("&search=") + encoded(search));
    };
    QJsonArray companies;
    for (const CompanyProfile& company : list.first(qMin<qsizetype>(list.size(), companiesPerPage)))
        companies.append(QJsonObject{{u("id"), company.id}, {u("name"), company.name},
            {u("initial"), company.name.left(1).toUpper()}, {u("industry"), company.industry},
            {u("city"), company.city}, {u("link"), linkFrom(fromCompanies, appsPath(company.id))}});
    QJsonObject values = pageValues(u("Companies"), u(fromCompanies));
    values.insert(u("search"), search);
    values.insert(u("companies"), companies);
    if (offset > 0)
        values.insert(u("previous"), pageLink(qMax(0, offset - companiesPerPage)));
    if (list.size() > companiesPerPage)
        values.insert(u("next"), pageLink(offset + companiesPerPage));
    return m_templates.page(u("companies"), values);
}

QByteArray PortalPages::apps(const CompanyProfile& company) const
{
    QJsonArray list;
    // The application that was registered last comes first, because somebody is working on it.
    for (auto app = m_world.apps().rbegin(); app != m_world.apps().rend(); ++app) {
        if (!app->isVisibleTo(company.id) || app->application.state != RegistrationState::Approved)
            continue;
        QJsonObject shown{{u("id"), app->id.text()},
            {u("forAll"), app->application.visibility == Visibility::AllCustomers},
            {u("enabled"), m_world.enabledIntegration(app->id, company.id) != nullptr},
            {u("setup"), linkFrom(fromApps, integrationPath(company.id, app->id, u("setup")))},
            {u("control"), list.isEmpty() ? u("setup") : u("setup-") + app->id.text()}};
        addApplication(shown, app->application);
        list.append(shown);
    }
    QJsonObject values = pageValues(company.name, u(fromApps));
    values.insert(u("company"), company.name);
    values.insert(u("list"), list);
    return m_templates.page(u("apps"), values);
}

QByteArray PortalPages::setup(const CompanyProfile& company, const RegisteredApp& app) const
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(app.id, company.id);
    QJsonObject values = integrationValues(company, app, app.application.name);
    values.insert(u("enabled"), enabled != nullptr);
    values.insert(
        u("redirect"), app.application.consentDisplayMode == ConsentDisplayMode::Redirect);
    values.insert(u("bidirectional"), app.application.isBidirectional());
    values.insert(
        u("scopes"), enabled ? grantedScopes(*enabled) : requestedScopes(app.application));
    if (enabled) {
        values.insert(u("integration"), enabled->id.text());
        values.insert(u("since"), moment(enabled->enabledAt));
        if (!enabled->firstToken.isEmpty())
            values.insert(u("firstToken"), firstTokenSentence(enabled->firstToken));
    } else {
        addSetupState(values, m_world.pendingGrant(app.id, company.id) != nullptr,
            m_world.lastIntegration(app.id, company.id));
    }
    return m_templates.page(u("setup"), values);
}

QByteArray PortalPages::popup(
    const CompanyProfile& company, const RegisteredApp& app, const QUrl& consentUrl) const
{
    QJsonObject values = integrationValues(company, app, app.application.name);
    values.insert(u("hasScript"), true);
    values.insert(u("consent"), consentUrl.toString(QUrl::FullyEncoded));
    return m_templates.page(u("popup"), values);
}

QByteArray PortalPages::complete(const CompanyProfile& company, const RegisteredApp& app) const
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(app.id, company.id);
    QJsonObject values = integrationValues(company, app, u("Setup of ") + app.application.name);
    values.insert(u("enabled"), enabled != nullptr);
    if (enabled)
        values.insert(u("integration"), enabled->id.text());
    else
        values.insert(
            u("state"), m_world.pendingGrant(app.id, company.id) ? u("pending") : u("none"));
    return m_templates.page(u("complete"), values);
}

} // namespace jetbridge::simulator
