// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"
#include "domain/Outcome.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <optional>

class QSettings;

namespace jetbridge {
class Console;
struct DemoOf;
struct Notification;
} // namespace jetbridge

namespace jetbridge::ui {

class Actions;
class GuidedDemo;
class HiddenNames;
class Quitting;
class Screens;
class Strip;
class Theme;
class Tray;
class UnstoredNotice;

/// Main window: navigation on the left, environment and status lamps on top, one page.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// All arguments must outlive the window. Nothing is read before it was shown.
    MainWindow(Console& console, Theme& theme, QSettings& settings);

    /// Tells, after the window was closed, whether the person wants the program to restart at once.
    bool restarts() const { return m_restarts; }
    /// Returns the environment for the restart; empty for the same one.
    const QString& restartsIn() const { return m_restartsIn; }
    bool restartsWithDemo() const { return m_restartsWithDemo; }
    /// Returns the backup to restore into the data folder before the restart, if there is one.
    const std::optional<RestoreRequest>& restores() const { return m_restores; }

    /// Asks for the guided demo, which is a window of its own (demoWanted); does nothing there.
    void beginDemo();
    /// Makes this window the demo's, on the console of a throw-away place: prepares it as soon as
    /// the registry is open, with what `partner` has, and shows the presenter's panel.
    void playDemo(const DemoOf& partner);
    /// Goes to the background while the demo is shown; no notice names a customer meanwhile.
    void stepAside();
    /// Onboard, with this company filled in; empty: with none. While a run is under way it says so.
    void onboard(const QString& company);
    /// On top of the others; `activation` is the desktop's token for it, where there is one.
    void comeForward(const QByteArray& activation = {});
    /// Closes without a question, as at the end of a session: what the window shows is saved.
    void quitNow();

Q_SIGNALS:
    /// It closes, and nothing begins any more.
    void closing();
    /// The person wants the guided demo, beside this window.
    void demoWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void connectParts();
    /// Calls `act` when the registry is open, now or later.
    void whenReady(QObject* context, std::function<void()> act);
    void restart(const QString& environment, bool withDemo);
    void endDemo(bool again);
    void hideNames(bool on);
    void showHiddenNames(bool on);
    void sayNotification(const Notification& notification);
    void open();
    void opened();
    void showEnvironment();
    void checkVault();
    void startEndpoints(quint16 port);
    void showServers();
    void showCustomer(const QString& company);

    Console& m_console;
    QSettings& m_settings;
    QWidget* m_centre;
    Actions* m_actions;
    GuidedDemo* m_demo;
    HiddenNames* m_hiddenNames;
    Tray* m_tray;
    Quitting* m_quitting;
    Screens* m_screens = nullptr;
    Strip* m_strip = nullptr;
    UnstoredNotice* m_unstored = nullptr;
    QTimer m_opening; ///< Runs until the registry is opened, which the first paint triggers.
    bool m_restarts = false;
    QString m_restartsIn;
    bool m_restartsWithDemo = false;
    std::optional<RestoreRequest> m_restores;
    bool m_isAside = false; ///< The demo is shown, in another window.
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace jetbridge::ui
