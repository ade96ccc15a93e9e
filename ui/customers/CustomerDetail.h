// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "journal/JournalModel.h"
#include "parts/Tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace jetbridge {
class CurrentEnvironment;
class Customers;
class Deliveries;
class EmbeddedSimulator;
class Onboardings;
class PartnerAccess;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

class CustomerDeliveries;
class DirectionLamps;
class OutcomeUnknownCard;

/// Details of one customer: status, history, credentials (masked) and the possible actions.
class CustomerDetail : public QWidget {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        Customers& customers;
        Onboardings& onboardings;
        PartnerAccess& partnerAccess;
        EmbeddedSimulator& simulator;
        TrafficRecords& traffic;
        Deliveries& deliveries;
        CurrentEnvironment& current;
    };
    explicit CustomerDetail(const Topics& topics, QWidget* parent = nullptr);
    void show(const Integration& integration);
    const IntegrationId& shown() const { return m_integration.id; }
    void verify();

Q_SIGNALS:
    /// The person was asked and agreed to remove the customer.
    void forgetWanted(const jetbridge::IntegrationId& id, const QString& name);
    void onboardAgainWanted(const QString& companyId);
    void exchangeWanted(qint64 number);

private:
    /// Builds the identifiers, each below its name, and the secret with its buttons.
    QWidget* buildCredentials();
    void showUnknown(const Integration& integration);
    /// Shows the scopes of the consent, and those that the application has got since.
    void showScopes(const Integration& integration);
    /// The integration of the unknown outcome exists and is disabled: removes its row and starts
    /// again.
    void resolveExisting();
    void showJournal();
    void showFormer();
    void reveal();
    void hideSecret();
    void copySecret();
    void getToken();
    void sayToken(const AccessToken& token, const Scopes& asked);
    void disable();
    void forget();
    /// Asks first, then deletes the credentials, which are useless by now and cannot be restored.
    void deleteCredentials();
    void showActions();
    void say(Tone tone, const QString& sentence);

    const Topics m_topics;
    Integration m_integration;
    JournalModel m_journal;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_status;
    DirectionLamps* m_directions;
    CustomerDeliveries* m_deliveries;
    QLabel* m_said;
    QLabel* m_company;
    QLabel* m_id;
    QLabel* m_clientId;
    QLabel* m_scopes;
    QLabel* m_secret;
    QLabel* m_before;
    QPushButton* m_reveal;
    QPushButton* m_copy;
    QPushButton* m_verify;
    QPushButton* m_token;
    QPushButton* m_disable;
    QPushButton* m_deleteCredentials;
    QPushButton* m_copyText;
    QPushButton* m_handOver;
    QLabel* m_maskedNote;
    QPushButton* m_older;
    QWidget* m_actions;
    QWidget* m_credentials;
    OutcomeUnknownCard* m_unknown;
    QTimer* m_hideSoon;
    bool m_tokenWasShown = false;
    qsizetype m_mostLines = 0; ///< Number of history lines that are shown.
};

} // namespace jetbridge::ui
