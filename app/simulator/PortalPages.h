// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/World.h"
#include "web/Templates.h"

namespace jetbridge::simulator {

/// What a customer's administrator sees, from the templates in resources/simulator/pages: HTML that
/// works by keyboard and, but for the pop-up that closes by itself, without JavaScript. The ids are
/// what scripted players press.
class PortalPages {
public:
    explicit PortalPages(const World& world);

    QByteArray companies(const QString& search, int offset) const;
    /// The Apps & Integrations page (guide, 1).
    QByteArray apps(const CompanyProfile& company) const;
    /// The integration setup page (guide, 3): what is asked for with grant and cancel, or what is
    /// enabled.
    QByteArray setup(const CompanyProfile& company, const RegisteredApp& app) const;
    /// POPUP: the consent page in a frame above the setup page.
    QByteArray popup(
        const CompanyProfile& company, const RegisteredApp& app, const QUrl& consentUrl) const;
    /// REDIRECT: where the customer comes back to (guide, 4).
    QByteArray complete(const CompanyProfile& company, const RegisteredApp& app) const;
    /// `toRoot`: from the page that was asked for to "/".
    QByteArray notFound(const QString& toRoot) const;

    static QString appsPath(const QString& companyId);
    /// `action`: "setup", "grant", "cancel", "disable", "complete" or "status".
    static QString integrationPath(
        const QString& companyId, const AppId& app, const QString& action);

private:
    const World& m_world;
    const web::Templates m_templates;
};

} // namespace jetbridge::simulator
