// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Mask.h"

#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace jetbridge::ui {

/// Hides who the customers are (Mask), for whoever shows the own window to others.
class HiddenNames : public QObject {
    Q_OBJECT

public:
    explicit HiddenNames(QWidget& window);

    QAction* action() const { return m_action; }
    bool isOn() const { return m_mask.has_value(); }
    /// Does nothing else if it is already in that state.
    void change(bool on);
    /// Tells the person why names cannot be hidden or shown now.
    void sayItMustWait();

Q_SIGNALS:
    /// The person wants names hidden, or shown again; the window decides when.
    void wanted(bool on);
    /// Pages written before must be built again.
    void changed(bool on);

private:
    QWidget& m_window;
    QAction* m_action;
    std::optional<Mask> m_mask; ///< Set while names are hidden.
};

} // namespace jetbridge::ui
