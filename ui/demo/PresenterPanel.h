// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/PresenterSteps.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

/// Panel that tells the presenter of a demo what to say and what to click, one step at a time. Each
/// step opens its screen.
class PresenterPanel : public QWidget {
    Q_OBJECT

public:
    explicit PresenterPanel(QWidget* parent = nullptr);
    /// Sets the height to that of the longest step at this width, so that the buttons do not move
    /// from step to step.
    void fitTo(int width);
    /// The steps can be walked once the demo is prepared.
    void setPrepared(bool isPrepared);

Q_SIGNALS:
    /// The person wants to see a step's screen and its next control; either may be empty.
    void placeWanted(const QString& screen, const QString& control);
    void resetWanted();
    void leaveWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void goTo(int step);
    void showStep();
    void write(int step);

    const QList<PresenterStep> m_steps;
    int m_step = 0;
    bool m_isPrepared = true;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_say;
    QLabel* m_click;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_again;
};

} // namespace jetbridge::ui
