// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "parts/Mask.h"
#include "ports/Task.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <list>
#include <optional>

class QDockWidget;
class QFrame;
class QLabel;
class QSettings;
class QStackedWidget;
class QSystemTrayIcon;
class QToolButton;

namespace jetbridge {
class Console;
struct Notification;
} // namespace jetbridge

namespace jetbridge::ui {

class CustomersPage;
class DesktopNotice;
class OnboardPage;
class StatusLamp;
class Theme;
class TrafficPage;
class UnstoredNotice;
class WelcomePage;

/// The frame: navigation on the left, environment and lamps on top, one page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Everything outlives the window. Reads nothing before it was shown.
    MainWindow(Console& console, Theme& theme, QSettings& settings);

    /// Once it is closed: the person wants the program back at once.
    bool restarts() const { return m_restarts; }
    /// And in which environment; empty: in the same.
    const QString& restartsIn() const { return m_restartsIn; }
    bool restartsWithDemo() const { return m_restartsWithDemo; }

    /// The guided demo: presenter's steps, customers masked, other environments out of reach. As
    /// soon as the registry is open; elsewhere than in the simulator it asks to go over there.
    void beginDemo();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildNavigation(QWidget* parent);
    QWidget* buildStrip(QWidget* parent);
    /// A place in the navigation and the page it leads to, built when it is first shown: what
    /// nobody looks at costs nothing at start. Only customers, where there are any, are prepared
    /// behind the first screen.
    struct Screen {
        QToolButton* button;
        std::function<QWidget*()> build;
        QWidget* page = nullptr;
    };
    Screen* addScreen(QLayout* column, const char* name, const char* icon, const QString& text,
        const QKeySequence& keys, std::function<QWidget*()> build);
    QWidget* buildOnboard();
    QWidget* buildCustomers();
    QWidget* buildEndpoints();
    QWidget* buildSimulator();
    QWidget* buildTraffic();
    void openExchange(qint64 number);
    QWidget* buildApplication();
    QWidget* buildSettings();
    /// The navigation's icons grow with the text.
    void fitIcons();
    /// Has its page built if this is the first time.
    void prepare(Screen& screen);
    void prepareCustomers();
    void goTo(Screen& screen);
    /// Acts when the registry is open, now or later.
    void whenReady(QObject* context, std::function<void()> act);
    void restart(const QString& environment, bool withDemo);
    QWidget* buildMenu(QWidget* parent);
    void toggleDemo();
    void askToGoOverForDemo();
    void changeDemo(bool on);
    void showPresenter();
    /// The screen of that name in the navigation, and the control there that comes next.
    void showPlace(const QString& screen, const QString& control);
    void addShortcuts();
    void open();
    void opened();
    void showEnvironment();
    void checkVault();
    void startEndpoints(quint16 port);
    void showServers();
    void sayNotification(const Notification& notification);
    /// A place in the tray where there is one, after the window is up.
    void makeTray();
    void comeForward();
    void showCustomer(const QString& company);
    void showShortcuts();
    void showHelp();
    /// What the person may still undo is done.
    Task<Done> settle();
    /// What is still to be done before the program ends.
    Task<Done> finish();
    /// What would be lost; the person says whether to quit all the same.
    void askBeforeQuitting(const QString& title, const QString& text);
    /// The splitters of a page, as the person left them.
    void restoreSplitters(const QWidget& page);
    void saveSplitters();

    Console& m_console;
    Theme& m_theme;
    QSettings& m_settings;
    QStackedWidget* m_pages;
    WelcomePage* m_welcome;
    std::list<Screen> m_screens;
    Screen* m_onboardScreen = nullptr;
    Screen* m_customersScreen = nullptr;
    Screen* m_simulatorScreen = nullptr;
    Screen* m_trafficScreen = nullptr;
    Screen* m_applicationScreen = nullptr;
    OnboardPage* m_onboard = nullptr;
    CustomersPage* m_customers = nullptr;
    TrafficPage* m_traffic = nullptr;
    QLabel* m_environment = nullptr;
    QFrame* m_line = nullptr;
    StatusLamp* m_vault = nullptr;
    StatusLamp* m_endpoints = nullptr;
    StatusLamp* m_simulator = nullptr;
    QLabel* m_demoBadge = nullptr;
    QAction* m_demoAction = nullptr;
    UnstoredNotice* m_unstored = nullptr;
    std::optional<Mask> m_mask; ///< There is one while the demo is on.
    QPointer<QDockWidget> m_presenter;
    DesktopNotice* m_notice;
    QSystemTrayIcon* m_tray = nullptr;
    QList<std::pair<QKeySequence, QString>> m_keys; ///< What the help sheet lists.
    QTimer m_opening; ///< Runs until the registry is opened, which the first paint brings about.
    bool m_mayInterrupt = false; ///< The person said so.
    bool m_restarts = false;
    QString m_restartsIn;
    bool m_restartsWithDemo = false;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace jetbridge::ui
