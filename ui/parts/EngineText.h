// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/WindowEngine.h"
#include "parts/Tokens.h"

#include <QCoreApplication>
#include <QString>

namespace jetbridge::ui {

/// Description of the embedded browser's engine in the window's language.
struct EngineText {
    Q_DECLARE_TR_FUNCTIONS(EngineText)
public:
    Tone tone;
    QString text; ///< Version of the engine and age of its security fixes.
    QString advice; ///< Advice on what to do about it; empty if there is nothing to do.
};

EngineText engineText(const Outcome<EngineReport>& asked);

} // namespace jetbridge::ui
