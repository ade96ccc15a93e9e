// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"

#include <QWidget>

class QSettings;
class QVBoxLayout;

namespace jetbridge {
class CurrentEnvironment;
class DataFolder;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

class EnvironmentsCard;
class TrafficSettings;
class Theme;

/// Where each environment lives, how the window looks, and how old its browser is.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        CurrentEnvironment& current;
        DataFolder& dataFolder;
        TrafficRecords& traffic;
    };
    SettingsPage(
        const Topics& topics, Theme& theme, QSettings& settings, QWidget* parent = nullptr);
    /// Reads the environments; call when the console is ready.
    void load();

Q_SIGNALS:
    /// The program ends as usual and starts again, in the language just chosen.
    void restartWanted();
    /// The same, in another environment.
    void switchWanted(const QString& environment);
    /// The program ends as usual, restores a backup and starts again.
    void restoreWanted(const jetbridge::RestoreRequest& request);

private:
    void buildLook(QVBoxLayout* column, Theme& theme, QSettings& settings);
    void buildBackup(QVBoxLayout* column);
    void buildEngine(QVBoxLayout* column);

    const Topics m_topics;
    TrafficSettings* m_traffic = nullptr;
    EnvironmentsCard* m_environments;
};

} // namespace jetbridge::ui
