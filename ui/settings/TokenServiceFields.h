// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "ports/Task.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge {
class ClientRegistrations;
}

namespace jetbridge::ui {

/// Fields of an environment for who serves the registered oauthTokenUrl, and what that server
/// needs. Stored secrets are never shown.
class TokenServiceFields : public QObject {
    Q_OBJECT

public:
    /// Adds the fields to `form`.
    TokenServiceFields(QFormLayout* form, QObject* parent);

    /// Shows the settings of an environment, and wipes entered secrets.
    void show(const Environment& environment);
    /// Returns `environment` with what is entered; fields that are hidden change nothing. Invalid:
    /// a field holds no URL or no JSON object.
    Outcome<Environment> applied(Environment environment) const;
    /// Stores the secrets that are entered, for the server of `environment`, which is sound.
    /// `clients` outlives the task.
    Task<Outcome<Done>> keepSecrets(
        ClientRegistrations& clients, const Environment& environment) const;
    void wipeSecrets();

Q_SIGNALS:
    /// The person wants the newest secret alone to sign webhooks.
    void endRotationWanted();

private:
    void addRegistration();
    void addWebhook();
    void showFields();
    TokenService service() const;

    QFormLayout* m_form;
    QComboBox* m_service; ///< Entries in the order of the enum.
    QLabel* m_note;
    QLineEdit* m_registrationUrl;
    QLineEdit* m_metadataUrl;
    QComboBox* m_access; ///< Entries in the order of the enum.
    QLineEdit* m_token;
    QComboBox* m_clientAuthentication;
    QLineEdit* m_more;
    QLineEdit* m_webhookUrl;
    QLineEdit* m_webhookSecret;
    QPushButton* m_endRotation;
};

} // namespace jetbridge::ui
