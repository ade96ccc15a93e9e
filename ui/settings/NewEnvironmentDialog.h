// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

/// Asks for the name and the kind of a new environment, which starts with the addresses of its
/// kind.
class NewEnvironmentDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewEnvironmentDialog(const QList<Environment>& known, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const jetbridge::Environment& environment);

private:
    void check();

    const QList<Environment> m_known;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QLabel* m_said;
    QPushButton* m_add;
};

} // namespace jetbridge::ui
