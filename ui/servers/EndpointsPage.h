// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QStandardItemModel>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace jetbridge {
class ClientRegistrations;
class CurrentEnvironment;
class Customers;
class Endpoints;
class TrafficRecords;
struct ChosenAnswer;
struct Notification;
struct Rehearsal;
} // namespace jetbridge

namespace jetbridge::ui {

class ReplayForm;
class StatusLamp;

/// What SmartRecruiters and customers reach on this computer: the addresses, whether they can be
/// reached, and what arrived at callbackUrl.
class EndpointsPage : public QWidget {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        Endpoints& endpoints;
        CurrentEnvironment& current;
        Customers& customers;
        TrafficRecords& traffic;
        ClientRegistrations& clientRegistrations;
    };
    explicit EndpointsPage(const Topics& topics, QWidget* parent = nullptr);
    /// Reads the inbox; call it when the console is ready.
    void load();
    /// Checks over the network whether the addresses lead to this program.
    void probe();

Q_SIGNALS:
    void startWanted();

private:
    /// A row of the addresses: a status lamp with its name, the URL, and a button that copies it.
    struct Address {
        QLabel* url;
        QPushButton* copy;
        StatusLamp* lamp;
        QString purpose;
    };
    Address addAddress(QFormLayout* form, const char* name, const char* copyName,
        const char* lampName, const QString& caption, const QString& purpose);
    void buildAddresses(QFormLayout* form);
    void buildPublicUrl(QFormLayout* form);
    void savePublicUrl();
    void buildRehearsal(QFormLayout* form);
    void buildInbox(QFormLayout* form);
    void showAddresses();
    void showLamps(Tone tone, const QString& word);
    void rehearse(const Rehearsal& rehearsal);
    void showRehearsal();
    /// Returns the answer that the controls are set to.
    ChosenAnswer chosen() const;
    void showChoice();
    /// Adds a row at the top, and removes the oldest if there are too many.
    void add(const Notification& notification);
    void showSelected();

    const Topics m_topics;
    QStandardItemModel m_notifications;
    StatusLamp* m_state;
    Address m_consent;
    Address m_oauthToken;
    Address m_callback;
    Address m_introspection; ///< Address for the partner's own APIs.
    QPushButton* m_start;
    QPushButton* m_probe;
    QLabel* m_probed;
    QLineEdit* m_publicUrl;
    QPushButton* m_applyPublicUrl;
    QComboBox* m_answer;
    QSpinBox* m_status;
    QSpinBox* m_delay;
    QCheckBox* m_drop;
    QSpinBox* m_times;
    QPushButton* m_rehearse;
    QLabel* m_rehearsed;
    QLabel* m_empty;
    QTableView* m_inbox;
    ReplayForm* m_replay;
};

} // namespace jetbridge::ui
