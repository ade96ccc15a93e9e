// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderBackup.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace jetbridge {
class DataFolder;
}

namespace jetbridge::ui {

/// Makes a backup of the data folder and its secrets, encrypted with a passphrase or for a gpg key.
class BackupDialog : public QDialog {
    Q_OBJECT

public:
    BackupDialog(DataFolder& dataFolder, QWidget* parent);

private:
    void showChoice();
    void save();
    void run(const QString& file);
    void ended(const Outcome<BackupReport>& outcome, const QString& file);
    bool isForKey() const;

    DataFolder& m_dataFolder;
    QFormLayout* m_form;
    QComboBox* m_protection;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    QLineEdit* m_recipient;
    QLabel* m_hint;
    QLabel* m_said;
    QProgressBar* m_progress;
    QPushButton* m_save;
    std::unique_ptr<FolderBackup> m_backup; ///< Set while a backup is being made.
};

} // namespace jetbridge::ui
