// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QCoreApplication>

class QWidget;

namespace jetbridge::ui {

/// What a window says about its data folder when it has just opened.
struct StartNotices {
    Q_DECLARE_TR_FUNCTIONS(StartNotices)
public:
    /// The data folder cannot be used; the window closes after it.
    static void sayItCannotStart(QWidget* window, const Failure& failure);
    /// The data folder was copied from another one.
    static void sayItIsACopy(QWidget* window, const QString& original);
};

} // namespace jetbridge::ui
