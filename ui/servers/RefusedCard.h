// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/LatestCard.h"

namespace jetbridge {
class TrafficRecords;
}

namespace jetbridge::ui {

/// Lists the latest requests that the endpoints refused, and why.
class RefusedCard : public LatestCard {
    Q_OBJECT

public:
    explicit RefusedCard(TrafficRecords& traffic, QWidget* parent = nullptr);

private:
    void refresh() override;

    TrafficRecords& m_traffic;
};

} // namespace jetbridge::ui
