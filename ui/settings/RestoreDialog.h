// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

/// Asks for a backup and its passphrase, and checks the backup before anything is replaced by it.
class RestoreDialog : public QDialog {
    Q_OBJECT

public:
    RestoreDialog(QString dataFolder, QWidget* parent);

Q_SIGNALS:
    /// The backup was opened, and the person agreed that it replaces what is here.
    void wanted(const jetbridge::RestoreRequest& request);

private:
    void choose();
    void showChoice();
    void look();
    void looked(const Outcome<storage::BackupHead>& head, const RestoreRequest& request);

    const QString m_dataFolder;
    QFormLayout* m_form;
    QLineEdit* m_file;
    QLineEdit* m_passphrase;
    QLabel* m_said;
    QPushButton* m_restore;
    std::unique_ptr<FolderRestore> m_looking; ///< Set while a backup is being checked.
};

} // namespace jetbridge::ui
