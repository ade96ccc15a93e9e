// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace jetbridge::ui {

/// One step of the guided demo, in the order of the guide.
struct PresenterStep {
    QString title;
    QString say; ///< What the presenter says to the audience.
    QString click; ///< What the presenter does meanwhile.
    QString screen; ///< Screen of the step: the objectName of its button in the navigation.
    QString control; ///< objectName of the control that is needed next; it gets the focus.
};

/// Returns the steps in the window's language.
QList<PresenterStep> presenterSteps();

} // namespace jetbridge::ui
