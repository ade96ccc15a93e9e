// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QWidget;

namespace jetbridge::ui {

/// The window's shortcuts with the sheet that lists them, its menu and its help.
class Actions : public QObject {
    Q_OBJECT

public:
    /// `window` must outlive this object.
    explicit Actions(QMainWindow& window);

    /// Calls `act` for these keys anywhere in the window, and lists them in the sheet.
    void add(const QKeySequence& keys, const QString& text, std::function<void()> act);
    /// Lists keys in the sheet that are handled elsewhere.
    void tell(const QKeySequence& keys, const QString& text);
    /// Makes the button with the menu; `first` are the menu's first entries.
    QWidget* menuButton(const QList<QAction*>& first, QWidget* parent);
    void showSheet();
    void showHelp();
    void showAbout();

private:
    QMainWindow& m_window;
    QList<std::pair<QKeySequence, QString>> m_keys; ///< Entries of the sheet.
};

} // namespace jetbridge::ui
