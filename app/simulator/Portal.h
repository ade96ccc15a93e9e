// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Gate.h"
#include "simulator/Notifier.h"
#include "simulator/PortalPages.h"

namespace jetbridge::simulator {

/// What the customer's administrator sees: companies, Apps & Integrations, the integration setup
/// page. Whoever opens it is the company's administrator.
///
/// Ids that scripted players hold on to: `setup`, `grant`, `cancel`, `disable` (controls),
/// `consent-frame`, `integration-status` (with `data-status`: none, pending, enabled, disabled).
class Portal {
public:
    /// `notifier` is asked for once a request needs it.
    Portal(World& world, Gate& gate, std::function<Notifier&()> notifier);

    void mount(web::Router& router);
    /// How the portal calls itself: http://localhost:PORT
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
    /// consentUrl with companyId and, in REDIRECT mode, redirect (guide, 3); its own query is kept.
    QUrl consentUrl(const CompanyProfile& company, const RegisteredApp& app) const;
    /// A company and an application that it sees; nullopt: there is no such pair.
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
