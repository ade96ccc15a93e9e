// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jetbridge::ui {

/// One step of the guided demo, in the order of the guide.
struct PresenterStep {
    QString title;
    QString say; ///< To the audience.
    QString click; ///< What to do meanwhile.
    QString screen; ///< Where: the objectName of its place in the navigation.
    QString control; ///< What comes next there, by objectName; it takes the focus.
};

/// In the window's language.
QList<PresenterStep> presenterSteps();

} // namespace jetbridge::ui
