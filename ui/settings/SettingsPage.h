// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"

#include <QWidget>

class QSettings;
class QVBoxLayout;

namespace jetbridge {
class ClientRegistrations;
class CurrentEnvironment;
class Customers;
class DataFolder;
class Deliveries;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

class EnvironmentsCard;
class SinksCard;
class TrafficSettings;
class Theme;

/// Settings: environments, sinks, appearance, and the age of the browser engine.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        CurrentEnvironment& current;
        ClientRegistrations& clientRegistrations;
        DataFolder& dataFolder;
        TrafficRecords& traffic;
        Deliveries& deliveries;
        Customers& customers;
    };
    SettingsPage(
        const Topics& topics, Theme& theme, QSettings& settings, QWidget* parent = nullptr);
    /// Reads the environments; call it when the console is ready.
    void load();

Q_SIGNALS:
    /// The person chose another language: the program ends as usual and restarts in it.
    void restartWanted();
    /// The person wants to switch to this environment: the program ends as usual and restarts
    /// there.
    void switchWanted(const QString& environment);
    /// The person wants to restore a backup: the program ends as usual, restores it and restarts.
    void restoreWanted(const jetbridge::RestoreRequest& request);

private:
    void buildLook(QVBoxLayout* column, Theme& theme, QSettings& settings);
    void buildBackup(QVBoxLayout* column);
    void buildEngine(QVBoxLayout* column);

    const Topics m_topics;
    TrafficSettings* m_traffic = nullptr;
    EnvironmentsCard* m_environments;
    SinksCard* m_sinks;
};

} // namespace jetbridge::ui
