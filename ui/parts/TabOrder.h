// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jetbridge::ui {

/// Makes the Tab key follow the reading order of the widgets in `root`, as their layouts arrange
/// them, instead of the order in which they were created.
void tabInReadingOrder(QWidget* root);

} // namespace jetbridge::ui
