// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "DesktopNotice.h"
#include "HelpWindow.h"
#include "ShortcutsSheet.h"
#include "UnstoredNotice.h"
#include "WelcomePage.h"
#include "console/Console.h"
#include "customers/CustomersPage.h"
#include "demo/PresenterPanel.h"
#include "onboard/OnboardPage.h"
#include "partner/ApplicationPage.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/RateMeter.h"
#include "parts/Spoken.h"
#include "parts/StatusLamp.h"
#include "parts/TabOrder.h"
#include "parts/Theme.h"
#include "servers/EndpointsPage.h"
#include "servers/SimulatorPage.h"
#include "settings/SettingsPage.h"
#include "traffic/TrafficPage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPixmap>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QSystemTrayIcon>
#include <QToolButton>

namespace jetbridge::ui {

MainWindow::MainWindow(Console& console, Theme& theme, QSettings& settings)
    : m_console(console)
    , m_theme(theme)
    , m_settings(settings)
    , m_pages(new QStackedWidget(new QWidget(this)))
    , m_welcome(new WelcomePage(m_pages))
    , m_notice(new DesktopNotice(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Jetbridge"));
    m_pages->addWidget(m_welcome);
    // From the outside in: whoever gets another parent is styled anew, with all that it holds.
    auto* centre = m_pages->parentWidget();
    auto* across = new QHBoxLayout(centre);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(buildNavigation(centre));
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    across->addLayout(right, 1);
    right->addWidget(buildStrip(centre));
    m_unstored = new UnstoredNotice(m_console, centre);
    connect(m_unstored, &UnstoredNotice::checkWanted, this, &MainWindow::checkVault);
    right->addWidget(m_unstored);
    right->addWidget(m_pages, 1);
    setCentralWidget(centre);
    fitIcons();
    addShortcuts();
    resize(1200, 760);
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());

    connect(m_welcome, &WelcomePage::simulatorWanted, this, [this] {
        goTo(*m_onboardScreen);
        m_onboard->startWithSimulator(ConsentDisplayMode::Redirect, true);
    });
    connect(m_welcome, &WelcomePage::ownApplicationWanted, this,
        [this] { goTo(*m_applicationScreen); });
    connect(m_welcome, &WelcomePage::demoWanted, this, &MainWindow::beginDemo);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        for (const Screen& screen : m_screens)
            screen.button->setChecked(screen.page && m_pages->currentWidget() == screen.page);
    });
    connect(&m_console, &Console::environmentChanged, this, &MainWindow::showEnvironment);
    connect(&m_console, &Console::endpointsChanged, this, &MainWindow::showServers);
    connect(&m_console, &Console::simulatorChanged, this, &MainWindow::showServers);
    connect(&m_console, &Console::notificationReceived, this, &MainWindow::sayNotification);
    connect(m_notice, &DesktopNotice::opened, this, &MainWindow::showCustomer);
    connect(
        m_notice, &DesktopNotice::failed, this, [this](const QString& title, const QString& text) {
            if (m_tray)
                m_tray->showMessage(title, text);
        });
    // Whoever starts minimised is never painted, and serves all the same.
    m_opening.setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, &MainWindow::open);
    m_opening.start(std::chrono::seconds(1));
}

MainWindow::Screen* MainWindow::addScreen(QLayout* column, const char* name, const char* icon,
    const QString& text, const QKeySequence& keys, std::function<QWidget*()> build)
{
    auto* button = new QToolButton(column->parentWidget());
    button->setObjectName(QLatin1String(name));
    button->setProperty("navigation", true);
    button->setIcon(lineIcon(icon));
    button->setText(text);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoExclusive(false);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(button);
    m_keys.append({keys, text});
    Screen* screen = &m_screens.emplace_back(Screen{button, std::move(build)});
    connect(button, &QToolButton::clicked, this, [this, screen] { goTo(*screen); });
    connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, screen] {
        if (!screen->button->isHidden())
            goTo(*screen);
    });
    return screen;
}

