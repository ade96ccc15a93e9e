// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/PortalPages.h"

#include "simulator/Markup.h"
#include "simulator/ScopeWords.h"

namespace jetbridge::simulator {

namespace {

// As many as the usual companies are: the first page costs the same whether 10 or 10,000 are there.
constexpr int companiesPerPage = 10;

// From each page to "/".
constexpr auto fromCompanies = "./";
constexpr auto fromApps = "../../";
constexpr auto fromIntegration = "../../../../";

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

void breadcrumb(Markup& html, const CompanyProfile& company, const RegisteredApp* app = nullptr)
{
    html.element(u("nav"), {{u("aria-label"), u("You are here")}, {u("class"), u("crumbs")}}, [&] {
        html.text(u("a"), u("Companies"), {{u("href"), u("/")}});
        html.characters(u(" / ") + company.name + u(" / Settings / Admin / "));
        if (!app) {
            html.text(u("span"), u("Apps & Integrations"), {{u("aria-current"), u("page")}});
            return;
        }
        html.text(u("a"), u("Apps & Integrations"),
            {{u("href"), PortalPages::appsPath(company.id)}, {u("id"), u("back-to-apps")}});
        html.characters(u(" / "));
        html.text(u("span"), app->application.name, {{u("aria-current"), u("page")}});
    });
}

void logo(Markup& html, const Application& application)
{
    if (application.logo.isEmpty())
        html.text(u("span"), application.name.left(1).toUpper(),
            {{u("class"), u("logo")}, {u("aria-hidden"), u("true")}});
    else
        html.empty(u("img"),
            {{u("class"), u("logo")}, {u("src"), application.logo.toString(QUrl::FullyEncoded)},
                {u("alt"), u("Logo of ") + application.name}});
}

void appHeader(Markup& html, const Application& application)
{
    html.element(u("div"), {{u("class"), u("title")}}, [&] {
        logo(html, application);
        html.element(u("div"), {{u("class"), u("grow")}}, [&] {
            html.text(u("h1"), application.name);
            html.text(u("p"), application.description, {{u("class"), u("muted")}});
        });
    });
}

// A form with one button: what the page does, it does without JavaScript.
void button(
    Markup& html, const QString& action, const QString& id, const QString& label, bool primary)
{
    html.element(u("form"), {{u("method"), u("post")}, {u("action"), action}}, [&] {
        html.empty(
            u("input"), {{u("type"), u("hidden")}, {u("name"), u("action")}, {u("value"), id}});
        html.text(u("button"), label,
            {{u("type"), u("submit")}, {u("id"), id},
                {u("class"), primary ? u("primary") : u("plain")}});
    });
}

void integrationStatus(Markup& html, const QString& status, const QString& sentence)
{
    html.text(u("p"), sentence,
        {{u("id"), u("integration-status")}, {u("class"), u("status ") + status},
            {u("role"), u("status")}, {u("data-status"), status}});
}

// In words first; the name is for those who know it.
void scopeLine(Markup& html, const QString& name, const QString& reason)
{
    const QString words = scopeInWords(name);
    html.element(u("li"), {}, [&] {
        html.text(u("strong"), words.isEmpty() ? name : words);
        if (!words.isEmpty())
            html.text(u("code"), name);
        if (!reason.isEmpty())
            html.text(u("span"), u("Why: ") + reason);
    });
}

void requestedScopes(Markup& html, const QList<ScopeRequest>& scopes)
{
    html.element(u("ul"), {{u("id"), u("scopes")}, {u("class"), u("scopes")}}, [&] {
        for (const ScopeRequest& scope : scopes)
            scopeLine(html, scope.name, scope.reason);
    });
}

void fact(Markup& html, const char* name, const QString& value, Markup::Attributes attributes = {})
{
    html.text(u("dt"), u(name));
    html.text(u("dd"), value, attributes);
}

QString moment(const QDateTime& at)
{
    return at.toString(u("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

void enabledIntegration(Markup& html, const ConnectedCompany& connected, const RegisteredApp& app,
    const QString& company)
{
    integrationStatus(html, u("enabled"), u("Enabled"));
    html.text(u("h2"), company + u(" allows this application to:"));
    html.element(u("ul"), {{u("id"), u("granted-scopes")}, {u("class"), u("scopes")}}, [&] {
        for (const QString& scope : connected.scopes.names())
            scopeLine(html, scope, {});
    });
    html.element(u("dl"), {}, [&] {
        fact(html, "Integration", connected.id.text(),
            {{u("id"), u("integration-id")}, {u("class"), u("mono")}});
        fact(html, "Enabled", moment(connected.enabledAt));
        fact(html, "Direction",
            app.application.isBidirectional()
                ? u("Both ways: SmartRecruiters calls the application, too.")
                : u("One way: the application calls SmartRecruiters."));
    });
}

QString notificationSentence(const QJsonObject& notification)
{
    if (notification.isEmpty())
        return u("The partner is being told.");
    if (notification.value(u("sent")).toBool())
        return u("The partner was told, and took the notification.");
    return u("The partner was not told: ") + notification.value(u("reason")).toString();
}

void steps(Markup& html, const RegisteredApp& app)
{
    const bool redirect = app.application.consentDisplayMode == ConsentDisplayMode::Redirect;
    html.element(
        u("aside"), {{u("aria-labelledby"), u("steps-title")}, {u("class"), u("panel")}}, [&] {
            html.text(u("h2"), u("What happens next"), {{u("id"), u("steps-title")}});
            html.element(u("ol"), {}, [&] {
                html.text(u("li"), u("You grant access. Nothing is shared before."));
                html.text(u("li"),
                    redirect ? u("You go to the application and sign in there.")
                             : u("You sign in to the application in a window on this page."));
                html.text(u("li"),
                    redirect ? u("The application confirms and sends you back here.")
                             : u("The application confirms, and the window closes by itself."));
            });
            html.text(u("p"), u("You can disable the integration here at any time."),
                {{u("class"), u("muted")}});
        });
}

void companyCard(Markup& html, const CompanyProfile& company)
{
    html.element(u("li"), {{u("class"), u("card")}}, [&] {
        html.text(u("span"), company.name.left(1).toUpper(),
            {{u("class"), u("logo")}, {u("aria-hidden"), u("true")}});
        html.element(u("div"), {{u("class"), u("grow")}}, [&] {
            html.element(u("h2"), {}, [&] {
                html.text(u("a"), company.name,
                    {{u("href"), PortalPages::appsPath(company.id)},
                        {u("data-company-id"), company.id}});
            });
            html.text(
                u("p"), company.industry + u(" · ") + company.city, {{u("class"), u("muted")}});
            html.text(u("code"), company.id);
        });
    });
}

void appCard(
    Markup& html, const RegisteredApp& app, const QString& companyId, bool enabled, bool isFirst)
{
    html.element(u("li"), {{u("class"), u("card app")}, {u("data-app-id"), app.id.text()}}, [&] {
        html.element(u("div"), {{u("class"), u("title")}}, [&] {
            logo(html, app.application);
            html.text(u("h2"), app.application.name);
        });
        html.text(u("p"), app.application.description, {{u("class"), u("grow")}});
        html.text(u("p"),
            app.application.visibility == Visibility::AllCustomers
                ? u("Available to all customers")
                : u("Available to selected customers"),
            {{u("class"), u("muted small")}});
        html.element(u("div"), {{u("class"), u("foot")}}, [&] {
            html.text(u("span"), enabled ? u("Enabled") : u("Not enabled"),
                {{u("class"), enabled ? u("status enabled") : u("status none")}});
            html.text(u("a"), enabled ? u("Manage") : u("Set up"),
                {{u("class"), enabled ? u("button") : u("button primary")},
                    {u("href"), PortalPages::integrationPath(companyId, app.id, u("setup"))},
                    {u("id"), isFirst ? u("setup") : u("setup-") + app.id.text()},
                    {u("aria-label"),
                        (enabled ? u("Manage ") : u("Set up ")) + app.application.name}});
        });
    });
}

} // namespace

PortalPages::PortalPages(const World& world)
    : m_world(world)
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

QByteArray PortalPages::notFound(const QString& what, const QString& toRoot)
{
    return Markup::page({u("Not found"), toRoot, {}, {}}, [&](Markup& html) {
        html.text(u("h1"), u("Not found"));
        html.text(u("p"), what);
        html.text(u("a"), u("All companies"), {{u("href"), u("/")}, {u("class"), u("button")}});
    });
}

QByteArray PortalPages::companies(const QString& search, int offset) const
{
    const auto list = m_world.companies().page(offset, companiesPerPage + 1, search);
    const bool more = list.size() > companiesPerPage;
    const auto pageLink = [&](int start) {
        return u("/?offset=") + QString::number(start)
            + (search.isEmpty() ? QString() : u("&search=") + encoded(search));
    };
    return Markup::page({u("Companies"), u(fromCompanies), {}, {}}, [&](Markup& html) {
        html.text(u("h1"), u("Companies"));
        html.text(u("p"), u("Choose the customer whose administrator you want to be."),
            {{u("class"), u("muted")}});
        html.element(u("form"),
            {{u("method"), u("get")}, {u("action"), u("/")}, {u("class"), u("search")}}, [&] {
                html.text(u("label"), u("Find a company"), {{u("for"), u("search")}});
                html.empty(u("input"),
                    {{u("type"), u("search")}, {u("id"), u("search")}, {u("name"), u("search")},
                        {u("value"), search}});
                html.text(
                    u("button"), u("Find"), {{u("type"), u("submit")}, {u("class"), u("plain")}});
            });
        html.element(u("ul"), {{u("id"), u("companies")}, {u("class"), u("cards")}}, [&] {
            for (const CompanyProfile& company :
                list.first(qMin<qsizetype>(list.size(), companiesPerPage)))
                companyCard(html, company);
        });
        if (list.isEmpty())
            html.text(u("p"), u("No company has this name."));
        html.element(u("nav"), {{u("aria-label"), u("Pages")}, {u("class"), u("pages")}}, [&] {
            if (offset > 0)
                html.text(u("a"), u("Previous"),
                    {{u("href"), pageLink(qMax(0, offset - companiesPerPage))},
                        {u("rel"), u("prev")}});
            if (more)
                html.text(u("a"), u("Next"),
                    {{u("href"), pageLink(offset + companiesPerPage)}, {u("rel"), u("next")}});
        });
    });
}

QByteArray PortalPages::apps(const CompanyProfile& company) const
{
    return Markup::page({company.name, u(fromApps), company.name, {}}, [&](Markup& html) {
        breadcrumb(html, company);
        html.text(u("h1"), u("Apps & Integrations"));
        html.text(u("p"),
            u("Connect ") + company.name
                + u(" with the applications of SmartRecruiters' partners."),
            {{u("class"), u("muted")}});
        bool first = true;
        html.element(u("ul"), {{u("id"), u("apps")}, {u("class"), u("cards tiles")}}, [&] {
            // The application registered last comes first: it is the one somebody works on.
            for (auto app = m_world.apps().rbegin(); app != m_world.apps().rend(); ++app) {
                if (!app->isVisibleTo(company.id)
                    || app->application.state != RegistrationState::Approved)
                    continue;
                appCard(html, *app, company.id,
                    m_world.enabledIntegration(app->id, company.id) != nullptr, first);
                first = false;
            }
        });
        if (first)
            html.text(u("p"),
                u("No application is available to this company yet. Register one at POST "
                  "/_simulator/apps."),
                {{u("id"), u("no-apps")}});
    });
}

QByteArray PortalPages::setup(const CompanyProfile& company, const RegisteredApp& app) const
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(app.id, company.id);
    const bool pending = m_world.pendingGrant(app.id, company.id) != nullptr;
    const ConnectedCompany* last = m_world.lastIntegration(app.id, company.id);
    const bool isTelling = !pending && !enabled && last && last->notification.isEmpty();
    const auto path = [&](const char* action) {
        return integrationPath(company.id, app.id, u(action));
    };
    const auto stateOfSetup = [&](Markup& html) {
        if (pending)
            integrationStatus(html, u("pending"),
                u("Permission granted. Waiting for the application to finish the setup."));
        else if (last)
            integrationStatus(
                html, u("disabled"), u("Disabled. ") + notificationSentence(last->notification));
        else
            integrationStatus(html, u("none"), u("Not enabled"));
    };
    const auto toGrant = [&](Markup& html) {
        stateOfSetup(html);
        html.text(u("h2"), company.name + u(" allows this application to:"));
        requestedScopes(html, app.application.scopes);
        html.element(u("div"), {{u("class"), u("actions")}}, [&] {
            button(html, path("grant"), u("grant"),
                pending ? u("Continue to the application") : u("Grant access"), true);
            button(html, path("cancel"), u("cancel"), u("Cancel"), false);
        });
    };
    const auto toManage = [&](Markup& html) {
        enabledIntegration(html, *enabled, app, company.name);
        html.text(u("p"),
            u("When you disable the integration, the application loses its access at once."),
            {{u("class"), u("muted")}});
        html.element(u("div"), {{u("class"), u("actions")}},
            [&] { button(html, path("disable"), u("disable"), u("Disable"), false); });
    };
    return Markup::page(
        {app.application.name, u(fromIntegration), company.name, {}, isTelling}, [&](Markup& html) {
            breadcrumb(html, company, &app);
            html.element(u("div"), {{u("class"), u("columns")}}, [&] {
                html.element(u("div"), {{u("class"), u("panel grow")}}, [&] {
                    appHeader(html, app.application);
                    enabled ? toManage(html) : toGrant(html);
                });
                if (!enabled)
                    steps(html, app);
            });
        });
}

QByteArray PortalPages::popup(
    const CompanyProfile& company, const RegisteredApp& app, const QUrl& consentUrl) const
{
    const QString setupPage = integrationPath(company.id, app.id, u("setup"));
    const auto dialog = [&](Markup& html) {
        html.element(u("div"), {{u("class"), u("popup-head")}}, [&] {
            logo(html, app.application);
            html.text(
                u("h1"), u("Sign in to ") + app.application.name, {{u("id"), u("popup-title")}});
        });
        html.text(u("iframe"), {},
            {{u("id"), u("consent-frame")},
                {u("title"), u("Sign-in page of ") + app.application.name},
                {u("src"), consentUrl.toString(QUrl::FullyEncoded)}});
        html.element(u("div"), {{u("class"), u("popup-foot")}}, [&] {
            integrationStatus(html, u("pending"),
                u("Permission granted. This window closes by itself when the setup is finished."));
            html.element(u("div"), {{u("class"), u("actions")}}, [&] {
                html.text(u("a"), u("I have finished"),
                    {{u("class"), u("button")}, {u("id"), u("refresh")}, {u("href"), setupPage}});
                button(html, integrationPath(company.id, app.id, u("cancel")), u("cancel"),
                    u("Cancel"), false);
            });
        });
    };
    return Markup::page(
        {app.application.name, u(fromIntegration), company.name, u("/portal/portal.js")},
        [&](Markup& html) {
            // What the window stands in front of; nobody can reach it.
            html.element(u("div"), {{u("class"), u("behind")}, {u("inert"), u("inert")}}, [&] {
                breadcrumb(html, company, &app);
                html.text(u("p"), app.application.description);
            });
            html.element(u("div"),
                {{u("class"), u("popup")}, {u("id"), u("consent-popup")}, {u("role"), u("dialog")},
                    {u("aria-modal"), u("true")}, {u("aria-labelledby"), u("popup-title")},
                    {u("data-status-url"), integrationPath(company.id, app.id, u("status"))},
                    {u("data-setup-url"), setupPage}},
                [&] { dialog(html); });
        });
}

QByteArray PortalPages::complete(const CompanyProfile& company, const RegisteredApp& app) const
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(app.id, company.id);
    const auto connected = [&](Markup& html) {
        html.text(u("h1"), u("The integration is enabled"));
        integrationStatus(html, u("enabled"), u("Enabled"));
        html.text(u("p"), app.application.name + u(" and ") + company.name + u(" are connected."));
        html.element(u("dl"), {}, [&] {
            fact(html, "Integration", enabled->id.text(),
                {{u("id"), u("integration-id")}, {u("class"), u("mono")}});
        });
    };
    const auto notConnected = [&](Markup& html) {
        html.text(u("h1"), u("The integration is not enabled"));
        integrationStatus(html, m_world.pendingGrant(app.id, company.id) ? u("pending") : u("none"),
            u("Not enabled"));
        html.text(u("p"),
            app.application.name
                + u(" sent you back without confirming the integration. You can start again."));
    };
    return Markup::page(
        {u("Setup of ") + app.application.name, u(fromIntegration), company.name, {}},
        [&](Markup& html) {
            breadcrumb(html, company, &app);
            html.element(u("div"), {{u("class"), u("panel")}}, [&] {
                enabled ? connected(html) : notConnected(html);
                html.text(u("a"),
                    enabled ? u("Manage the integration") : u("Back to the setup page"),
                    {{u("class"), u("button")}, {u("id"), u("manage")},
                        {u("href"), integrationPath(company.id, app.id, u("setup"))}});
            });
        });
}

} // namespace jetbridge::simulator
