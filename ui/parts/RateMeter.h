// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RateUse.h"
#include "parts/StatusLamp.h"

namespace jetbridge::ui {

/// How many calls wait for their turn at SmartRecruiters, and why; hidden while none does.
class RateMeter : public StatusLamp {
    Q_OBJECT

public:
    explicit RateMeter(QWidget* parent = nullptr);
    void read(const QList<RateUse>& rates);
};

} // namespace jetbridge::ui
