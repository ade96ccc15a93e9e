// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace jetbridge::ui {

/// Help in plain words: the steps of an onboarding, the terms, and what to do in case of errors, in
/// the window's language (resources/help).
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent);
};

} // namespace jetbridge::ui
