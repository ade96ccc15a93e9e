// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RateUse.h"
#include "parts/StatusLamp.h"

namespace jetbridge::ui {

/// Shows how many calls to SmartRecruiters wait because of its rate limits, and why; hidden while
/// there are none.
class RateMeter : public StatusLamp {
    Q_OBJECT

public:
    explicit RateMeter(QWidget* parent = nullptr);
    void read(const QList<RateUse>& rates);
};

} // namespace jetbridge::ui
