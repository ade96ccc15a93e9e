// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace jetbridge::ui {

/// Acts as the customer's administrator in a demo: grants access, types the one-time code and
/// approves, at a pace that people can follow. It works on pages of this computer only.
struct DemoHand {
    QUrl portal; ///< Origin of SmartRecruiters' pages (the simulator).
    QUrl consent; ///< Origin of the partner's pages.
    QString code; ///< One-time code to type at the consent page.
    std::chrono::milliseconds pause{900}; ///< Pause before each press, while the control is
                                          ///< outlined.

    /// Returns the script, which runs in every frame in a script world of its own, so that the
    /// pages' scripts see neither it nor the code. Empty unless both origins are on this computer.
    QString script() const;
};

} // namespace jetbridge::ui
