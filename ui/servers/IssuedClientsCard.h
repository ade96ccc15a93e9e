// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/LatestCard.h"

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

/// Lists the clients that we issued to SmartRecruiters (guide, 3), and which of them still get
/// tokens.
class IssuedClientsCard : public LatestCard {
    Q_OBJECT

public:
    explicit IssuedClientsCard(Console& console, QWidget* parent = nullptr);

private:
    void refresh() override;

    Console& m_console;
};

} // namespace jetbridge::ui
