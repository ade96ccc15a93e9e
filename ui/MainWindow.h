// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QMainWindow>

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

class ApplicationPage;
class CustomersPage;
class OnboardPage;
class SettingsPage;
class StatusLamp;
class Theme;
class WelcomePage;

/// The frame: navigation on the left, environment and lamps on top, one page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Everything outlives the window. Reads nothing before it was shown.
    MainWindow(Console& console, Theme& theme, QSettings& settings);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* buildNavigation();
    QWidget* buildStrip();
    QToolButton* addNavigation(
        QLayout* column, const char* name, const char* icon, const QString& text, QWidget* page);
    void addShortcuts();
    void open();
    void opened();
    void showPage(QWidget* page);
    void showEnvironment();
    void checkVault();
    void startEndpoints(quint16 port);
    void showServers();
    void sayNotification(const Notification& notification);
    void showShortcuts();

    Console& m_console;
    QSettings& m_settings;
    QStackedWidget* m_pages;
    WelcomePage* m_welcome;
    OnboardPage* m_onboard;
    CustomersPage* m_customers;
    ApplicationPage* m_application;
    SettingsPage* m_settingsPage;
    QList<QToolButton*> m_navigation;
    QLabel* m_environment = nullptr;
    QFrame* m_line = nullptr;
    StatusLamp* m_vault = nullptr;
    StatusLamp* m_endpoints = nullptr;
    StatusLamp* m_simulator = nullptr;
    QSystemTrayIcon* m_tray = nullptr;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace jetbridge::ui
