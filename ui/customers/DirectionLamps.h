// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"

#include <QWidget>

class QLabel;

namespace jetbridge::ui {

class StatusLamp;

/// Status lamps for a customer's two directions: our calls to SmartRecruiters, and SmartRecruiters'
/// way to a token of ours.
class DirectionLamps : public QWidget {
    Q_OBJECT

public:
    explicit DirectionLamps(QWidget* parent = nullptr);
    void show(const Integration& integration);

private:
    void showWayBack(const Integration& integration);

    StatusLamp* m_to;
    StatusLamp* m_from;
    QLabel* m_details; ///< Says when the way back was rehearsed and used.
};

} // namespace jetbridge::ui
