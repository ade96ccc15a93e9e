// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "Actions.h"
#include "GuidedDemo.h"
#include "Manners.h"
#include "Quitting.h"
#include "StartNotices.h"
#include "Strip.h"
#include "Tray.h"
#include "UnstoredNotice.h"
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "customers/CustomersPage.h"
#include "home/HomePage.h"
#include "home/WelcomePage.h"
#include "onboard/OnboardPage.h"
#include "partner/ApplicationPage.h"
#include "parts/FailureText.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/Theme.h"
#include "servers/EndpointsPage.h"
#include "servers/SimulatorPage.h"
#include "settings/SettingsPage.h"
#include "traffic/TrafficPage.h"

#include <QCloseEvent>
#include <QPixmap>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

Task<Done> nothingToSettle()
{
    co_return Done{};
}

Task<Done> shutDownAfter(Task<Done> settled, Console& console)
{
    co_await settled;
    co_return co_await console.shutDown();
}

} // namespace

MainWindow::MainWindow(Console& console, Theme& theme, QSettings& settings)
    : m_console(console)
    , m_theme(theme)
    , m_settings(settings)
    , m_pages(new QStackedWidget(new QWidget(this)))
    , m_actions(new Actions(*this))
    , m_demo(new GuidedDemo(*this))
    , m_tray(new Tray(*this))
    , m_quitting(new Quitting(console.onboardings(), *this))
{
    setObjectName(u"mainWindow"_s);
    new Manners(this);
    setWindowTitle(u"Jetbridge"_s);
    // Widgets are built from the outside in, because a widget that gets another parent is styled
    // again with all its children.
    auto* centre = m_pages->parentWidget();
    auto* across = new QHBoxLayout(centre);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(buildNavigation(centre));
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    across->addLayout(right, 1);
    m_strip = new Strip({m_console.current(), m_console.partnerAccess(), m_console.endpoints(),
                            m_console.simulator()},
        centre);
    m_strip->addAtEnd(m_actions->menuButton(m_demo->action(), m_strip));
    right->addWidget(m_strip);
    m_unstored = new UnstoredNotice(m_console.onboardings(), m_console.customers(), centre);
    connect(m_unstored, &UnstoredNotice::checkWanted, this, &MainWindow::checkVault);
    right->addWidget(m_unstored);
    right->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_navigation->fitButtons();
    goTo(*m_homeScreen);
    addShortcuts();
    resize(1200, 760);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    connectParts();
    // A window that starts minimised is never painted, but must work all the same.
    m_opening.setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, &MainWindow::open);
    m_opening.start(std::chrono::seconds(1));
}

void MainWindow::connectParts()
{
    connect(&m_console.current(), &CurrentEnvironment::changed, this, &MainWindow::showEnvironment);
    connect(&m_console.endpoints(), &Endpoints::changed, this, &MainWindow::showServers);
    connect(&m_console.simulator(), &EmbeddedSimulator::changed, this, &MainWindow::showServers);
    connect(&m_console.endpoints(), &Endpoints::notificationReceived, m_tray, &Tray::say);
    connect(m_tray, &Tray::windowWanted, this, [this] { comeForward(); });
    connect(m_tray, &Tray::quitWanted, this, &QWidget::close);
    connect(m_tray, &Tray::customerWanted, this, &MainWindow::showCustomer);
    connect(m_demo, &GuidedDemo::beginWanted, this, &MainWindow::beginDemo);
    connect(m_demo, &GuidedDemo::endWanted, this, [this] { changeDemo(false); });
    connect(m_demo, &GuidedDemo::simulatorWanted, this, [this] { restart(u"simulator"_s, true); });
    connect(m_demo, &GuidedDemo::changed, this, &MainWindow::showDemo);
    connect(m_demo, &GuidedDemo::placeWanted, this, &MainWindow::showPlace);
    connect(m_quitting, &Quitting::stayed, this, [this] {
        m_restarts = false;
        m_restartsIn.clear();
        m_restartsWithDemo = false;
        m_restores.reset();
    });
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    // The first picture is painted before disk and keychain are asked.
    if (m_opening.isActive())
        m_opening.start(0);
}

