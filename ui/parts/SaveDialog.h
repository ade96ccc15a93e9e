// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace jetbridge::ui {

/// Asks where a file goes, in a window of its own over `parent` (objectName "saveDialog"); `name`
/// is what it suggests. `save` is called with the path that was chosen, or never.
void askWhereToSave(QWidget* parent, const QString& title, const QString& name,
    std::function<void(const QString& path)> save);

} // namespace jetbridge::ui
