// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QCoreApplication>

class QWidget;

namespace jetbridge::ui {

/// Messages about the data folder when the window has just opened.
struct StartNotices {
    Q_DECLARE_TR_FUNCTIONS(StartNotices)
public:
    /// Says that the data folder cannot be used, and closes the window afterwards.
    static void sayItCannotStart(QWidget* window, const Failure& failure);
    /// Says that the data folder was copied from another one.
    static void sayItIsACopy(QWidget* window, const QString& original);
};

} // namespace jetbridge::ui
