// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace jetbridge {
class Onboardings;
}

namespace jetbridge::ui {

/// Asks before the window closes over what would be lost.
class Quitting : public QObject {
    Q_OBJECT

public:
    /// `onboardings` and `window` outlive it.
    Quitting(const Onboardings& onboardings, QWidget& window);

    /// Whether the window may close now. If not, the person is being asked; closes the window again
    /// once they want it.
    bool mayClose(bool isOnboarding);
    /// Closes the window without a question.
    void closeNow();

Q_SIGNALS:
    /// The person would rather go on.
    void stayed();

private:
    void ask(const QString& title, const QString& text);

    const Onboardings& m_onboardings;
    QWidget& m_window;
    bool m_mayInterrupt = false; ///< The person said so.
};

} // namespace jetbridge::ui
