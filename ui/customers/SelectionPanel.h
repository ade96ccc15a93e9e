// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace jetbridge::ui {

class BulkRun;

/// Panel with the actions for several selected customers and their progress.
class SelectionPanel : public QWidget {
    Q_OBJECT

public:
    /// Shows the progress of `run`, which must outlive the panel.
    explicit SelectionPanel(BulkRun& run, QWidget* parent = nullptr);
    void show(int selected);
    /// Shows the result of an action until the next one.
    void say(Tone tone, const QString& sentence);

Q_SIGNALS:
    void verifyWanted();
    void exportWanted();
    void forgetWanted();

private:
    void showProgress();

    BulkRun& m_run;
    QLabel* m_title;
    QPushButton* m_verify;
    QPushButton* m_export;
    QPushButton* m_forget;
    QProgressBar* m_progress;
    QLabel* m_said;
    QPushButton* m_cancel;
};

} // namespace jetbridge::ui
