// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sink.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTimer;

namespace jetbridge {
class Customers;
class Deliveries;
} // namespace jetbridge

namespace jetbridge::ui {

/// The sinks of the environment: what they are, what waits for them, and how to add, try and remove
/// one.
class SinksCard : public QWidget {
    Q_OBJECT

public:
    SinksCard(Deliveries& deliveries, Customers& customers, QWidget* parent = nullptr);
    /// Reads the sinks; call it when the console is ready.
    void load();

private:
    /// The chosen one; nullptr if there is none.
    const Sink* chosen() const;
    void list(const QList<Sink>& sinks);
    /// Shows the chosen sink and counts what waits for it.
    void showChosen();
    void sayFacts(const Sink& sink, int waiting);
    void askForNew();
    void tryChosen();
    void retry();
    void remove();

    Deliveries& m_deliveries;
    Customers& m_customers;
    QList<Sink> m_sinks;
    QComboBox* m_choice;
    QLabel* m_facts;
    QLabel* m_said;
    QPushButton* m_try;
    QPushButton* m_retry;
    QPushButton* m_remove;
    QTimer* m_loadSoon;
};

} // namespace jetbridge::ui
