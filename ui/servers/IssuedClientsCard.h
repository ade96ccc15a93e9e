// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/LatestCard.h"

namespace jetbridge {
class Customers;
}

namespace jetbridge::ui {

/// Lists the clients that we issued to SmartRecruiters (guide, 3), and which of them still get
/// tokens.
class IssuedClientsCard : public LatestCard {
    Q_OBJECT

public:
    explicit IssuedClientsCard(Customers& customers, QWidget* parent = nullptr);

private:
    void refresh() override;

    Customers& m_customers;
};

} // namespace jetbridge::ui
