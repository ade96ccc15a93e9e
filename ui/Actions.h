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
    /// `window` outlives it.
    explicit Actions(QMainWindow& window);

    /// Acts on these keys anywhere in the window; the sheet lists them.
    void add(const QKeySequence& keys, const QString& text, std::function<void()> act);
    /// The sheet lists keys that act elsewhere.
    void tell(const QKeySequence& keys, const QString& text);
    /// The button with the menu; `demo` is its first entry.
    QWidget* menuButton(QAction* demo, QWidget* parent);
    void showSheet();
    void showHelp();

private:
    QMainWindow& m_window;
    QList<std::pair<QKeySequence, QString>> m_keys; ///< What the sheet lists.
};

} // namespace jetbridge::ui
