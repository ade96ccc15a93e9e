// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace jetbridge::ui {

/// Asks before an action that cannot be undone; Return and Esc leave everything as it is. Tests
/// find the box as "nameQuestion" and the button labelled `verb` as "nameYes".
void askBefore(QWidget* parent, const char* name, const QString& question, const QString& meaning,
    const QString& verb, std::function<void()> act);

/// Says why nothing happens; there is nothing to decide. Tests find the box by `name`.
void tell(QWidget* parent, const char* name, const QString& title, const QString& why);

} // namespace jetbridge::ui
