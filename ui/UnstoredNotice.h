// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/FailureText.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

/// Notice above every page while credentials that SmartRecruiters showed once are in memory only.
class UnstoredNotice : public QFrame {
    Q_OBJECT

public:
    /// `console` must outlive this object.
    explicit UnstoredNotice(Console& console, QWidget* parent = nullptr);

    /// Returns the names of the companies that the credentials belong to; empty if all are stored.
    static QString companies(const Console& console);
    /// Returns why they cannot be stored, and what to do about it.
    static FailureText why(const Console& console);
    void refresh();

Q_SIGNALS:
    /// The person wants to check the keychain, which may unlock it.
    void checkWanted();

private:
    Console& m_console;
    QLabel* m_said;
    QPushButton* m_check;
};

} // namespace jetbridge::ui
