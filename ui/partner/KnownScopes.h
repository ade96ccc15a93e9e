// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jetbridge::ui {

/// An access scope that can be chosen for the application; any other may be typed.
struct ScopeChoice {
    QString name;
    QString purpose; ///< Purpose in the window's language.
};

QList<ScopeChoice> scopeChoices();

} // namespace jetbridge::ui
