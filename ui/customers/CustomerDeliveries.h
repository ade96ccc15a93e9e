// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Delivery.h"
#include "parts/Tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace jetbridge {
class Deliveries;
}

namespace jetbridge::ui {

/// Tells for each sink whether it has the customer's credentials; hidden if no sink ever had to get
/// them.
class CustomerDeliveries : public QWidget {
    Q_OBJECT

public:
    explicit CustomerDeliveries(Deliveries& deliveries, QWidget* parent = nullptr);
    void show(const IntegrationId& integration);

    /// How a customer stands at one sink.
    struct Standing {
        Tone tone = Tone::Neutral;
        QString words;
    };
    /// `last`: the customer's latest delivery to that sink.
    static Standing standingOf(const Delivery& last);

private:
    void read();
    /// `deliveries`: the newest first.
    void list(const QList<Delivery>& deliveries);
    void retry();

    Deliveries& m_deliveries;
    IntegrationId m_integration;
    QVBoxLayout* m_rows;
    QPushButton* m_retry;
    QLabel* m_said;
    QTimer* m_readSoon;
};

} // namespace jetbridge::ui
