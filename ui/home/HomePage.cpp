// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/HomePage.h"

#include "console/Customers.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "home/Dashboard.h"
#include "home/Standing.h"
#include "home/WelcomePage.h"
#include "parts/ColumnScroll.h"

#include <QBoxLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Many customers may change at once, so that the page is read again only after this pause.
constexpr std::chrono::milliseconds rest(500);

} // namespace

HomePage::HomePage(
    Customers& customers, PartnerAccess& partnerAccess, Onboardings& onboardings, QWidget* parent)
    : QWidget(parent)
    , m_customers(customers)
    , m_partnerAccess(partnerAccess)
    , m_onboardings(onboardings)
    , m_column(new QVBoxLayout(this))
    , m_doors(new WelcomePage(this))
    , m_readSoon(new QTimer(this))
{
    setObjectName(u"homePage"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_doors);
    m_readSoon->setSingleShot(true);
    m_readSoon->setInterval(rest);
    connect(m_readSoon, &QTimer::timeout, this, &HomePage::read);
    connect(&m_customers, &Customers::integrationChanged, this, &HomePage::readSoon);
    connect(&m_customers, &Customers::journalAppended, this, &HomePage::readSoon);
    connect(&m_onboardings, &Onboardings::invitationChanged, this, &HomePage::readSoon);
    connect(
        &m_partnerAccess, &PartnerAccess::credentialsChanged, this, &HomePage::askForCredentials);
}

void HomePage::start()
{
    m_isStarted = true;
    read();
    askForCredentials();
}

void HomePage::askForCredentials()
{
    if (m_hasCredentials || !m_isStarted)
        return;
    QCoro::connect(m_partnerAccess.masterCredentials(), this,
        [this](const Outcome<MasterCredentials>& stored) {
            m_hasCredentials = stored.has_value();
            // With a dashboard the credentials change nothing, and a read that is under way asks
            // for them at its end.
            if (m_hasCredentials && !m_dashboard && !m_isReading)
                readSoon();
        });
}

void HomePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        readSoon();
}

void HomePage::readSoon()
{
    m_isOld = true;
    if (m_isStarted && isVisible() && !m_readSoon->isActive())
        m_readSoon->start();
}

void HomePage::read()
{
    if (m_isReading)
        return readSoon();
    m_isOld = false;
    m_isReading = true;
    QCoro::connect(readStanding(m_customers, m_partnerAccess.applications(),
                       m_onboardings.invitations(), QDateTime::currentDateTimeUtc()),
        this, [this](const Outcome<Standing>& standing) {
            m_isReading = false;
            // If it cannot be read, the other screens show why.
            if (!standing || (standing->isEmpty() && !m_hasCredentials))
                return;
            if (!m_dashboard) {
                auto* dashboard = new Dashboard;
                connect(dashboard, &Dashboard::onboardWanted, this, &HomePage::onboardWanted);
                connect(dashboard, &Dashboard::customersWanted, this, &HomePage::customersWanted);
                connect(dashboard, &Dashboard::customerWanted, this, &HomePage::customerWanted);
                m_column->addWidget(new ColumnScroll(dashboard, 0, this));
                m_doors->hide();
                m_dashboard = dashboard;
            }
            m_dashboard->show(*standing, QDateTime::currentDateTimeUtc());
        });
}

} // namespace jetbridge::ui
