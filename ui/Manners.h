// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAbstractItemView;
class QWidget;

namespace jetbridge::ui {

/// How every control and window of the program behaves, where Qt's own way surprises people:
/// - The wheel scrolls the page; it changes no field that has not the focus, and no tab.
/// - Return presses the button that has the focus.
/// - A button that is disabled or hidden while its action runs gets the focus back afterwards.
///   Meanwhile the focus is on a harmless control of the same page: never in a field, on a
///   destructive button or on the navigation.
/// - The list of a combo box shows its last entry as a whole.
/// - A window is no larger than its screen, and all of it is there.
class Manners : public QObject {
    Q_OBJECT

public:
    /// Of the whole application, while it exists.
    explicit Manners(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handles(QWidget& widget, QEvent& event);
    void keepFocusNear(QWidget* before, QWidget* now);
    void giveFocusBack(QWidget& widget);
    static void showWholeList(QWidget& container, const QAbstractItemView& list);
    static void fitScreen(QWidget& window);

    QPointer<QWidget> m_lender; ///< Button that lost the focus because it was disabled or hidden.
    QPointer<QWidget> m_borrower; ///< Control that has the focus meanwhile, if there is one.
};

} // namespace jetbridge::ui
