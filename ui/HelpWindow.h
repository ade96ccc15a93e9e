// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace jetbridge::ui {

/// The help in plain words: the way of a customer, what words mean, what to do when something is
/// wrong. In the window's language (resources/help).
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent);
};

} // namespace jetbridge::ui
