// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Integration.h"
#include "parts/StatusCounts.h"

#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace jetbridge {
class Customers;
class Onboardings;
class PartnerAccess;
} // namespace jetbridge

namespace jetbridge::ui {

class Dashboard;
class WelcomePage;

/// The first screen: a start page as long as there is neither a customer nor an application, then
/// an overview of the customers.
class HomePage : public QWidget {
    Q_OBJECT

public:
    /// They outlive it. Reads nothing before start().
    HomePage(Customers& customers, PartnerAccess& partnerAccess, Onboardings& onboardings,
        QWidget* parent = nullptr);
    /// Reads the overview; call it when the console is ready.
    void start();
    WelcomePage& doors() { return *m_doors; }

Q_SIGNALS:
    void onboardWanted();
    /// The person wants to see the customers with these statuses, or all if none is named.
    void customersWanted(const jetbridge::ui::CustomerFilter& filter);
    void customerWanted(const jetbridge::CompanyId& company);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void askForCredentials();
    void readSoon();
    void read();

    Customers& m_customers;
    PartnerAccess& m_partnerAccess;
    Onboardings& m_onboardings;
    QVBoxLayout* m_column;
    WelcomePage* m_doors;
    Dashboard* m_dashboard = nullptr;
    QTimer* m_readSoon;
    bool m_hasCredentials = false;
    bool m_isStarted = false;
    bool m_isReading = false;
    bool m_isOld = false; ///< True if something has changed since it was read.
};

} // namespace jetbridge::ui
