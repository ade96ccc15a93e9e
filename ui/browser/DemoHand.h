// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace jetbridge::ui {

/// Plays the customer's administrator in a demo: grants, types the one-time code and approves, at a
/// pace that people can follow. For pages on this computer only.
struct DemoHand {
    QUrl portal; ///< Pages of this origin are SmartRecruiters' (the simulator).
    QUrl consent; ///< Pages of this origin are the partner's.
    QString code; ///< Typed at the consent page.
    std::chrono::milliseconds pause{900}; ///< Before each press, with the control outlined.

    /// Runs in every frame, in a script world of its own: the pages' scripts cannot see it nor the
    /// code. Empty unless both origins are on this computer.
    QString script() const;
};

} // namespace jetbridge::ui