void MainWindow::prepareCustomers()
{
    if (m_customers || m_closing)
        return;
    m_navigation->prepare(*m_customersScreen);
    m_customers->readAgainOnceSeen();
    // This gives it its later size and lays it out and styles it in advance; the rendered picture
    // is thrown away.
    m_customers->resize(m_pages->size());
    QPixmap corner(1, 1);
    m_customers->render(&corner, {}, QRect(0, 0, 1, 1));
}

void MainWindow::goTo(Navigation::Screen& screen)
{
    m_navigation->goTo(screen);
}

QWidget* MainWindow::buildHome()
{
    m_home = new HomePage(m_console.customers(), m_console.partnerAccess(), m_pages);
    connect(&m_home->doors(), &WelcomePage::simulatorWanted, this, [this] {
        goTo(*m_onboardScreen);
        m_onboard->startWithSimulator(ConsentDisplayMode::Redirect, true);
    });
    connect(&m_home->doors(), &WelcomePage::ownApplicationWanted, this,
        [this] { goTo(*m_applicationScreen); });
    connect(&m_home->doors(), &WelcomePage::demoWanted, this, &MainWindow::beginDemo);
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

void MainWindow::startHome()
{
    // A page that is built again for the demo has none of its earlier state.
    showEnvironment();
    showServers();
    m_home->doors().showVault(m_vaultTone, m_vaultWord);
    m_home->start();
}

QWidget* MainWindow::buildOnboard()
{
    m_onboard = new OnboardPage(
        {m_console.onboardings(), m_console.customers(), m_console.partnerAccess(),
            m_console.current(), m_console.endpoints(), m_console.simulator(), m_console.traffic()},
        m_pages);
    connect(m_onboard, &OnboardPage::customerOnboarded, this, [this](const IntegrationId& id) {
        goTo(*m_customersScreen);
        m_customers->select(id);
    });
    connect(m_onboard, &OnboardPage::exchangeWanted, this, &MainWindow::openExchange);
    return m_onboard;
}

QWidget* MainWindow::buildCustomers()
{
    m_customers = new CustomersPage(
        {m_console.customers(), m_console.onboardings(), m_console.partnerAccess(),
            m_console.simulator(), m_console.traffic()},
        m_settings, m_pages);
    connect(m_customers, &CustomersPage::onboardWanted, this, &MainWindow::onboard);
    connect(m_customers, &CustomersPage::exchangeWanted, this, &MainWindow::openExchange);
    whenReady(m_customers, [this] { m_customers->start(); });
    return m_customers;
}

QWidget* MainWindow::buildEndpoints()
{
    auto* page = new EndpointsPage(
        {m_console.endpoints(), m_console.current(), m_console.customers(), m_console.traffic()},
        m_pages);
    connect(
        page, &EndpointsPage::startWanted, this, [this] { startEndpoints(defaultEndpointsPort); });
    whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* MainWindow::buildSimulator()
{
    auto* page = new SimulatorPage(
        m_console.simulator(), m_console.current(), m_console.customers(), m_pages);
    connect(page, &SimulatorPage::onboardWanted, this, &MainWindow::onboard);
    return page;
}

QWidget* MainWindow::buildTraffic()
{
    m_traffic = new TrafficPage(m_console.traffic(), m_console.customers(), m_pages);
    whenReady(m_traffic, [this] { m_traffic->start(); });
    return m_traffic;
}

void MainWindow::onboard(const QString& company)
{
    goTo(*m_onboardScreen);
    if (isOnboarding())
        return tell(this, "onboardMustWait", tr("An onboarding is under way"),
            tr("Finish or cancel it first: this screen shows one onboarding at a time."));
    if (m_isOpen)
        m_onboard->startFor(company);
    else
        whenReady(m_onboard, [this, company] { m_onboard->startFor(company); });
}

void MainWindow::openExchange(qint64 number)
{
    goTo(*m_trafficScreen);
    m_traffic->open(number);
}

QWidget* MainWindow::buildApplication()
{
    auto* page = new ApplicationPage({m_console.partnerAccess(), m_console.customers(),
                                         m_console.traffic(), m_console.dataFolder()},
        m_pages);
    whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* MainWindow::buildSettings()
{
    auto* page =
        new SettingsPage({m_console.current(), m_console.dataFolder(), m_console.traffic()},
            m_theme, m_settings, m_pages);
    connect(page, &SettingsPage::switchWanted, this, [this](const QString& environment) {
        if (!m_demo->isOn())
            restart(environment, false);
    });
    connect(page, &SettingsPage::restoreWanted, this, [this](const RestoreRequest& request) {
        m_restores = request;
        restart({}, false);
    });
    connect(page, &SettingsPage::restartWanted, this, [this] { restart({}, m_demo->isOn()); });
    whenReady(page, [page] { page->load(); });
    return page;
}

void MainWindow::restart(const QString& environment, bool withDemo)
{
    m_restarts = true;
    m_restartsIn = environment;
    m_restartsWithDemo = withDemo;
    close();
}

void MainWindow::whenReady(QObject* context, std::function<void()> act)
{
    QCoro::connect(
        m_console.ready(), context, [act = std::move(act)](const Outcome<Done>& outcome) {
            if (outcome)
                act();
        });
}

QWidget* MainWindow::buildNavigation(QWidget* parent)
{
    m_navigation = new Navigation(m_pages, m_settings, parent);
    const auto add = [this](const char* name, const char* icon, const QString& text,
                         const QKeySequence& keys, std::function<QWidget*()> build) {
        m_actions->tell(keys, text);
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
    return m_navigation;
}

void MainWindow::beginDemo()
{
    whenReady(this, [this] {
        if (m_demo->isOn())
            return;
        if (m_console.current().environment().kind != Environment::Kind::Simulator)
            m_demo->askToGoOver(m_console.current().environment().name);
        else if (isOnboarding())
            m_demo->sayItMustWait();
        else
            changeDemo(true);
    });
}

void MainWindow::changeDemo(bool on)
{
    QCoro::connect(settle(), m_demo, [this, on](const Done&) { m_demo->change(on); });
}

void MainWindow::showDemo(bool on)
{
    // Every screen is built again, so that nothing remains that was written before.
    m_navigation->dropPages();
    m_home = nullptr;
    m_onboard = nullptr;
    m_customers = nullptr;
    m_traffic = nullptr;
    m_unstored->refresh();
    m_strip->showDemo(on);
    goTo(on ? *m_onboardScreen : *m_customersScreen);
}

void MainWindow::showPlace(const QString& screenName, const QString& control)
{
    if (Navigation::Screen* screen = m_navigation->find(screenName))
        goTo(*screen);
    auto* wanted = m_pages->currentWidget()->findChild<QWidget*>(control);
    if (wanted && wanted->isVisible())
        wanted->setFocus(Qt::TabFocusReason);
}

void MainWindow::addShortcuts()
{
    m_actions->add(QKeySequence::New, tr("Onboard a customer"), [this] { onboard({}); });
    m_actions->add(QKeySequence::Find, tr("Search customers or traffic"), [this] {
        if (m_traffic && m_pages->currentWidget() == m_traffic)
            return m_traffic->focusSearch();
        goTo(*m_customersScreen);
        m_customers->focusSearch();
    });
    m_actions->add(
        QKeySequence(Qt::Key_F5), tr("Verify the selected customers, check the addresses"), [this] {
            if (m_customers && m_pages->currentWidget() == m_customers)
                m_customers->verifySelected();
            else if (auto* endpoints = qobject_cast<EndpointsPage*>(m_pages->currentWidget()))
                endpoints->probe();
        });
    m_actions->add(
        QKeySequence::HelpContents, tr("This sheet"), [this] { m_actions->showSheet(); });
    // These keys are handled elsewhere and only listed here.
    m_actions->tell(Qt::Key_Escape, tr("Close or cancel"));
    m_actions->tell(Qt::CTRL | Qt::Key_Plus, tr("The customer's page larger"));
    m_actions->tell(Qt::CTRL | Qt::Key_Minus, tr("The customer's page smaller"));
    m_actions->tell(Qt::CTRL | Qt::Key_0, tr("The customer's page as large as usual"));
}

void MainWindow::open()
{
    // The icon is drawn in four sizes for the window manager, which takes longer than the rest of
    // the window.
    setWindowIcon(lineIcon("jetbridge"));
    QCoro::connect(m_console.ready(), this, [this](const Outcome<Done>& outcome) {
        if (outcome)
            return opened();
        StartNotices::sayItCannotStart(this, outcome.error());
    });
}

void MainWindow::opened()
{
    m_isOpen = true;
    if (m_console.dataFolder().isNewCopy())
        StartNotices::sayItIsACopy(this, m_console.dataFolder().copiedFrom());
    showEnvironment();
    showServers();
    if (m_home)
        m_home->start();
    checkVault();
    startEndpoints(defaultEndpointsPort);
    m_console.customers().verifyOnSchedule(true);
    QTimer::singleShot(0, m_tray, &Tray::appear);
    // This is done while the keychain is asked, so that the customers appear at once when somebody
    // opens them. If there are none, nothing is built in advance.
    Integrations::Query any;
    any.limit = 1;
    QCoro::connect(m_console.customers().integrations().page(any), this,
        [this](const Outcome<Integrations::Page>& page) {
            if (page && !page->rows.isEmpty())
                QTimer::singleShot(0, this, &MainWindow::prepareCustomers);
        });
}

void MainWindow::showEnvironment()
{
    m_strip->showEnvironment();
    const bool isSimulator = m_console.current().environment().kind == Environment::Kind::Simulator;
    if (m_home)
        m_home->doors().offerSimulator(isSimulator);
    m_simulatorScreen->button->setVisible(isSimulator);
}

void MainWindow::checkVault()
{
    QCoro::connect(m_console.dataFolder().checkVault(), this, [this](const Outcome<Done>& outcome) {
        const QString backend = said(m_console.dataFolder().vault().backendName());
        const Tone tone = outcome ? Tone::Good : Tone::Bad;
        const QString word = outcome ? backend : tr("locked or missing");
        m_strip->showVault(tone, word, outcome ? QString() : outcome.error().detail);
        m_vaultTone = tone;
        m_vaultWord = word;
        if (m_home)
            m_home->doors().showVault(tone, word);
    });
}

void MainWindow::startEndpoints(quint16 port)
{
    QCoro::connect(m_console.endpoints().start(port), this,
        [this, port](const Outcome<EndpointUrls>& outcome) {
            if (outcome)
                return;
            // On the simulator any port is acceptable; elsewhere SmartRecruiters knows the usual
            // one.
            if (port != 0 && outcome.error().kind == FailureKind::Conflict
                && m_console.current().environment().kind == Environment::Kind::Simulator)
                return startEndpoints(0);
            const QString word = outcome.error().kind == FailureKind::Conflict ? tr("port taken")
                                                                               : tr("cannot start");
            m_strip->showEndpoints(Tone::Bad, word, explainBriefly(outcome.error(), Errand::Here));
            if (m_home)
                m_home->doors().showEndpoints(Tone::Bad, word);
        });
}

void MainWindow::showServers()
{
    m_strip->showServers();
    if (!m_home)
        return;
    const auto urls = m_console.endpoints().urls();
    m_home->doors().showEndpoints(urls ? Tone::Good : Tone::Neutral,
        urls ? tr("ready on 127.0.0.1:%1").arg(urls->port) : tr("stopped"));
}

void MainWindow::comeForward(const QByteArray& activation)
{
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation); // where Wayland's plugin looks for it
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showCustomer(const QString& company)
{
    comeForward();
    goTo(*m_customersScreen);
    m_customers->find(company);
}

bool MainWindow::isOnboarding() const
{
    return m_onboard && m_onboard->isRunning();
}

void MainWindow::quitNow()
{
    m_quitting->closeNow();
}

Task<Done> MainWindow::settle()
{
    return m_customers ? m_customers->settle() : nothingToSettle();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closed)
        return QMainWindow::closeEvent(event);
    event->ignore();
    if (m_closing)
        return;
    if (!m_quitting->mayClose(isOnboarding()))
        return;
    m_closing = true;
    Q_EMIT closing();
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_navigation->saveSplitters();
    QCoro::connect(shutDownAfter(settle(), m_console), this, [this](const Done&) {
        m_closed = true;
        // close() has no effect while the widget is closing, and shutDown() may finish at once.
        QTimer::singleShot(0, this, &QWidget::close);
    });
}

} // namespace jetbridge::ui
