// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace jetbridge::ui {

class StatusLamp;

/// First start: three doors, to try it, to see the guided demo, and to set up one's own
/// application.
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
    /// A card with a picture, a sentence and the button that opens it.
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
