// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;

namespace jetbridge::ui {

/// Dialog with the versions of the program and its libraries, the age of the embedded browser's
/// security fixes, and the licences.
class AboutBox : public QDialog {
    Q_OBJECT

public:
    explicit AboutBox(QWidget* parent = nullptr);

    /// Returns the versions as plain text for a report, one in each line.
    QString versions() const;

private:
    void askEngine();

    QLabel* m_engine;
    QLabel* m_advice;
};

} // namespace jetbridge::ui
