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

/// The guided demo of a window: the presenter's steps at the bottom, customers masked.
class GuidedDemo : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it.
    explicit GuidedDemo(QMainWindow& window);

    /// Begins the demo, or ends it.
    QAction* action() const { return m_action; }
    bool isOn() const { return m_mask.has_value(); }
    /// Says why the demo cannot begin now.
    void sayItMustWait();
    /// The demo runs in the simulator alone: asks whether to leave `environment` for it.
    void askToGoOver(const QString& environment);
    /// Masks customers from now on, or no longer; does nothing else than that while it is so.
    void change(bool on);

Q_SIGNALS:
    /// The person asked for it; the window says when nothing is in its way.
    void beginWanted();
    void endWanted();
    void simulatorWanted();
    /// Pages that were written before show what must be hidden now, or hide it.
    void changed(bool on);
    /// The screen of that name in the navigation, and the control there that comes next.
    void placeWanted(const QString& screen, const QString& control);

private:
    void showPresenter();

    QMainWindow& m_window;
    QAction* m_action;
    std::optional<Mask> m_mask; ///< There is one while the demo is on.
    QPointer<QDockWidget> m_presenter;
};

} // namespace jetbridge::ui
