// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>

#include <functional>
#include <list>

class QSettings;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace jetbridge::ui {

/// The column on the left: a button for each screen. A screen's page is built when it is first
/// shown: what nobody looks at costs nothing at start.
class Navigation : public QFrame {
    Q_OBJECT

public:
    /// A place in the column and the page it leads to.
    struct Screen {
        QToolButton* button;
        std::function<QWidget*()> build;
        QWidget* page = nullptr;
    };

    /// `pages` gets the pages; `settings` keep their splitters. Both outlive it.
    Navigation(QStackedWidget* pages, QSettings& settings, QWidget* parent = nullptr);

    /// Adds a screen below those before; it stays where it is for as long as the navigation lives.
    Screen* add(const char* name, const char* icon, const QString& text, const QKeySequence& keys,
        std::function<QWidget*()> build);
    /// What is added from now on stands at the bottom.
    void addSpace();
    /// Makes the buttons as large as their text and icons are now.
    void fitButtons();

    /// Has its page built if this is the first time.
    void prepare(Screen& screen);
    void goTo(Screen& screen);
    /// The screen whose button has this objectName; nullptr: there is none.
    Screen* find(const QString& name);
    /// Forgets every page: each is built anew when it is shown next.
    void dropPages();
    /// Keeps the splitters of all pages as they are now.
    void saveSplitters();

protected:
    void changeEvent(QEvent* event) override;

private:
    void restoreSplitters(const QWidget& page);

    QStackedWidget* m_pages;
    QSettings& m_settings;
    QVBoxLayout* m_column;
    std::list<Screen> m_screens;
};

} // namespace jetbridge::ui
