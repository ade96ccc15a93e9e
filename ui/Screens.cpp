// SPDX-License-Identifier: GPL-3.0-or-later
#include "Screens.h"

#include "Actions.h"
#include "console/CurrentEnvironment.h"
#include "customers/CustomersPage.h"
#include "domain/Journal.h"
#include "home/HomePage.h"
#include "home/WelcomePage.h"
#include "onboard/OnboardPage.h"
#include "partner/ApplicationPage.h"
#include "parts/Question.h"
#include "servers/EndpointsPage.h"
#include "servers/SimulatorPage.h"
#include "settings/SettingsPage.h"
#include "traffic/TrafficPage.h"

#include <QPixmap>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

Task<Done> nothingToSettle()
{
    co_return Done{};
}

} // namespace

Screens::Screens(const Topics& topics, Frame frame, QWidget* centre)
    : QObject(centre)
    , m_topics(topics)
    , m_frame(std::move(frame))
    , m_pages(new QStackedWidget(centre))
    , m_navigation(new Navigation(m_pages, m_frame.settings, centre))
{
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        if (m_customers && m_pages->currentWidget() == m_customers)
            m_disabled.clear();
    });
    buildNavigation();
}

void Screens::buildNavigation()
{
    const auto add = [this](const char* name, const char* icon, const QString& text,
                         const QKeySequence& keys, std::function<QWidget*()> build) {
        m_frame.actions.tell(keys, text);
        return m_navigation->add(name, icon, text, keys, std::move(build));
    };
    m_homeScreen =
        add("navHome", "home", tr("Home"), Qt::CTRL | Qt::Key_1, [this] { return buildHome(); });
    m_onboardScreen = add("navOnboard", "onboard", tr("Onboard"), Qt::CTRL | Qt::Key_2,
        [this] { return buildOnboard(); });
    m_customersScreen = add("navCustomers", "customers", tr("Customers"), Qt::CTRL | Qt::Key_3,
        [this] { return buildCustomers(); });
    add("navEndpoints", "endpoints", tr("Endpoints"), Qt::CTRL | Qt::Key_4,
        [this] { return buildEndpoints(); });
    m_simulatorScreen = add("navSimulator", "simulator", tr("Simulator"), Qt::CTRL | Qt::Key_5,
        [this] { return buildSimulator(); });
    m_trafficScreen = add("navTraffic", "traffic", tr("Traffic"), Qt::CTRL | Qt::Key_6,
        [this] { return buildTraffic(); });
    m_navigation->addSpace();
    m_applicationScreen = add("navApplication", "application", tr("Application"),
        Qt::CTRL | Qt::Key_7, [this] { return buildApplication(); });
    add("navSettings", "settings", tr("Settings"), Qt::CTRL | Qt::Key_Comma,
        [this] { return buildSettings(); });
}

void Screens::begin()
{
    m_navigation->fitButtons();
    goTo(*m_homeScreen);
    addShortcuts();
}

void Screens::start()
{
    m_isOpen = true;
    if (m_home)
        m_home->start();
}

// --- The pages

QWidget* Screens::buildHome()
{
    m_home =
        new HomePage(m_topics.customers, m_topics.partnerAccess, m_topics.onboardings, m_pages);
    connect(&m_home->doors(), &WelcomePage::simulatorWanted, this, [this] {
        goTo(*m_onboardScreen);
        m_onboard->startWithSimulator(ConsentDisplayMode::Redirect, true);
    });
    connect(&m_home->doors(), &WelcomePage::ownApplicationWanted, this,
        [this] { goTo(*m_applicationScreen); });
    connect(&m_home->doors(), &WelcomePage::demoWanted, this, &Screens::demoWanted);
    connect(m_home, &HomePage::onboardWanted, this, [this] { onboard({}); });
    connect(m_home, &HomePage::customersWanted, this, [this](const CustomerFilter& filter) {
        goTo(*m_customersScreen);
        m_customers->showOnly(filter);
    });
    connect(m_home, &HomePage::customerWanted, this,
        [this](const CompanyId& company) { showCustomer(company.text()); });
    if (m_isOpen)
        startHome();
    return m_home;
}

