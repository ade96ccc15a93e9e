// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Portal.h"

#include "simulator/ApiError.h"

#include <QFile>

namespace jetbridge::simulator {

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString originOf(const QUrl& url)
{
    return url
        .adjusted(
            QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .toString();
}

// The page has a policy of its own instead of the server's default. It has no form-action: browsers
// also apply that to the redirect after a form, and the administrator would never reach consentUrl.
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

/// Redirects from a form of the setup page to another page. The link is relative, so it works
/// behind any proxy.
web::Reply leadTo(const char* page)
{
    return web::Reply::seeOther(QUrl(u(page)));
}

/// Answers a form whose change was refused. Its button belongs to a page that was opened earlier,
/// so the current state is shown. Only a change that cannot be written is an error.
web::Reply afterRefusal(const Failure& failure)
{
    return failure.kind == FailureKind::StorageUnavailable ? apiError(failure) : leadTo("setup");
}

} // namespace

Portal::Portal(World& world, Gate& gate, std::function<Notifier&()> notifier)
    : m_world(world)
    , m_pages(world)
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
    for (const auto& file : {std::pair{"portal.css", "text/css; charset=utf-8"},
             {"portal.js", "text/javascript; charset=utf-8"}, {"icon.svg", "image/svg+xml"}})
        router.on(Method::Get, QByteArray("/portal/") + file.first,
            m_gate.open([name = u(file.first), type = QByteArray(file.second)](
                            const web::Request&) { return asset(name, type); }));
}

web::Reply Portal::notFound(const QString& toRoot) const
{
    return page(m_pages.notFound(toRoot), 404);
}

std::optional<Portal::Place> Portal::placeOf(const QString& companyId, const AppId& id) const
{
    const RegisteredApp* app = m_world.app(id);
    auto company = m_world.companies().find(companyId);
    if (!company || !app || !app->isVisibleTo(companyId))
        return std::nullopt;
    return Place{*std::move(company), app};
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
            + encoded(at(PortalPages::integrationPath(company.id, app.id, u("complete")))
                          .toString(QUrl::FullyEncoded));
    url.setQuery(query, QUrl::StrictMode);
    return url;
}

web::Reply Portal::companies(const web::Request& request) const
{
    const auto form = request.queryForm();
    return page(m_pages.companies(form ? QString::fromUtf8(form->value("search")) : QString(),
        form ? qMax(0, form->value("offset").toInt()) : 0));
}

web::Reply Portal::apps(const QString& companyId) const
{
    const auto company = m_world.companies().find(companyId);
    return company ? page(m_pages.apps(*company)) : notFound(u("../../"));
}

web::Reply Portal::setup(const QString& companyId, const AppId& id) const
{
    const auto place = placeOf(companyId, id);
    return place ? page(m_pages.setup(place->company, *place->app)) : notFound();
}

web::Reply Portal::grant(const QString& companyId, const AppId& id)
{
    const auto place = placeOf(companyId, id);
    if (!place)
        return notFound();
    if (const auto granted = m_world.grant(id, companyId); !granted)
        return afterRefusal(granted.error());
    const QUrl consent = consentUrl(place->company, *place->app);
    if (place->app->application.consentDisplayMode == ConsentDisplayMode::Redirect)
        return web::Reply::seeOther(consent);
    return page(m_pages.popup(place->company, *place->app, consent), 200, originOf(consent));
}

web::Reply Portal::cancel(const QString& companyId, const AppId& id)
{
    if (!placeOf(companyId, id))
        return notFound();
    if (const auto cancelled = m_world.cancelGrant(id, companyId); !cancelled)
        return apiError(cancelled.error());
    return leadTo("../../apps-and-integrations");
}

web::Reply Portal::disable(const QString& companyId, const AppId& id)
{
    const ConnectedCompany* enabled = m_world.enabledIntegration(id, companyId);
    // The page is shown at once; it shows the result of the notification when that is known.
    if (enabled)
        if (const auto told = m_notifier().disable(IntegrationId(enabled->id)); !told)
            return afterRefusal(told.error());
    return leadTo("setup");
}

web::Reply Portal::complete(const QString& companyId, const AppId& id) const
{
    const auto place = placeOf(companyId, id);
    return place ? page(m_pages.complete(place->company, *place->app)) : notFound();
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
