// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/PresenterSteps.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

/// What to say and to click in a demo, one step at a time. Each step opens its screen.
class PresenterPanel : public QWidget {
    Q_OBJECT

public:
    explicit PresenterPanel(QWidget* parent = nullptr);
    /// As high as the longest step at this width: from step to step the buttons stay in place.
    void fitTo(int width);

Q_SIGNALS:
    /// A step's screen, and the control that comes next there; either may be empty.
    void placeWanted(const QString& screen, const QString& control);
    void leaveWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void goTo(int step);
    void showStep();
    void write(int step);

    const QList<PresenterStep> m_steps;
    int m_step = 0;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_say;
    QLabel* m_click;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace jetbridge::ui
