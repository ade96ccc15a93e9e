// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QSpinBox;
class QVBoxLayout;

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

class TrafficSettings;
class Theme;

/// Where each environment lives, and how the window looks.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(Console& console, Theme& theme, QSettings& settings, QWidget* parent = nullptr);
    /// Reads the environments; call when the console is ready.
    void load();

Q_SIGNALS:
    /// The program ends as usual and starts again, in the language just chosen.
    void restartWanted();

private:
    void buildLook(QVBoxLayout* column, Theme& theme, QSettings& settings);
    void showEnvironment(int index);
    void save();

    Console& m_console;
    TrafficSettings* m_traffic = nullptr;
    QList<Environment> m_environments;
    QComboBox* m_choice;
    QLineEdit* m_apiUrl;
    QLineEdit* m_portalUrl;
    QLineEdit* m_redirectHosts;
    QLineEdit* m_frameOrigins;
    QComboBox* m_authentication;
    QLineEdit* m_caFile;
    QSpinBox* m_verifyEvery;
    QLabel* m_said;
};

} // namespace jetbridge::ui
