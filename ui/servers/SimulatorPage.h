// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QJsonObject>
#include <QStandardItemModel>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace jetbridge {
class CurrentEnvironment;
class Customers;
class EmbeddedSimulator;
} // namespace jetbridge

namespace jetbridge::ui {

class FaultsCard;
class StatusLamp;

/// SmartRecruiters' side on this computer: whether the simulator runs, which companies it knows,
/// and how it behaves.
class SimulatorPage : public QWidget {
    Q_OBJECT

public:
    SimulatorPage(EmbeddedSimulator& simulator, CurrentEnvironment& current, Customers& customers,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void onboardWanted(const QString& companyId);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildServer(QFormLayout* form);
    void buildCompanies(QFormLayout* form);
    void buildSettings(QFormLayout* form);
    void buildApplications(QFormLayout* form);
    void buildClock(QFormLayout* form);
    void startOrStop();
    void refresh();
    void showState(const QJsonObject& state);
    void showCompanies();
    void showSelected();
    /// Shows the result of a change, and then the simulator's new state.
    void afterwards(Task<Outcome<Done>>&& change, const QString& done);
    void askReset();

    EmbeddedSimulator& m_simulator;
    CurrentEnvironment& m_current;
    Customers& m_customers;
    QJsonObject m_state;
    QStandardItemModel m_companies;
    StatusLamp* m_lamp;
    QLabel* m_address;
    QPushButton* m_startStop;
    QPushButton* m_openPortal;
    QLabel* m_said;
    QWidget* m_running; ///< Contains everything that needs a running simulator.
    QTableView* m_table;
    QPushButton* m_onboard;
    QPushButton* m_disable;
    QSpinBox* m_requests;
    QSpinBox* m_lifetime;
    QSpinBox* m_retries;
    FaultsCard* m_faults;
    QComboBox* m_application;
    QLabel* m_review;
    QLineEdit* m_message;
    QPushButton* m_approve;
    QPushButton* m_adjust;
    QLabel* m_now;
    QComboBox* m_advance;
};

} // namespace jetbridge::ui
