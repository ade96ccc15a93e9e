// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

class StatusLamp;

/// First start: no master credentials in this environment yet.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    void showVault(Tone tone, const QString& word);
    void showEndpoints(Tone tone, const QString& word);
    /// Outside of the simulator's environment there is nothing to try.
    void offerSimulator(bool offered);

Q_SIGNALS:
    void simulatorWanted();
    void ownApplicationWanted();
    void demoWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void limitWidth();

    QWidget* m_card;
    QLabel* m_locality;
    QPushButton* m_try;
    StatusLamp* m_vault;
    StatusLamp* m_endpoints;
};

} // namespace jetbridge::ui
