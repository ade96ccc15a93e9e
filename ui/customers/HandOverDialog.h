// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/HandOver.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge {
class Customers;
}

namespace jetbridge::ui {

/// Hands over one customer's customer-level credentials to another program or person: to a file or
/// to the clipboard, in clear text only if the person agrees.
class HandOverDialog : public QDialog {
    Q_OBJECT

public:
    HandOverDialog(Customers& customers, const Integration& integration, QWidget* parent = nullptr);

private:
    HandoverFormat format() const;
    /// Shows the fields for the chosen format.
    void showChoice();
    void save();
    void copy();
    /// Makes the document, records it in the journal and calls `deliver`. Shows `done` if it was
    /// delivered, and `unwritten` if the file could not be written.
    void handOver(
        const QString& to, DeliverHandover deliver, const QString& done, const QString& unwritten);

    Customers& m_customers;
    const Integration m_integration;
    QComboBox* m_format;
    QLineEdit* m_recipient;
    QLabel* m_recipientCaption;
    QCheckBox* m_inClear;
    QLabel* m_said;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace jetbridge::ui
