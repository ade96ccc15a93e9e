// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "Actions.h"
#include "GuidedDemo.h"
#include "HiddenNames.h"
#include "Manners.h"
#include "Quitting.h"
#include "Screens.h"
#include "StartNotices.h"
#include "Strip.h"
#include "Tray.h"
#include "UnstoredNotice.h"
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Deliveries.h"
#include "console/DemoPlace.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "parts/FailureText.h"
#include "parts/Said.h"
#include "parts/Theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

Task<Done> shutDownAfter(Task<Done> settled, Console& console)
{
    co_await settled;
    co_return co_await console.shutDown();
}

} // namespace

MainWindow::MainWindow(Console& console, Theme& theme, QSettings& settings)
    : m_console(console)
    , m_settings(settings)
    , m_centre(new QWidget(this))
    , m_actions(new Actions(*this))
    , m_demo(new GuidedDemo(*this))
    , m_hiddenNames(new HiddenNames(*this))
    , m_tray(new Tray(*this))
    , m_quitting(new Quitting(console.onboardings(), *this))
{
    setObjectName(u"mainWindow"_s);
    new Manners(this);
    setWindowTitle(u"Jetbridge"_s);
    // Widgets are built from the outside in, because a widget that gets another parent is styled
    // again with all its children.
    m_screens =
        new Screens({m_console.current(), m_console.clientRegistrations(), m_console.dataFolder(),
                        m_console.onboardings(), m_console.customers(), m_console.partnerAccess(),
                        m_console.endpoints(), m_console.simulator(), m_console.traffic(),
                        m_console.deliveries()},
            {*m_actions, theme, m_settings,
                [this](QObject* context, std::function<void()> act) {
                    whenReady(context, std::move(act));
                }},
            m_centre);
    auto* across = new QHBoxLayout(m_centre);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_screens->navigation());
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    across->addLayout(right, 1);
    m_strip = new Strip({m_console.current(), m_console.partnerAccess(), m_console.endpoints(),
                            m_console.simulator()},
        m_centre);
    m_strip->addAtEnd(m_actions->menuButton({m_demo->action(), m_hiddenNames->action()}, m_strip));
    right->addWidget(m_strip);
    m_unstored = new UnstoredNotice(m_console.onboardings(), m_console.customers(), m_centre);
    connect(m_unstored, &UnstoredNotice::checkWanted, this, &MainWindow::checkVault);
    right->addWidget(m_unstored);
    right->addWidget(m_screens->pages(), 1);
    setCentralWidget(m_centre);
    m_screens->begin();
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
    connect(&m_console.endpoints(), &Endpoints::notificationReceived, this,
        &MainWindow::sayNotification);
    connect(&m_console.endpoints(), &Endpoints::notificationReceived, m_screens,
        &Screens::showNotified);
    connect(m_tray, &Tray::windowWanted, this, [this] { comeForward(); });
    connect(m_tray, &Tray::quitWanted, this, &QWidget::close);
    connect(m_tray, &Tray::customerWanted, this, &MainWindow::showCustomer);
    connect(m_demo, &GuidedDemo::beginWanted, this, &MainWindow::beginDemo);
    connect(m_demo, &GuidedDemo::endWanted, this, [this] { endDemo(false); });
    connect(m_demo, &GuidedDemo::resetWanted, this, [this] { endDemo(true); });
    connect(m_hiddenNames, &HiddenNames::wanted, this, &MainWindow::hideNames);
    connect(m_hiddenNames, &HiddenNames::changed, this, &MainWindow::showHiddenNames);
    connect(m_demo, &GuidedDemo::placeWanted, m_screens, &Screens::showPlace);
    connect(m_screens, &Screens::demoWanted, this, &MainWindow::beginDemo);
    connect(m_screens, &Screens::endpointsWanted, this,
        [this] { startEndpoints(defaultEndpointsPort); });
    connect(m_screens, &Screens::restartWanted, this, [this] { restart({}, m_demo->isOn()); });
    connect(m_screens, &Screens::switchWanted, this, [this](const QString& environment) {
        if (!m_demo->isOn() && !m_hiddenNames->isOn())
            restart(environment, false);
    });
    connect(m_screens, &Screens::restoreWanted, this, [this](const RestoreRequest& request) {
        // It would put secrets into the keychain.
        if (m_demo->isOn())
            return m_demo->sayNothingIsRestored();
        m_restores = request;
        restart({}, false);
    });
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

