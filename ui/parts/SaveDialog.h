// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace jetbridge::ui {

/// Asks where to save a file, in a dialog over `parent` (objectName "saveDialog"), and suggests
/// `name`. Calls `save` with the chosen path, or never.
void askWhereToSave(QWidget* parent, const QString& title, const QString& name,
    std::function<void(const QString& path)> save);

} // namespace jetbridge::ui
