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

/// Notice above every page while credentials that SmartRecruiters showed once are not stored.
class UnstoredNotice : public QFrame {
    Q_OBJECT

public:
    /// They outlive it.
    UnstoredNotice(Onboardings& onboardings, Customers& customers, QWidget* parent = nullptr);

    /// Returns the names of the companies that the credentials belong to; empty if all are stored.
    static QString companies(const Onboardings& onboardings);
    /// Tells whether the keychain has all of them, so that quitting loses nothing.
    static bool areInVault(const Onboardings& onboardings);
    /// Returns why they cannot be stored, and what to do about it.
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
