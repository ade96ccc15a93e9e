// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/World.h"
#include "web/Templates.h"

namespace jetbridge::simulator {

/// The pages for a customer's administrator, made from the templates in resources/simulator/pages.
/// Their HTML can be used with the keyboard and, except for the pop-up that closes by itself,
/// without JavaScript. Scripts find the controls by their ids.
class PortalPages {
public:
    explicit PortalPages(const World& world);

    QByteArray companies(const QString& search, int offset) const;
    /// Renders the Apps & Integrations page (guide, 1).
    QByteArray apps(const CompanyProfile& company) const;
    /// Renders the integration setup page (guide, 3): the requested scopes with grant and cancel,
    /// or the enabled integration.
    QByteArray setup(const CompanyProfile& company, const RegisteredApp& app) const;
    /// Renders the consent page in a frame above the setup page (POPUP).
    QByteArray popup(
        const CompanyProfile& company, const RegisteredApp& app, const QUrl& consentUrl) const;
    /// Renders the page to which the customer returns (REDIRECT; guide, 4).
    QByteArray complete(const CompanyProfile& company, const RegisteredApp& app) const;
    /// Renders the 404 page; `toRoot` is the relative link from the requested page to "/".
    QByteArray notFound(const QString& toRoot) const;

    static QString appsPath(const QString& companyId);
    /// Returns the path of a page; `action` is "setup", "grant", "cancel", "disable", "complete" or
    /// "status".
    static QString integrationPath(
        const QString& companyId, const AppId& app, const QString& action);

private:
    const World& m_world;
    const web::Templates m_templates;
};

} // namespace jetbridge::simulator
