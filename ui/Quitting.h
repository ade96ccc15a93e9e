// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace jetbridge {
class Onboardings;
}

namespace jetbridge::ui {

/// Asks before the window closes if something would be lost.
class Quitting : public QObject {
    Q_OBJECT

public:
    /// `onboardings` and `window` outlive it.
    Quitting(const Onboardings& onboardings, QWidget& window);

    /// Tells whether the window may close now. If not, the person is asked, and the window is
    /// closed again once they agree.
    bool mayClose(bool isOnboarding);
    /// Closes the window without a question.
    void closeNow();

Q_SIGNALS:
    /// The person decided not to quit.
    void stayed();

private:
    void ask(const QString& title, const QString& text);

    const Onboardings& m_onboardings;
    QWidget& m_window;
    bool m_mayInterrupt = false; ///< True if the person agreed to interrupt.
};

} // namespace jetbridge::ui
