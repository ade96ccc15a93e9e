// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FolderRestore.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace jetbridge::ui {

/// Restores a backup while no other part of the program runs; it ends when the person closes it.
class RestoreWindow : public QWidget {
    Q_OBJECT

public:
    RestoreWindow(QString dataFolder, RestoreRequest request);

private:
    void run();
    void ended(const Outcome<RestoreReport>& outcome);

    const QString m_dataFolder;
    const RestoreRequest m_request;
    QLabel* m_said;
    QProgressBar* m_progress;
    QPushButton* m_again;
    QPushButton* m_start;
    std::unique_ptr<FolderRestore> m_restore;
};

} // namespace jetbridge::ui
