// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "flows/RegisterApplication.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTimer;
class QVBoxLayout;

namespace jetbridge {
class Customers;
class DataFolder;
class PartnerAccess;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

class AppCardPreview;
class ConsentAgainHint;
class LeastPrivilegeHint;

/// The application's data for the Partner & API Team (guide, 1), and the master credentials that
/// they issue for it.
class ApplicationPage : public QWidget {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        PartnerAccess& partnerAccess;
        Customers& customers;
        TrafficRecords& traffic;
        DataFolder& dataFolder;
    };
    explicit ApplicationPage(const Topics& topics, QWidget* parent = nullptr);
    /// Reads application and credentials; call it when the console is ready.
    void load();

private:
    void buildApplication(QVBoxLayout* column);
    void buildPreview(QVBoxLayout* column);
    void buildCredentials(QVBoxLayout* column);
    void show(const Application& application);
    Application entered() const;
    void check();
    void save();
    void addScope(const ScopeRequest& scope);
    void pickScopes();
    void takePicked(const QStringList& added, const QStringList& removed);
    /// Embeds a picture file in the application.
    void chooseLogo();
    void exportPacket(PacketFormat format);
    void takePastedJson(const QString& text);
    void proveAndStore();
    void forget();
    /// Tests these master credentials by a token request and stores them, in addition to those in
    /// use or instead of them.
    void prove(const MasterCredentials& credentials);
    void proved(const Outcome<AccessToken>& token);
    void goBack();
    void showCredentials();
    void showRotations();

    const Topics m_topics;
    AppCardPreview* m_preview;
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    QLineEdit* m_logo;
    QTableWidget* m_scopes;
    LeastPrivilegeHint* m_leastPrivilege;
    ConsentAgainHint* m_consentAgain;
    QLineEdit* m_consentUrl;
    QComboBox* m_mode;
    QLineEdit* m_oauthTokenUrl;
    QLineEdit* m_callbackUrl;
    QComboBox* m_visibility;
    QComboBox* m_state;
    QLabel* m_said;
    QHash<QString, QLabel*> m_findings; ///< Labels of the findings by the guide's field name.
    QTimer* m_checkSoon;
    QLabel* m_credentialsStatus;
    QLineEdit* m_appId;
    QLineEdit* m_clientId;
    QLineEdit* m_clientSecret;
    QPushButton* m_prove;
    QPushButton* m_forget;
    QLabel* m_credentialsSaid;
    QLabel* m_previous;
    QPushButton* m_back;
    QLabel* m_rotations;
    AppId m_storedApp; ///< Application of the stored master credentials; empty if none are stored.
    bool m_loading = false;
};

} // namespace jetbridge::ui
