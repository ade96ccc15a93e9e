// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QWidget;

namespace jetbridge::ui {

/// How every control and window of the program behaves, where Qt's own way surprises people:
/// - The wheel scrolls the page; it changes no field that has not the focus, and no tab.
/// - Return presses the button that has the focus.
/// - The list of a combo box shows its last entry as a whole.
/// - A window is no larger than its screen, and all of it is there.
class Manners : public QObject {
    Q_OBJECT

public:
    /// Of the whole application, while it exists.
    explicit Manners(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static bool handles(QWidget& widget, QEvent& event);
    static void showWholeList(QWidget& container, const QAbstractItemView& list);
    static void fitScreen(QWidget& window);
};

} // namespace jetbridge::ui
