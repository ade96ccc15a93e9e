// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/KeepSinks.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace jetbridge {
class Deliveries;
}

namespace jetbridge::ui {

/// Asks for a new sink of the environment, and adds it if it can be used.
class NewSinkDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewSinkDialog(Deliveries& deliveries, QWidget* parent = nullptr);

Q_SIGNALS:
    void added(const jetbridge::Sink& sink);

private:
    void buildFields();
    SinkKind kind() const;
    HandoverFormat format() const;
    /// Shows the fields of the chosen kind and format.
    void showChoice();
    /// Invalid: a field is not acceptable.
    Outcome<Sink> entered() const;
    Outcome<Sink> enteredVault() const;
    Outcome<Sink> enteredCommand() const;
    Outcome<Sink> enteredWebhook() const;
    void add();

    Deliveries& m_deliveries;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QLineEdit* m_folder;
    QLineEdit* m_program;
    QPlainTextEdit* m_arguments;
    QPlainTextEdit* m_undoArguments;
    QLineEdit* m_variables;
    QSpinBox* m_seconds;
    QLineEdit* m_address;
    QLineEdit* m_mount;
    QLineEdit* m_path;
    QLineEdit* m_nameSpace;
    QLineEdit* m_roleId;
    QLineEdit* m_roleMount;
    QLineEdit* m_secret;
    QLineEdit* m_webhook;
    QCheckBox* m_withSecret;
    QComboBox* m_format;
    QLineEdit* m_recipient;
    QCheckBox* m_inClear;
    QCheckBox* m_withExisting;
    QLabel* m_said;
    QPushButton* m_add;
};

} // namespace jetbridge::ui