void MainWindow::fitIcons()
{
    // Wider than the icon, which stands in the middle: the style leaves too little before the text.
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    for (const Screen& screen : m_screens) {
        screen.button->setIconSize({side + 12, side});
        // The one that is chosen is bold, and nobody tells the layout.
        QFont chosen = screen.button->font();
        chosen.setWeight(QFont::DemiBold);
        screen.button->setMinimumWidth(screen.button->sizeHint().width()
            + QFontMetrics(chosen).horizontalAdvance(screen.button->text())
            - screen.button->fontMetrics().horizontalAdvance(screen.button->text()));
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitIcons();
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    // The first picture comes before the first question to disk and keychain.
    if (m_opening.isActive())
        m_opening.start(0);
}

void MainWindow::prepare(Screen& screen)
{
    if (screen.page)
        return;
    screen.page = screen.build();
    m_pages->addWidget(screen.page);
    tabInReadingOrder(screen.page);
    restoreSplitters(*screen.page);
}

void MainWindow::prepareCustomers()
{
    if (m_customers || m_closing)
        return;
    prepare(*m_customersScreen);
    m_customers->readAgainOnceSeen();
    // As large as it will be, laid out and styled: what is rendered here is for nobody to see.
    m_customers->resize(m_pages->size());
    QPixmap corner(1, 1);
    m_customers->render(&corner, {}, QRect(0, 0, 1, 1));
}

void MainWindow::goTo(Screen& screen)
{
    prepare(screen);
    m_pages->setCurrentWidget(screen.page);
    // A second click on the page's own button would have unchecked it.
    screen.button->setChecked(true);
}

QWidget* MainWindow::buildOnboard()
{
    m_onboard = new OnboardPage(m_console, m_pages);
    connect(m_onboard, &OnboardPage::customerOnboarded, this, [this](const IntegrationId& id) {
        goTo(*m_customersScreen);
        m_customers->select(id);
    });
    connect(m_onboard, &OnboardPage::exchangeWanted, this, &MainWindow::openExchange);
    return m_onboard;
}

QWidget* MainWindow::buildCustomers()
{
    m_customers = new CustomersPage(m_console, m_settings, m_pages);
    connect(m_customers, &CustomersPage::onboardWanted, this, [this](const QString& company) {
        goTo(*m_onboardScreen);
        m_onboard->startFor(company);
    });
    connect(m_customers, &CustomersPage::exchangeWanted, this, &MainWindow::openExchange);
    whenReady(m_customers, [this] { m_customers->start(); });
    return m_customers;
}

QWidget* MainWindow::buildEndpoints()
{
    auto* page = new EndpointsPage(m_console, m_pages);
    connect(
        page, &EndpointsPage::startWanted, this, [this] { startEndpoints(defaultEndpointsPort); });
    whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* MainWindow::buildSimulator()
{
    auto* page = new SimulatorPage(m_console, m_pages);
    connect(page, &SimulatorPage::onboardWanted, this, [this](const QString& company) {
        goTo(*m_onboardScreen);
        m_onboard->startFor(company);
    });
    return page;
}

QWidget* MainWindow::buildTraffic()
{
    m_traffic = new TrafficPage(m_console, m_pages);
    whenReady(m_traffic, [this] { m_traffic->start(); });
    return m_traffic;
}

void MainWindow::openExchange(qint64 number)
{
    goTo(*m_trafficScreen);
    m_traffic->open(number);
}

QWidget* MainWindow::buildApplication()
{
    auto* page = new ApplicationPage(m_console, m_pages);
    whenReady(page, [page] { page->load(); });
    return page;
}

QWidget* MainWindow::buildSettings()
{
    auto* page = new SettingsPage(m_console, m_theme, m_settings, m_pages);
    connect(page, &SettingsPage::switchWanted, this, [this](const QString& environment) {
        if (!m_mask)
            restart(environment, false);
    });
    connect(page, &SettingsPage::restartWanted, this, [this] { restart({}, m_mask.has_value()); });
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
    auto* frame = new QFrame(parent);
    frame->setObjectName(QStringLiteral("navigation"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(8, 16, 8, 16);
    column->setSpacing(4);
    m_onboardScreen = addScreen(column, "navOnboard", "onboard", tr("Onboard"),
        Qt::CTRL | Qt::Key_1, [this] { return buildOnboard(); });
    m_customersScreen = addScreen(column, "navCustomers", "customers", tr("Customers"),
        Qt::CTRL | Qt::Key_2, [this] { return buildCustomers(); });
    addScreen(column, "navEndpoints", "endpoints", tr("Endpoints"), Qt::CTRL | Qt::Key_3,
        [this] { return buildEndpoints(); });
    m_simulatorScreen = addScreen(column, "navSimulator", "simulator", tr("Simulator"),
        Qt::CTRL | Qt::Key_4, [this] { return buildSimulator(); });
    m_trafficScreen = addScreen(column, "navTraffic", "traffic", tr("Traffic"),
        Qt::CTRL | Qt::Key_5, [this] { return buildTraffic(); });
    column->addStretch();
    m_applicationScreen = addScreen(column, "navApplication", "application", tr("Application"),
        Qt::CTRL | Qt::Key_6, [this] { return buildApplication(); });
    addScreen(column, "navSettings", "settings", tr("Settings"), Qt::CTRL | Qt::Key_Comma,
        [this] { return buildSettings(); });
    return frame;
}

QWidget* MainWindow::buildStrip(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setObjectName(QStringLiteral("strip"));
    m_environment = new QLabel(frame);
    m_environment->setObjectName(QStringLiteral("environmentPill"));
    m_vault = new StatusLamp("vaultBadge", tr("Keychain"), frame);
    m_endpoints = new StatusLamp("endpointsLamp", tr("Endpoints"), frame);
    m_simulator = new StatusLamp("simulatorLamp", tr("Simulator"), frame);
    auto* rates = new RateMeter(frame);
    // Large text in a small window has them below each other.
    auto* lamps = new FlowLayout;
    lamps->setSpacing(spacing::between);
    for (QWidget* lamp : std::initializer_list<QWidget*>{m_vault, m_endpoints, m_simulator, rates})
        lamps->addWidget(lamp);
    m_demoBadge = new QLabel(tr("Names are masked"), frame);
    m_demoBadge->setObjectName(QStringLiteral("demoBadge"));
    m_demoBadge->hide();
    lamps->addWidget(m_demoBadge);
    auto* across = new QHBoxLayout;
    across->setContentsMargins(spacing::between, 8, spacing::between, 8);
    across->setSpacing(spacing::around);
    across->addWidget(m_environment, 0, Qt::AlignVCenter);
    auto* middle = new QVBoxLayout;
    middle->addStretch();
    middle->addLayout(lamps);
    middle->addStretch();
    across->addLayout(middle, 1);
    auto* look = new QTimer(this);
    look->setInterval(std::chrono::milliseconds(500));
    connect(look, &QTimer::timeout, rates, [this, rates] { rates->read(m_console.rates()); });
    look->start();
    across->addWidget(buildMenu(frame));
    m_line = new QFrame(frame);
    m_line->setObjectName(QStringLiteral("environmentLine"));
    m_line->setFixedHeight(3);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(across);
    column->addWidget(m_line);
    return frame;
}

QWidget* MainWindow::buildMenu(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("mainMenu"));
    button->setIcon(lineIcon("menu"));
    button->setToolTip(tr("Menu"));
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("mainMenuEntries"));
    m_demoAction = menu->addAction(tr("Guided demo"), this, &MainWindow::toggleDemo);
    m_demoAction->setObjectName(QStringLiteral("guidedDemo"));
    m_demoAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_demoAction->setCheckable(true);
    addAction(m_demoAction); // its keys work while the menu is closed
    m_keys.append({m_demoAction->shortcut(), tr("Begin or leave the guided demo")});
    menu->addAction(tr("Keyboard"), this, &MainWindow::showShortcuts);
    menu->addAction(tr("How Jetbridge works"), this, &MainWindow::showHelp);
    menu->addSeparator();
    menu->addAction(tr("Quit"), this, &QWidget::close);
    button->setMenu(menu);
    return button;
}

void MainWindow::toggleDemo()
{
    m_demoAction->setChecked(m_mask.has_value()); // it follows what happens
    if (m_mask)
        changeDemo(false);
    else
        beginDemo();
}

void MainWindow::beginDemo()
{
    whenReady(this, [this] {
        if (m_mask)
            return;
        if (m_console.environment().kind != Environment::Kind::Simulator)
            return askToGoOverForDemo();
        if (m_onboard && m_onboard->isRunning()) {
            auto* box = new QMessageBox(QMessageBox::Information, tr("An onboarding is under way"),
                tr("Finish or cancel it first: the demo starts with an empty screen."),
                QMessageBox::Close, this);
            box->setObjectName(QStringLiteral("demoMustWait"));
            box->setAttribute(Qt::WA_DeleteOnClose);
            return box->open();
        }
        changeDemo(true);
    });
}

void MainWindow::askToGoOverForDemo()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("The demo runs in the simulator"),
        tr("Jetbridge starts anew in the simulator, so that nothing of %1 can be seen. Afterwards "
           "you go back to it in Settings.")
            .arg(m_console.environment().name),
        QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("demoElsewhere"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* go = box->addButton(tr("Go over to the simulator"), QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("demoGoOver"));
    connect(
        go, &QPushButton::clicked, this, [this] { restart(QStringLiteral("simulator"), true); });
    box->open();
}

void MainWindow::changeDemo(bool on)
{
    QCoro::connect(settle(), this, [this, on](const Done&) {
        if (on == m_mask.has_value())
            return;
        if (on)
            m_mask.emplace();
        else
            m_mask.reset();
        // Every screen is built anew: nothing stays that was written before.
        for (Screen& screen : m_screens) {
            if (!screen.page)
                continue;
            m_pages->removeWidget(screen.page);
            screen.page->setParent(nullptr);
            screen.page->deleteLater();
            screen.page = nullptr;
        }
        m_onboard = nullptr;
        m_customers = nullptr;
        m_traffic = nullptr;
        m_unstored->refresh();
        m_demoBadge->setVisible(on);
        m_demoAction->setChecked(on);
        if (on)
            showPresenter();
        else
            delete m_presenter.data();
        goTo(on ? *m_onboardScreen : *m_customersScreen);
    });
}

void MainWindow::showPresenter()
{
    auto* panel = new PresenterPanel;
    connect(panel, &PresenterPanel::placeWanted, this, &MainWindow::showPlace);
    connect(panel, &PresenterPanel::leaveWanted, this, [this] { changeDemo(false); });
    m_presenter = new QDockWidget(tr("What to say and click"), this);
    m_presenter->setObjectName(QStringLiteral("presenterDock"));
    m_presenter->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    panel->fitTo(width());
    m_presenter->setWidget(panel);
    // Qt's own button bears no name.
    if (auto* apart =
            m_presenter->findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_floatbutton"))) {
        apart->setAccessibleName(tr("A window of its own"));
        apart->setToolTip(apart->accessibleName());
    }
    addDockWidget(Qt::BottomDockWidgetArea, m_presenter);
}

void MainWindow::showPlace(const QString& screenName, const QString& control)
{
    for (Screen& screen : m_screens)
        if (screen.button->objectName() == screenName)
            goTo(screen);
    auto* wanted = m_pages->currentWidget()->findChild<QWidget*>(control);
    if (wanted && wanted->isVisible())
        wanted->setFocus(Qt::TabFocusReason);
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, const QString& text, auto action) {
        m_keys.append({keys, text});
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    add(QKeySequence::New, tr("Onboard a customer"), [this] {
        goTo(*m_onboardScreen);
        m_onboard->startFor({});
    });
    add(QKeySequence::Find, tr("Search customers or traffic"), [this] {
        if (m_traffic && m_pages->currentWidget() == m_traffic)
            return m_traffic->focusSearch();
        goTo(*m_customersScreen);
        m_customers->focusSearch();
    });
    add(QKeySequence(Qt::Key_F5), tr("Verify the selected customers, check the addresses"), [this] {
        if (m_customers && m_pages->currentWidget() == m_customers)
            m_customers->verifySelected();
        else if (auto* endpoints = qobject_cast<EndpointsPage*>(m_pages->currentWidget()))
            endpoints->probe();
    });
    add(QKeySequence::HelpContents, tr("This sheet"), [this] { showShortcuts(); });
    // These are where they act; here they are only told.
    m_keys.append({Qt::Key_Escape, tr("Close or cancel")});
    m_keys.append({Qt::CTRL | Qt::Key_Plus, tr("The customer's page larger")});
    m_keys.append({Qt::CTRL | Qt::Key_Minus, tr("The customer's page smaller")});
    m_keys.append({Qt::CTRL | Qt::Key_0, tr("The customer's page as large as usual")});
}

void MainWindow::open()
{
    // Drawn in four sizes for the window manager, which takes longer than all that the window
    // shows.
    setWindowIcon(lineIcon("jetbridge"));
    QCoro::connect(m_console.ready(), this, [this](const Outcome<Done>& outcome) {
        if (outcome)
            return opened();
        const FailureText said = explain(outcome.error(), Step::Preflight);
        auto* box = new QMessageBox(QMessageBox::Critical, tr("Jetbridge cannot start"), said.what,
            QMessageBox::Close, this);
        box->setObjectName(QStringLiteral("cannotStart"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(said.next);
        connect(box, &QDialog::finished, this, &QWidget::close);
        box->open();
    });
}

void MainWindow::opened()
{
    showEnvironment();
    showServers();
    checkVault();
    startEndpoints(defaultEndpointsPort);
    m_console.verifyOnSchedule(true);
    QTimer::singleShot(0, this, &MainWindow::makeTray);
    QCoro::connect(
        m_console.masterCredentials(), this, [this](const Outcome<MasterCredentials>& stored) {
            // Whoever was quicker than the keychain stays where they are.
            if (stored && m_pages->currentWidget() == m_welcome)
                goTo(*m_customersScreen);
        });
    // While the keychain is asked: they are there at once for whoever goes to them. Where there are
    // none, nothing is built that nobody asked for.
    Integrations::Query any;
    any.limit = 1;
    QCoro::connect(
        m_console.integrations().page(any), this, [this](const Outcome<Integrations::Page>& page) {
            if (page && !page->rows.isEmpty())
                QTimer::singleShot(0, this, &MainWindow::prepareCustomers);
        });
}

void MainWindow::showEnvironment()
{
    const Environment environment = m_console.environment();
    const QString kind = environmentKindName(environment.kind);
    m_environment->setText(environment.name.left(1).toUpper() + environment.name.mid(1));
    m_environment->setAccessibleName(tr("Environment: %1").arg(environment.name));
    m_environment->setToolTip(environment.apiUrl.toString());
    for (QWidget* tinted : std::initializer_list<QWidget*>{m_environment, m_line})
        form::mark(tinted, "kind", kind);
    const bool isSimulator = environment.kind == Environment::Kind::Simulator;
    m_welcome->offerSimulator(isSimulator);
    m_simulator->setVisible(isSimulator);
    m_simulatorScreen->button->setVisible(isSimulator);
}

void MainWindow::checkVault()
{
    QCoro::connect(m_console.checkVault(), this, [this](const Outcome<Done>& outcome) {
        const QString backend = spoken(m_console.vault().backendName());
        const Tone tone = outcome ? Tone::Good : Tone::Bad;
        const QString word = outcome ? backend : tr("locked or missing");
        m_vault->show(tone, word, outcome ? QString() : outcome.error().detail);
        m_welcome->showVault(tone, word);
    });
}

void MainWindow::startEndpoints(quint16 port)
{
    QCoro::connect(
        m_console.startEndpoints(port), this, [this, port](const Outcome<EndpointUrls>& outcome) {
            if (outcome)
                return;
            // On the simulator any port will do; elsewhere SmartRecruiters knows the usual one.
            if (port != 0 && outcome.error().kind == FailureKind::Conflict
                && m_console.environment().kind == Environment::Kind::Simulator)
                return startEndpoints(0);
            const QString word = outcome.error().kind == FailureKind::Conflict ? tr("port taken")
                                                                               : tr("cannot start");
            m_endpoints->show(Tone::Bad, word, explainBriefly(outcome.error(), Step::Preflight));
            m_welcome->showEndpoints(Tone::Bad, word);
        });
}

void MainWindow::showServers()
{
    const auto urls = m_console.endpoints();
    m_endpoints->show(urls ? Tone::Good : Tone::Neutral, urls ? tr("listening") : tr("stopped"),
        urls ? urls->consentUrl.toString() : QString());
    m_welcome->showEndpoints(urls ? Tone::Good : Tone::Neutral,
        urls ? tr("ready on 127.0.0.1:%1").arg(urls->port) : tr("stopped"));
    const bool runs = m_console.simulatorRuns();
    m_simulator->show(runs ? Tone::Good : Tone::Neutral, runs ? tr("running") : tr("stopped"),
        runs ? m_console.environment().portalUrl.toString() : QString());
}

void MainWindow::sayNotification(const Notification& notification)
{
    const QString company = Mask::company(notification.company);
    m_notice->show(QGuiApplication::applicationDisplayName(),
        notification.eventType == QLatin1String("INTEGRATION_DISABLED")
            ? tr("%1 disabled the integration.").arg(company)
            : tr("%1: %2").arg(company, notification.eventType),
        notification.company.text());
}

void MainWindow::makeTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(windowIcon(), this);
    m_tray->setToolTip(windowTitle());
    auto* menu = new QMenu(this);
    menu->addAction(tr("Show Jetbridge"), this, &MainWindow::comeForward);
    menu->addAction(tr("Quit"), this, &QWidget::close);
    m_tray->setContextMenu(menu);
    connect(m_tray, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                comeForward();
        });
    m_tray->show();
}

void MainWindow::comeForward()
{
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

void MainWindow::showShortcuts()
{
    auto* sheet = new ShortcutsSheet(m_keys, this);
    connect(sheet, &ShortcutsSheet::helpWanted, this, &MainWindow::showHelp);
    sheet->open();
}

void MainWindow::showHelp()
{
    auto* help = new HelpWindow(this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

void MainWindow::askBeforeQuitting(const QString& title, const QString& text)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("quitQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* stay = box->addButton(tr("Keep going"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("quitNo"));
    QPushButton* quit = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("quitYes"));
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(stay, &QPushButton::clicked, this, [this] {
        m_restarts = false;
        m_restartsIn.clear();
        m_restartsWithDemo = false;
    });
    connect(quit, &QPushButton::clicked, this, [this] {
        m_mayInterrupt = true;
        close();
    });
    box->open();
}

Task<Done> MainWindow::settle()
{
    if (m_customers)
        co_await m_customers->settle();
    co_return Done{};
}

Task<Done> MainWindow::finish()
{
    co_await settle();
    co_return co_await m_console.shutDown();
}

void MainWindow::restoreSplitters(const QWidget& page)
{
    for (auto* splitter : page.findChildren<QSplitter*>())
        splitter->restoreState(
            m_settings.value(QStringLiteral("splitters/") + splitter->objectName()).toByteArray());
}

void MainWindow::saveSplitters()
{
    for (const auto* splitter : findChildren<QSplitter*>())
        m_settings.setValue(
            QStringLiteral("splitters/") + splitter->objectName(), splitter->saveState());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closed)
        return QMainWindow::closeEvent(event);
    event->ignore();
    if (m_closing)
        return;
    // Whoever logs out has been asked by the session already.
    const bool mayAsk = !m_mayInterrupt && !qApp->isSavingSession();
    const FailureText why = UnstoredNotice::why(m_console);
    if (const QString companies = UnstoredNotice::companies(m_console);
        mayAsk && !companies.isEmpty())
        return askBeforeQuitting(tr("Credentials are not stored yet"),
            tr("SmartRecruiters showed the customer-level credentials of %1 once. %2 Quitting "
               "loses them: the customer must then disable the integration and be onboarded again.")
                    .arg(companies, why.what)
                + QLatin1Char(' ') + why.next);
    if (mayAsk && m_onboard && m_onboard->isRunning())
        return askBeforeQuitting(tr("An onboarding is under way"),
            tr("The customer's one-time code ends when Jetbridge quits. A confirm request that was "
               "sent already is noted as \"outcome unknown\"."));
    m_closing = true;
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    saveSplitters();
    QCoro::connect(finish(), this, [this](const Done&) {
        m_closed = true;
        // A widget that is closing cannot be closed: shutDown() may be done at once.
        QTimer::singleShot(0, this, &QWidget::close);
    });
}

} // namespace jetbridge::ui
