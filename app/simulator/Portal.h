// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Gate.h"
#include "simulator/Notifier.h"
#include "simulator/PortalPages.h"

namespace jetbridge::simulator {

/// The web portal for the customer's administrator: companies, Apps & Integrations, the integration
/// setup page. Whoever opens it acts as the company's administrator.
///
/// Element ids that scripts rely on: `setup`, `grant`, `cancel`, `disable` (controls),
/// `consent-frame`, `integration-status` (with `data-status`: none, pending, enabled, disabled).
class Portal {
public:
    /// Makes the portal; `notifier` is called when a request first needs it.
    Portal(World& world, Gate& gate, std::function<Notifier&()> notifier);

    void mount(web::Router& router);
    /// Sets the portal's own URL: http://localhost:PORT.
    void setBase(QUrl base) { m_base = std::move(base); }

private:
    web::Reply companies(const web::Request& request) const;
    web::Reply apps(const QString& companyId) const;
    web::Reply setup(const QString& companyId, const AppId& app) const;
    web::Reply grant(const QString& companyId, const AppId& app);
    web::Reply cancel(const QString& companyId, const AppId& app);
    web::Reply disable(const QString& companyId, const AppId& app);
    web::Reply complete(const QString& companyId, const AppId& app) const;
    web::Reply status(const QString& companyId, const AppId& app) const;

    web::Reply notFound(const QString& toRoot = QStringLiteral("../../../../")) const;
    /// Returns consentUrl with companyId and, in REDIRECT mode, redirect (guide, 3); its own query
    /// is kept.
    QUrl consentUrl(const CompanyProfile& company, const RegisteredApp& app) const;
    /// A company and an application that is visible to it.
    struct Place {
        CompanyProfile company;
        const RegisteredApp* app;
    };
    std::optional<Place> placeOf(const QString& companyId, const AppId& app) const;
    QUrl at(const QString& path) const;

    World& m_world;
    PortalPages m_pages;
    Gate& m_gate;
    std::function<Notifier&()> m_notifier;
    QUrl m_base;
};

} // namespace jetbridge::simulator
