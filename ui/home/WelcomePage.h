// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace jetbridge::ui {

class StatusLamp;

/// Page for the first start with three choices: try it out, see the guided demo, or set up one's
/// own application.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    void showVault(Tone tone, const QString& word);
    void showEndpoints(Tone tone, const QString& word);
    /// Sets whether the simulator is offered, which exists only in its own environment.
    void offerSimulator(bool offered);

Q_SIGNALS:
    void simulatorWanted();
    void ownApplicationWanted();
    void demoWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Makes a card with a picture, a sentence and the button that opens it.
    QFrame* door(
        const char* picture, const QString& title, const QString& sentence, QPushButton* button);
    void fit();

    QWidget* m_content;
    QLabel* m_locality;
    QList<QLabel*> m_pictures;
    QFrame* m_try;
    StatusLamp* m_vault;
    StatusLamp* m_endpoints;
};

} // namespace jetbridge::ui
