// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Mask.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QDockWidget;
class QMainWindow;

namespace jetbridge::ui {

/// Guided demo of a window: the presenter's panel at the bottom, and masked customers.
class GuidedDemo : public QObject {
    Q_OBJECT

public:
    /// `window` must outlive this object.
    explicit GuidedDemo(QMainWindow& window);

    /// Returns the action that begins or ends the demo.
    QAction* action() const { return m_action; }
    bool isOn() const { return m_mask.has_value(); }
    /// Tells the person why the demo cannot begin now.
    void sayItMustWait();
    /// Asks whether to leave `environment`, because the demo runs in the simulator only.
    void askToGoOver(const QString& environment);
    /// Begins or ends the masking of customers; does nothing else if it is already in that state.
    void change(bool on);

Q_SIGNALS:
    /// The person wants the demo; the window begins it when nothing prevents it.
    void beginWanted();
    void endWanted();
    void simulatorWanted();
    /// The masking was turned on or off, so that pages written before must be built again.
    void changed(bool on);
    /// The demo wants to show this screen of the navigation, and the control that is needed next.
    void placeWanted(const QString& screen, const QString& control);

private:
    void showPresenter();

    QMainWindow& m_window;
    QAction* m_action;
    std::optional<Mask> m_mask; ///< Set while the demo is on.
    QPointer<QDockWidget> m_presenter;
};

} // namespace jetbridge::ui
