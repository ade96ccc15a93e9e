// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/FailureText.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace jetbridge {
class Customers;
class Onboardings;
} // namespace jetbridge

namespace jetbridge::ui {

/// Notice above every page while credentials that SmartRecruiters showed once are in memory only.
class UnstoredNotice : public QFrame {
    Q_OBJECT

public:
    /// They outlive it.
    UnstoredNotice(Onboardings& onboardings, Customers& customers, QWidget* parent = nullptr);

    /// Whose credentials they are, as people say it; empty: all are stored.
    static QString companies(const Onboardings& onboardings);
    /// What keeps them from being stored, and what to do about it.
    static FailureText why(const Onboardings& onboardings);
    void refresh();

Q_SIGNALS:
    /// The person wants to check the keychain, which may unlock it.
    void checkWanted();

private:
    Onboardings& m_onboardings;
    Customers& m_customers;
    QLabel* m_said;
    QPushButton* m_check;
};

} // namespace jetbridge::ui