void Screens::startHome()
{
    // A page that is built again has none of its earlier state.
    showEnvironment();
    m_home->doors().showEndpoints(m_endpoints.tone, m_endpoints.word);
    m_home->doors().showVault(m_vault.tone, m_vault.word);
    m_home->start();
}

QWidget* Screens::buildOnboard()
{
    m_onboard = new OnboardPage(
        {m_topics.onboardings, m_topics.customers, m_topics.partnerAccess, m_topics.current,
            m_topics.endpoints, m_topics.simulator, m_topics.traffic},
        m_pages);
    connect(m_onboard, &OnboardPage::customerOnboarded, this, [this](const IntegrationId& id) {
        goTo(*m_customersScreen);
        m_customers->select(id);
    });
    connect(m_onboard, &OnboardPage::exchangeWanted, this, &Screens::openExchange);
    return m_onboard;
}

QWidget* Screens::buildCustomers()
{
    m_customers = new CustomersPage(
        {m_topics.customers, m_topics.onboardings, m_topics.partnerAccess, m_topics.simulator,
            m_topics.traffic, m_topics.deliveries, m_topics.current},
        m_frame.settings, m_pages);
    connect(m_customers, &CustomersPage::onboardWanted, this, &Screens::onboard);
    connect(m_customers, &CustomersPage::exchangeWanted, this, &Screens::openExchange);
    m_frame.whenReady(m_customers, [page = m_customers] { page->start(); });
    return m_customers;
}

