// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

/// Asks for a backup and its passphrase, and looks into it before anything is given up for it.
class RestoreDialog : public QDialog {
    Q_OBJECT

public:
    RestoreDialog(QString dataFolder, QWidget* parent);

Q_SIGNALS:
    /// The backup opens, and the person said that it takes the place of what is here.
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
    std::unique_ptr<FolderRestore> m_looking; ///< While it looks into one.
};

} // namespace jetbridge::ui
