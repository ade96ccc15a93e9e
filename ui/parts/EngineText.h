// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/WindowEngine.h"
#include "parts/Tokens.h"

#include <QCoreApplication>
#include <QString>

namespace jetbridge::ui {

/// What is known of the embedded browser's engine, in the window's language.
struct EngineText {
    Q_DECLARE_TR_FUNCTIONS(EngineText)
public:
    Tone tone;
    QString text; ///< The engine, and how old its security fixes are.
    QString advice; ///< What to do about it; empty: nothing.
};

EngineText engineText(const Outcome<EngineReport>& asked);

} // namespace jetbridge::ui