QWidget* Screens::buildEndpoints()
{
    auto* page = new EndpointsPage({m_topics.endpoints, m_topics.current, m_topics.customers,
                                       m_topics.traffic, m_topics.clientRegistrations},
        m_pages);
    connect(page, &EndpointsPage::startWanted, this, &Screens::endpointsWanted);
    m_frame.whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* Screens::buildSimulator()
{
    auto* page =
        new SimulatorPage(m_topics.simulator, m_topics.current, m_topics.customers, m_pages);
    connect(page, &SimulatorPage::onboardWanted, this, &Screens::onboard);
    return page;
}

QWidget* Screens::buildTraffic()
{
    m_traffic = new TrafficPage(m_topics.traffic, m_topics.customers, m_pages);
    m_frame.whenReady(m_traffic, [page = m_traffic] { page->start(); });
    return m_traffic;
}

QWidget* Screens::buildApplication()
{
    auto* page = new ApplicationPage(
        {m_topics.partnerAccess, m_topics.customers, m_topics.traffic, m_topics.dataFolder},
        m_pages);
    m_frame.whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* Screens::buildSettings()
{
    auto* page =
        new SettingsPage({m_topics.current, m_topics.clientRegistrations, m_topics.dataFolder,
                             m_topics.traffic, m_topics.deliveries, m_topics.customers},
            m_frame.theme, m_frame.settings, m_pages);
    connect(page, &SettingsPage::switchWanted, this, &Screens::switchWanted);
    connect(page, &SettingsPage::restoreWanted, this, &Screens::restoreWanted);
    connect(page, &SettingsPage::restartWanted, this, &Screens::restartWanted);
    m_frame.whenReady(page, [page] { page->load(); });
    return page;
}

void Screens::prepareCustomers()
{
    if (m_customers)
        return;
    m_navigation->prepare(*m_customersScreen);
    m_customers->readAgainOnceSeen();
    // This gives it its later size and lays it out and styles it in advance; the rendered picture
    // is thrown away.
    m_customers->resize(m_pages->size());
    QPixmap corner(1, 1);
    m_customers->render(&corner, {}, QRect(0, 0, 1, 1));
}

void Screens::rebuild()
{
    Navigation::Screen* shown = m_navigation->current();
    m_navigation->dropPages();
    m_home = nullptr;
    m_onboard = nullptr;
    m_customers = nullptr;
    m_traffic = nullptr;
    goTo(shown ? *shown : *m_homeScreen);
}

void Screens::saveSplitters()
{
    m_navigation->saveSplitters();
}

Task<Done> Screens::settle()
{
    return m_customers ? m_customers->settle() : nothingToSettle();
}

// --- From one screen to another

void Screens::goTo(Navigation::Screen& screen)
{
    m_navigation->goTo(screen);
}

void Screens::onboard(const QString& company)
{
    goTo(*m_onboardScreen);
    if (isOnboarding())
        return tell(m_pages->window(), "onboardMustWait", tr("An onboarding is under way"),
            tr("Finish or cancel it first: this screen shows one onboarding at a time."));
    if (m_isOpen)
        m_onboard->startFor(company);
    else
        m_frame.whenReady(m_onboard, [page = m_onboard, company] { page->startFor(company); });
}

bool Screens::isOnboarding() const
{
    return m_onboard && m_onboard->isRunning();
}

void Screens::showCustomer(const QString& company)
{
    goTo(*m_customersScreen);
    m_customers->find(company);
}

void Screens::openExchange(qint64 number)
{
    goTo(*m_trafficScreen);
    m_traffic->open(number);
}

void Screens::showPlace(const QString& screenName, const QString& control)
{
    if (Navigation::Screen* screen = m_navigation->find(screenName))
        goTo(*screen);
    auto* wanted = m_pages->currentWidget()->findChild<QWidget*>(control);
    if (wanted && wanted->isVisible())
        wanted->setFocus(Qt::TabFocusReason);
}

void Screens::addShortcuts()
{
    Actions& actions = m_frame.actions;
    actions.add(QKeySequence::New, tr("Onboard a customer"), [this] { onboard({}); });
    actions.add(QKeySequence::Find, tr("Search customers or traffic"), [this] { search(); });
    actions.add(QKeySequence(Qt::Key_F5), tr("Verify the selected customers, check the addresses"),
        [this] { verify(); });
    actions.add(QKeySequence::HelpContents, tr("This sheet"), [&actions] { actions.showSheet(); });
    // These keys are handled elsewhere and only listed here.
    actions.tell(Qt::Key_Escape, tr("Close or cancel"));
    actions.tell(Qt::CTRL | Qt::Key_Plus, tr("The customer's page larger"));
    actions.tell(Qt::CTRL | Qt::Key_Minus, tr("The customer's page smaller"));
    actions.tell(Qt::CTRL | Qt::Key_0, tr("Reset the zoom of the customer's page"));
}

void Screens::search()
{
    if (m_traffic && m_pages->currentWidget() == m_traffic)
        return m_traffic->focusSearch();
    goTo(*m_customersScreen);
    m_customers->focusSearch();
}

void Screens::verify()
{
    if (m_customers && m_pages->currentWidget() == m_customers)
        m_customers->verifySelected();
    else if (auto* endpoints = qobject_cast<EndpointsPage*>(m_pages->currentWidget()))
        endpoints->probe();
}

// --- What Home and the navigation tell of the rest

void Screens::showEnvironment()
{
    const bool isSimulator = m_topics.current.environment().kind == Environment::Kind::Simulator;
    if (m_home)
        m_home->doors().offerSimulator(isSimulator);
    m_simulatorScreen->button->setVisible(isSimulator);
}

void Screens::showVault(Tone tone, const QString& word)
{
    m_vault = {tone, word};
    if (m_home)
        m_home->doors().showVault(tone, word);
}

void Screens::showNotified(const Notification& notification)
{
    if (notification.eventType != "INTEGRATION_DISABLED"_L1 || notification.repeat)
        return;
    if (m_customers && m_pages->currentWidget() == m_customers)
        return;
    m_disabled.insert(notification.company);
    m_navigation->setBadge(*m_customersScreen, int(m_disabled.size()),
        tr("%n customers disabled the integration", nullptr, int(m_disabled.size())));
}

void Screens::showEndpoints(Tone tone, const QString& word)
{
    m_endpoints = {tone, word};
    if (m_home)
        m_home->doors().showEndpoints(tone, word);
}

} // namespace jetbridge::ui