void MainWindow::onboard(const QString& company)
{
    m_screens->onboard(company);
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

void MainWindow::beginDemo()
{
    if (!m_demo->isOn())
        Q_EMIT demoWanted();
}

void MainWindow::playDemo(const DemoOf& partner)
{
    m_demo->begin();
    m_strip->showDemo(true);
    m_hiddenNames->action()->setEnabled(false); // the demo's names are invented
    m_centre->setEnabled(false); // nobody is faster than what is being prepared
    whenReady(this, [this, partner] {
        QCoro::connect(
            prepareDemo({m_console.current(), m_console.partnerAccess(), m_console.endpoints(),
                            m_console.simulator(), m_console.onboardings(), m_console.customers()},
                partner),
            this, [this](const Outcome<Done>& outcome) {
                m_centre->setEnabled(true);
                m_screens->rebuild();
                m_screens->showPlace(u"navOnboard"_s, u"onboardCompany"_s);
                m_demo->showPrepared(outcome);
            });
    });
}

void MainWindow::endDemo(bool again)
{
    // Nothing of the demo is worth a question.
    m_restarts = true;
    m_restartsWithDemo = again;
    quitNow();
}

void MainWindow::stepAside()
{
    m_isAside = true;
    showMinimized();
}

void MainWindow::sayNotification(const Notification& notification)
{
    if (!m_isAside || !isMinimized())
        m_tray->say(notification);
}

void MainWindow::hideNames(bool on)
{
    whenReady(this, [this, on] {
        if (m_screens->isOnboarding())
            return m_hiddenNames->sayItMustWait();
        QCoro::connect(m_screens->settle(), m_hiddenNames,
            [this, on](const Done&) { m_hiddenNames->change(on); });
    });
}

void MainWindow::showHiddenNames(bool on)
{
    m_unstored->refresh();
    m_strip->showHiddenNames(on);
    m_screens->rebuild();
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
    if (m_console.dataFolder().isNewCopy())
        StartNotices::sayItIsACopy(this, m_console.dataFolder().copiedFrom());
    showEnvironment();
    showServers();
    m_screens->start();
    checkVault();
    startEndpoints(defaultEndpointsPort);
    m_console.customers().verifyOnSchedule(true);
    m_console.deliveries().start();
    QTimer::singleShot(0, m_tray, &Tray::appear);
    // This is done while the keychain is asked, so that the customers appear at once when somebody
    // opens them. If there are none, nothing is built in advance.
    Integrations::Query any;
    any.limit = 1;
    QCoro::connect(m_console.customers().integrations().page(any), this,
        [this](const Outcome<Integrations::Page>& page) {
            if (page && !page->rows.isEmpty())
                QTimer::singleShot(0, this, [this] {
                    if (!m_closing)
                        m_screens->prepareCustomers();
                });
        });
}

void MainWindow::showEnvironment()
{
    m_strip->showEnvironment();
    m_screens->showEnvironment();
}

void MainWindow::checkVault()
{
    QCoro::connect(m_console.dataFolder().checkVault(), this, [this](const Outcome<Done>& outcome) {
        const QString backend = said(m_console.dataFolder().vault().backendName());
        const Tone tone = outcome ? Tone::Good : Tone::Bad;
        const QString word = outcome ? backend : tr("locked or missing");
        m_strip->showVault(tone, word, outcome ? QString() : outcome.error().detail);
        m_screens->showVault(tone, word);
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
            m_screens->showEndpoints(Tone::Bad, word);
        });
}

void MainWindow::showServers()
{
    m_strip->showServers();
    const auto urls = m_console.endpoints().urls();
    m_screens->showEndpoints(urls ? Tone::Good : Tone::Neutral,
        urls ? tr("ready on 127.0.0.1:%1").arg(urls->port) : tr("stopped"));
}

void MainWindow::comeForward(const QByteArray& activation)
{
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation); // where Wayland's plugin looks for it
    m_isAside = false;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showCustomer(const QString& company)
{
    comeForward();
    m_screens->showCustomer(company);
}

void MainWindow::quitNow()
{
    m_quitting->closeNow();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closed)
        return QMainWindow::closeEvent(event);
    event->ignore();
    if (m_closing)
        return;
    if (!m_quitting->mayClose(m_screens->isOnboarding()))
        return;
    m_closing = true;
    Q_EMIT closing();
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_screens->saveSplitters();
    QCoro::connect(shutDownAfter(m_screens->settle(), m_console), this, [this](const Done&) {
        m_closed = true;
        // close() has no effect while the widget is closing, and shutDown() may finish at once.
        QTimer::singleShot(0, this, &QWidget::close);
    });
}

} // namespace jetbridge::ui
