// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Portal.h"

#include "simulator/Markup.h"

#include <QFile>

namespace jetbridge::simulator {

namespace {

constexpr int companiesPerPage = 25;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString appsPath(const QString& companyId)
{
    return u("/companies/") + encoded(companyId) + u("/apps-and-integrations");
}

QString setupPath(const QString& companyId, const AppId& app)
{
    return u("/companies/") + encoded(companyId) + u("/integrations/") + encoded(app.text())
        + u("/setup");
}

QString completePath(const QString& companyId, const AppId& app)
{
    return u("/companies/") + encoded(companyId) + u("/integrations/") + encoded(app.text())
        + u("/complete");
}

QString originOf(const QUrl& url)
{
    return url
        .adjusted(
            QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .toString();
}

// Our own policy, not the server's usual one: no form-action, which browsers apply to the redirect
// after a form too and which would keep the administrator from ever reaching consentUrl.
web::Reply page(const QByteArray& body, int status = 200, const QString& frameSource = {})
{
    QByteArray policy = "default-src 'none'; style-src 'self'; img-src 'self' https: http: data:; "
                        "base-uri 'none'; frame-ancestors 'none'";
    if (!frameSource.isEmpty())
        policy += "; script-src 'self'; connect-src 'self'; frame-src " + frameSource.toLatin1();
    web::Reply reply;
    reply.status = status;
    reply.with("Content-Type", "text/html; charset=utf-8")
        .with("Content-Security-Policy", policy)
        .with("Cache-Control", "no-store");
    reply.body = body;
    return reply;
}

web::Reply asset(const QString& name, const QByteArray& type)
{
    QFile file(u(":/jetbridge/simulator/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return web::Reply::empty(404);
    web::Reply reply;
    reply.with("Content-Type", type).with("Cache-Control", "max-age=3600");
    reply.body = file.readAll();
    return reply;
}

web::Reply notFound(const QString& what)
{
    return page(Markup::page(u("Not found"),
                    [&](Markup& html) {
                        html.text(u("h1"), u("Not found"));
                        html.text(u("p"), what);
                        html.text(u("a"), u("All companies"), {{u("href"), u("/")}});
                    }),
        404);
}

void breadcrumb(Markup& html, const CompanyProfile& company, const RegisteredApp* app = nullptr)
{
    html.element(u("nav"), {{u("aria-label"), u("You are here")}, {u("class"), u("crumbs")}}, [&] {
        html.text(u("a"), u("Companies"), {{u("href"), u("/")}});
        html.characters(u(" / "));
        html.text(u("a"), company.name + u(": Apps & Integrations"),
            {{u("href"), appsPath(company.id)}, {u("id"), u("back-to-apps")}});
        if (app)
            html.characters(u(" / ") + app->application.name);
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

void scopeList(Markup& html, const QList<ScopeRequest>& scopes)
{
    html.element(u("ul"), {{u("id"), u("scopes")}, {u("class"), u("scopes")}}, [&] {
        for (const ScopeRequest& scope : scopes)
            html.element(u("li"), {}, [&] {
                html.text(u("code"), scope.name);
                if (!scope.reason.isEmpty())
                    html.text(u("span"), scope.reason);
            });
    });
}

const ConnectedCompany* lastIntegration(
    const World& world, const AppId& app, const QString& companyId)
{
    const auto& all = world.integrations();
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        if (it->app == app && it->company.text() == companyId)
            return &*it;
    return nullptr;
}

QString notificationSentence(const QJsonObject& notification)
{
    if (notification.isEmpty())
        return u("The partner is being told.");
    if (notification.value(u("sent")).toBool())
        return u("The partner was told, and took the notification.");
    return u("The partner was not told: ") + notification.value(u("reason")).toString();
}

} // namespace

Portal::Portal(World& world, Gate& gate, std::function<Notifier&()> notifier)
    : m_world(world)
    , m_gate(gate)
    , m_notifier(std::move(notifier))
{
}

void Portal::mount(web::Router& router)
{
    const auto at = [this](auto member) {
        return [this, member](const web::Request& request) {
            return (this->*member)(request.parameters.value(0), AppId(request.parameters.value(1)));
        };
    };
    using web::Method;
    router.on(
        Method::Get, "/", m_gate.open([this](const web::Request& r) { return companies(r); }));
    router.on(Method::Get, "/companies/{companyId}/apps-and-integrations",
        m_gate.open([this](const web::Request& r) { return apps(r.parameters.value(0)); }));
    const QByteArray integration = "/companies/{companyId}/integrations/{appId}";
    router.on(Method::Get, integration + "/setup", m_gate.open(at(&Portal::setup)));
    router.on(Method::Get, integration + "/complete", m_gate.open(at(&Portal::complete)));
    router.on(Method::Get, integration + "/status", m_gate.open(at(&Portal::status)));
    router.on(Method::Post, integration + "/grant", m_gate.open(at(&Portal::grant)));
    router.on(Method::Post, integration + "/cancel", m_gate.open(at(&Portal::cancel)));
    router.on(Method::Post, integration + "/disable", m_gate.open(at(&Portal::disable)));
    for (const auto& [name, type] : {std::pair{"portal.css", "text/css; charset=utf-8"},
             {"portal.js", "text/javascript; charset=utf-8"}, {"icon.svg", "image/svg+xml"}})
        router.on(Method::Get, QByteArray("/portal/") + name,
            m_gate.open([name = u(name), type = QByteArray(type)](
                            const web::Request&) { return asset(name, type); }));
}

const RegisteredApp* Portal::visibleApp(const QString& companyId, const AppId& id) const
{
    const RegisteredApp* app = m_world.app(id);
    return app && app->isVisibleTo(companyId) ? app : nullptr;
}

QUrl Portal::at(const QString& path) const
{
    QUrl url = m_base;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QUrl Portal::consentUrl(const CompanyProfile& company, const RegisteredApp& app) const
{
    QUrl url = app.application.consentUrl;
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += u("&");
    query += u("companyId=") + encoded(company.id);
    if (app.application.consentDisplayMode == ConsentDisplayMode::Redirect)
        query += u("&redirect=")
            + encoded(at(completePath(company.id, app.id)).toString(QUrl::FullyEncoded));
    url.setQuery(query, QUrl::StrictMode);
    return url;
}

web::Reply Portal::companies(const web::Request& request) const
{
    const auto form = request.queryForm();
    const QString search = form ? QString::fromUtf8(form->value("search")) : QString();
    const int offset = form ? qMax(0, form->value("offset").toInt()) : 0;
    const auto list = m_world.companies().page(offset, companiesPerPage + 1, search);
    const bool more = list.size() > companiesPerPage;
    const auto pageLink = [&](int start) {
        return u("/?offset=") + QString::number(start)
            + (search.isEmpty() ? QString() : u("&search=") + encoded(search));
    };

    return page(Markup::page(u("Companies"), [&](Markup& html) {
        html.text(u("h1"), u("Companies"));
        html.text(u("p"), u("Choose the customer whose administrator you want to be."));
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
                html.element(u("li"), {{u("class"), u("card")}}, [&] {
                    html.text(u("span"), company.name.left(1).toUpper(),
                        {{u("class"), u("logo")}, {u("aria-hidden"), u("true")}});
                    html.element(u("div"), {{u("class"), u("grow")}}, [&] {
                        html.element(u("h2"), {}, [&] {
                            html.text(u("a"), company.name,
                                {{u("href"), appsPath(company.id)},
                                    {u("data-company-id"), company.id}});
                        });
                        html.text(u("p"), company.industry + u(" · ") + company.city);
                        html.text(u("code"), company.id);
                    });
                });
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
    }));
}

web::Reply Portal::apps(const QString& companyId) const
{
    const auto company = m_world.companies().find(companyId);
    if (!company)
        return notFound(u("There is no such company."));
    return page(Markup::page(company->name, [&](Markup& html) {
        breadcrumb(html, *company);
        html.text(u("h1"), u("Apps & Integrations"));
        html.text(u("p"),
            u("Connect ") + company->name
                + u(" with the applications of SmartRecruiters' partners."));
        bool first = true;
        html.element(u("ul"), {{u("id"), u("apps")}, {u("class"), u("cards")}}, [&] {
            // The application registered last comes first: it is the one somebody works on.
            for (auto app = m_world.apps().rbegin(); app != m_world.apps().rend(); ++app) {
                if (!app->isVisibleTo(companyId)
                    || app->application.state != RegistrationState::Approved)
                    continue;
                const bool enabled = m_world.enabledIntegration(app->id, companyId) != nullptr;
                html.element(
                    u("li"), {{u("class"), u("card")}, {u("data-app-id"), app->id.text()}}, [&] {
                        logo(html, app->application);
                        html.element(u("div"), {{u("class"), u("grow")}}, [&] {
                            html.text(u("h2"), app->application.name);
                            html.text(u("p"), app->application.description);
                            html.text(u("p"), enabled ? u("Enabled") : u("Not enabled"),
                                {{u("class"), enabled ? u("status enabled") : u("status none")}});
                        });
                        html.text(u("a"), enabled ? u("Manage") : u("Set up"),
                            {{u("class"), u("button")}, {u("href"), setupPath(companyId, app->id)},
                                {u("id"), first ? u("setup") : u("setup-") + app->id.text()},
                                {u("aria-label"),
                                    (enabled ? u("Manage ") : u("Set up "))
                                        + app->application.name}});
                    });
                first = false;
            }
        });
        if (first)
            html.text(u("p"),
                u("No application is available to this company yet. Register one at POST "
                  "/_simulator/apps."),
                {{u("id"), u("no-apps")}});
    }));
}

web::Reply Portal::setup(const QString& companyId, const AppId& id) const
{
    const auto company = m_world.companies().find(companyId);
    const RegisteredApp* app = visibleApp(companyId, id);
    if (!company || !app)
        return notFound(u("This company knows no such application."));
    const ConnectedCompany* enabled = m_world.enabledIntegration(id, companyId);
    const bool pending = m_world.pendingGrant(id, companyId) != nullptr;
    const QString path = setupPath(companyId, id).chopped(qstrlen("/setup"));

    return page(Markup::page(app->application.name, [&](Markup& html) {
        breadcrumb(html, *company, app);
        html.element(u("div"), {{u("class"), u("title")}}, [&] {
            logo(html, app->application);
            html.text(u("h1"), app->application.name);
        });
        html.text(u("p"), app->application.description);

        if (enabled) {
            integrationStatus(html, u("enabled"), u("Enabled"));
            html.element(u("dl"), {}, [&] {
                html.text(u("dt"), u("Integration"));
                html.text(u("dd"), enabled->id.text(), {{u("id"), u("integration-id")}});
                html.text(u("dt"), u("Enabled at"));
                html.text(u("dd"), enabled->enabledAt.toString(u("yyyy-MM-dd HH:mm:ss 'UTC'")));
                html.text(u("dt"), u("Allowed"));
                html.text(u("dd"), enabled->scopes.names().join(u(", ")),
                    {{u("id"), u("granted-scopes")}});
            });
            html.text(u("p"),
                u("When you disable the integration, the application loses its access at once."));
            button(html, path + u("/disable"), u("disable"), u("Disable"), false);
            return;
        }

        const ConnectedCompany* last = lastIntegration(m_world, id, companyId);
        if (pending)
            integrationStatus(html, u("pending"),
                u("Permission granted. Waiting for the application to finish the setup."));
        else if (last)
            integrationStatus(
                html, u("disabled"), u("Disabled. ") + notificationSentence(last->notification));
        else
            integrationStatus(html, u("none"), u("Not enabled"));
        html.text(u("h2"), company->name + u(" allows this application to:"));
        scopeList(html, app->application.scopes);
        html.text(u("p"),
            app->application.consentDisplayMode == ConsentDisplayMode::Redirect
                ? u("You will go to the application to sign in, and come back here afterwards.")
                : u("You will sign in to the application in a window on this page."));
        html.element(u("div"), {{u("class"), u("actions")}}, [&] {
            button(html, path + u("/grant"), u("grant"),
                pending ? u("Continue to the application") : u("Grant access"), true);
            button(html, path + u("/cancel"), u("cancel"), u("Cancel"), false);
        });
    }));
}

web::Reply Portal::grant(const QString& companyId, const AppId& id)
{
    const auto company = m_world.companies().find(companyId);
    const RegisteredApp* app = visibleApp(companyId, id);
    if (!company || !app)
        return notFound(u("This company knows no such application."));
    // The button of a page that was open since before: show how things stand now.
    if (!m_world.grant(id, companyId))
        return web::Reply::seeOther(at(setupPath(companyId, id)));
    if (app->application.consentDisplayMode == ConsentDisplayMode::Popup)
        return consentFrame(*company, *app);
    return web::Reply::seeOther(consentUrl(*company, *app));
}

web::Reply Portal::consentFrame(const CompanyProfile& company, const RegisteredApp& app) const
{
    const QString setupPage = setupPath(company.id, app.id);
    const QString integration = setupPage.chopped(qstrlen("/setup"));
    return page(
        Markup::page(
            app.application.name,
            [&](Markup& html) {
                breadcrumb(html, company, &app);
                html.text(u("h1"), u("Sign in to ") + app.application.name);
                integrationStatus(html, u("pending"),
                    u("Permission granted. This window closes by itself when the setup is "
                      "finished."));
                html.element(u("div"),
                    {{u("class"), u("popup")}, {u("id"), u("consent-popup")},
                        {u("data-status-url"), integration + u("/status")},
                        {u("data-setup-url"), setupPage}},
                    [&] {
                        html.text(u("iframe"), {},
                            {{u("id"), u("consent-frame")},
                                {u("title"), u("Sign-in page of ") + app.application.name},
                                {u("src"), consentUrl(company, app).toString(QUrl::FullyEncoded)}});
                    });
                html.element(u("div"), {{u("class"), u("actions")}}, [&] {
                    html.text(u("a"), u("I have finished"),
                        {{u("class"), u("button")}, {u("id"), u("refresh")},
                            {u("href"), setupPage}});
                    button(html, integration + u("/cancel"), u("cancel"), u("Cancel"), false);
                });
            },
            u("/portal/portal.js")),
        200, originOf(app.application.consentUrl));
}

web::Reply Portal::cancel(const QString& companyId, const AppId& id)
{
    if (!m_world.companies().find(companyId) || !visibleApp(companyId, id))
        return notFound(u("This company knows no such application."));
    m_world.cancelGrant(id, companyId);
    return web::Reply::seeOther(at(appsPath(companyId)));
}

web::Reply Portal::disable(const QString& companyId, const AppId& id)
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(id, companyId);
    // The page comes at once; what came of the notification is shown there when it is known.
    if (enabled)
        (void)m_notifier().disable(IntegrationId(enabled->id));
    return web::Reply::seeOther(at(setupPath(companyId, id)));
}

web::Reply Portal::complete(const QString& companyId, const AppId& id) const
{
    const auto company = m_world.companies().find(companyId);
    const RegisteredApp* app = visibleApp(companyId, id);
    if (!company || !app)
        return notFound(u("This company knows no such application."));
    const ConnectedCompany* enabled = m_world.enabledIntegration(id, companyId);
    return page(Markup::page(u("Setup of ") + app->application.name, [&](Markup& html) {
        breadcrumb(html, *company, app);
        html.text(u("h1"),
            enabled ? u("The integration is enabled") : u("The integration is not enabled"));
        if (enabled) {
            integrationStatus(html, u("enabled"), u("Enabled"));
            html.text(
                u("p"), app->application.name + u(" and ") + company->name + u(" are connected."));
            html.text(u("p"), enabled->id.text(),
                {{u("id"), u("integration-id")}, {u("class"), u("mono")}});
        } else {
            integrationStatus(html, m_world.pendingGrant(id, companyId) ? u("pending") : u("none"),
                u("Not enabled"));
            html.text(u("p"),
                app->application.name
                    + u(" sent you back without confirming the integration. You can start again."));
        }
        html.text(u("a"), enabled ? u("Manage the integration") : u("Back to the setup page"),
            {{u("class"), u("button")}, {u("id"), u("manage")},
                {u("href"), setupPath(companyId, id)}});
    }));
}

web::Reply Portal::status(const QString& companyId, const AppId& id) const
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(id, companyId);
    QJsonObject answer{{u("enabled"), enabled != nullptr}};
    if (enabled)
        answer.insert(u("integrationId"), enabled->id.text());
    return web::Reply::json(answer);
}

} // namespace jetbridge::simulator
