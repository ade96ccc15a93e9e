// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jetbridge::ui {

/// An access scope that is offered for the application; any other may be typed as well.
struct ScopeChoice {
    QString name;
    QString purpose; ///< In the window's language.
};

QList<ScopeChoice> scopeChoices();

} // namespace jetbridge::ui
