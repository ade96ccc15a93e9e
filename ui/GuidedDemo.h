// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;
class QMainWindow;

namespace jetbridge::ui {

class PresenterPanel;

/// Guided demo. In the partner's own window its action only asks for the demo, which is a window of
/// its own on a throw-away place (DemoPlace.h). In that window it is the presenter's panel.
class GuidedDemo : public QObject {
    Q_OBJECT

public:
    /// `window` must outlive this object.
    explicit GuidedDemo(QMainWindow& window);

    /// Returns the action that asks for the demo, or leaves it.
    QAction* action() const { return m_action; }
    /// Tells whether this window is the demo's.
    bool isOn() const { return !m_presenter.isNull(); }
    /// Shows the presenter's panel; its steps wait for showPrepared().
    void begin();
    /// The demo is prepared, or could not be.
    void showPrepared(const Outcome<Done>& outcome);
    /// Tells the person why no backup is restored here.
    void sayNothingIsRestored();

Q_SIGNALS:
    void beginWanted();
    void endWanted();
    /// The person wants the demo as it was at its beginning.
    void resetWanted();
    /// The demo wants to show this screen of the navigation, and the control that is needed next.
    void placeWanted(const QString& screen, const QString& control);

private:
    QMainWindow& m_window;
    QAction* m_action;
    QPointer<QDockWidget> m_presenter;
    QPointer<PresenterPanel> m_panel;
};

} // namespace jetbridge::ui
