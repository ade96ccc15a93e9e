// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Navigation.h"
#include "console/FolderRestore.h"
#include "domain/CompanyId.h"
#include "parts/Tokens.h"
#include "ports/Task.h"

#include <QObject>
#include <QSet>

#include <functional>

class QSettings;
class QStackedWidget;

namespace jetbridge {
class ClientRegistrations;
class CurrentEnvironment;
class Customers;
class DataFolder;
class Deliveries;
class EmbeddedSimulator;
class Endpoints;
class Onboardings;
class PartnerAccess;
class TrafficRecords;
struct Notification;
} // namespace jetbridge

namespace jetbridge::ui {

class Actions;
class CustomersPage;
class HomePage;
class OnboardPage;
class Theme;
class TrafficPage;

/// The screens of a window: the navigation with its pages, their shortcuts, and the ways from one
/// screen to another. What a page cannot do without the window is a signal.
class Screens : public QObject {
    Q_OBJECT

public:
    /// What the pages show and work on; each outlives this object.
    struct Topics {
        CurrentEnvironment& current;
        ClientRegistrations& clientRegistrations;
        DataFolder& dataFolder;
        Onboardings& onboardings;
        Customers& customers;
        PartnerAccess& partnerAccess;
        Endpoints& endpoints;
        EmbeddedSimulator& simulator;
        TrafficRecords& traffic;
        Deliveries& deliveries;
    };
    /// What the pages need of the window; the references outlive this object.
    struct Frame {
        Actions& actions;
        Theme& theme;
        QSettings& settings;
        /// Calls a function when the registry is open, now or later, unless `context` is gone then.
        std::function<void(QObject* context, std::function<void()> act)> whenReady;
    };
    /// Makes navigation and pages as children of `centre`, which owns this object, too.
    Screens(const Topics& topics, Frame frame, QWidget* centre);

    Navigation* navigation() const { return m_navigation; }
    QStackedWidget* pages() const { return m_pages; }

    /// Shows Home and adds the shortcuts; call it once navigation and pages are in their layout.
    void begin();
    /// Lets Home read the registry; call it when the registry is open.
    void start();
    /// Builds the customers' screen in the background so that it appears at once.
    void prepareCustomers();
    /// Builds every page again, so that nothing remains that was written before; the same screen is
    /// shown.
    void rebuild();
    /// Stores the splitter positions of all pages.
    void saveSplitters();

    /// Shows Onboard with this company filled in; empty: with none. While a run is under way it
    /// says so.
    void onboard(const QString& company);
    bool isOnboarding() const;
    void showCustomer(const QString& company);
    /// Shows a screen of the navigation and focuses the control that is needed next there.
    void showPlace(const QString& screen, const QString& control);
    /// Carries out what the person could still undo.
    Task<Done> settle();

    /// Offers what only the simulator has where that is the environment.
    void showEnvironment();
    /// Shows on Home how the keychain is.
    void showVault(Tone tone, const QString& word);
    /// Counts a customer that disabled the integration at the Customers screen until it is opened.
    void showNotified(const Notification& notification);
    /// Shows on Home how the endpoints are.
    void showEndpoints(Tone tone, const QString& word);

Q_SIGNALS:
    /// The person wants the guided demo.
    void demoWanted();
    /// The person wants the endpoints to be started.
    void endpointsWanted();
    /// The person chose something that applies after a restart.
    void restartWanted();
    /// The person wants the program to restart in this environment.
    void switchWanted(const QString& environment);
    /// The person wants a backup to be restored into the data folder.
    void restoreWanted(const jetbridge::RestoreRequest& request);

private:
    /// What Home says about something that runs or not.
    struct Lamp {
        Tone tone = Tone::Neutral;
        QString word;
    };

    void buildNavigation();
    QWidget* buildHome();
    void startHome();
    QWidget* buildOnboard();
    QWidget* buildCustomers();
    QWidget* buildEndpoints();
    QWidget* buildSimulator();
    QWidget* buildTraffic();
    QWidget* buildApplication();
    QWidget* buildSettings();
    void addShortcuts();
    void search();
    void verify();
    void goTo(Navigation::Screen& screen);
    void openExchange(qint64 number);

    const Topics m_topics;
    const Frame m_frame;
    QStackedWidget* m_pages;
    Navigation* m_navigation;
    Navigation::Screen* m_homeScreen = nullptr;
    Navigation::Screen* m_onboardScreen = nullptr;
    Navigation::Screen* m_customersScreen = nullptr;
    Navigation::Screen* m_simulatorScreen = nullptr;
    Navigation::Screen* m_trafficScreen = nullptr;
    Navigation::Screen* m_applicationScreen = nullptr;
    HomePage* m_home = nullptr;
    OnboardPage* m_onboard = nullptr;
    CustomersPage* m_customers = nullptr;
    TrafficPage* m_traffic = nullptr;
    bool m_isOpen = false; ///< True once the registry is open.
    Lamp m_vault;
    Lamp m_endpoints;
    QSet<CompanyId> m_disabled; ///< Companies of the badge at Customers.
};

} // namespace jetbridge::ui
