// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "parts/Tokens.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace jetbridge {
class ClientRegistrations;
class CurrentEnvironment;
class DataFolder;
} // namespace jetbridge

namespace jetbridge::ui {

class TokenServiceFields;

/// The environments and their addresses; more can be added, and the window can switch to another
/// one.
class EnvironmentsCard : public QWidget {
    Q_OBJECT

public:
    EnvironmentsCard(CurrentEnvironment& current, ClientRegistrations& clients,
        DataFolder& dataFolder, QWidget* parent = nullptr);
    /// Reads the environments; call it when the console is ready.
    void load();

Q_SIGNALS:
    /// The person wants to switch to this environment: the program ends as usual and restarts
    /// there.
    void switchWanted(const QString& name);

private:
    /// What an audience must not see: the demo has no other environment, nor has a window that
    /// hides names.
    bool showsOnlyThis() const;
    void show(int index);
    Environment entered() const;
    void save();
    void endRotation();
    void askForNew();
    /// Saves `environment`, then shows it.
    void keep(const Environment& environment);
    void say(Tone tone, const QString& sentence);

    CurrentEnvironment& m_current;
    ClientRegistrations& m_clients;
    DataFolder& m_dataFolder;
    QList<Environment> m_environments;
    QComboBox* m_choice;
    QLabel* m_kind;
    QLineEdit* m_apiUrl;
    QLineEdit* m_portalUrl;
    QLineEdit* m_redirectHosts;
    QLineEdit* m_frameOrigins;
    QComboBox* m_authentication;
    QLineEdit* m_caFile;
    QLineEdit* m_publicUrl;
    QLineEdit* m_forwardTo;
    QSpinBox* m_tokenLifetime;
    QComboBox* m_unknownScopes;
    TokenServiceFields* m_tokenService = nullptr;
    QComboBox* m_tokenFormat; ///< Entries in the order of the enum.
    QLineEdit* m_tokenIssuer;
    QLineEdit* m_tokenAudience;
    QSpinBox* m_verifyEvery;
    QLabel* m_said;
    QPushButton* m_switch;
    QPushButton* m_open;
};

} // namespace jetbridge::ui
