// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jetbridge::ui {

/// An access scope that SmartRecruiters' public pages or other clients name, and what it is for.
/// Their spellings differ here and there, so that any other may be typed as well.
struct KnownScope {
    QString name;
    QString purpose; ///< In the window's language.
};

QList<KnownScope> knownScopes();

} // namespace jetbridge::ui
