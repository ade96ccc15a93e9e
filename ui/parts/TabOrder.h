// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jetbridge::ui {

/// Has the Tab key go through what is in `root` as it is read: by its layouts, not by the order in
/// which the widgets were made.
void tabInReadingOrder(QWidget* root);

} // namespace jetbridge::ui
