// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ClientRegistration.h"
#include "servers/LatestCard.h"

class QLabel;
class QPushButton;

namespace jetbridge {
class ClientRegistrations;
class Customers;
} // namespace jetbridge

namespace jetbridge::ui {

/// Lists the clients at the partner's own server, those first that something is still to be done
/// about. Staff can try again what was not done, and close what they looked after themselves.
class RegistrationsCard : public LatestCard {
    Q_OBJECT

public:
    /// Both outlive the card.
    RegistrationsCard(
        ClientRegistrations& clients, Customers& customers, QWidget* parent = nullptr);

private:
    void refresh() override;
    void showAll(const QList<Registration>& all);
    void showSelected();
    /// Returns the selected client; nullptr if none is selected.
    const Registration* selected() const;
    void retry();
    void askToClose();
    void close(const OnboardingId& onboarding);

    ClientRegistrations& m_clients;
    QList<Registration> m_shown;
    OnboardingId m_selected; ///< Stays selected when the clients are read again.
    QLabel* m_notice;
    QLabel* m_advice;
    QLabel* m_result;
    QPushButton* m_retry;
    QPushButton* m_close;
};

} // namespace jetbridge::ui
