// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"

#include <QFrame>

class QLabel;

namespace jetbridge::ui {

/// Card for a finished onboarding: the connected customer, and what to do next.
class ConnectedCard : public QFrame {
    Q_OBJECT

public:
    explicit ConnectedCard(QWidget* parent = nullptr);
    void show(const Integration& integration, const QString& companyName);

Q_SIGNALS:
    void customerWanted();
    void anotherWanted();

private:
    QLabel* m_title;
    QLabel* m_proof;
    QLabel* m_company;
    QLabel* m_integration;
};

} // namespace jetbridge::ui
