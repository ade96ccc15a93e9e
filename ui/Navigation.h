// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>

#include <functional>
#include <list>

class QLabel;
class QSettings;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace jetbridge::ui {

/// Column on the left with a button for each screen. A screen's page is built when it is first
/// shown, so that unused screens cost nothing at start.
class Navigation : public QFrame {
    Q_OBJECT

public:
    /// A button in the column with the page that it opens.
    struct Screen {
        QToolButton* button;
        std::function<QWidget*()> build;
        QWidget* page = nullptr;
        QLabel* badge = nullptr; ///< Number of what is new there; built when it is first needed.
    };

    /// The pages are added to `pages`; `settings` stores the positions of their splitters. Both
    /// must outlive this object.
    Navigation(QStackedWidget* pages, QSettings& settings, QWidget* parent = nullptr);

    /// Adds a screen below the earlier ones. The returned pointer is valid as long as the
    /// navigation.
    Screen* add(const char* name, const char* icon, const QString& text, const QKeySequence& keys,
        std::function<QWidget*()> build);
    /// Puts all later screens at the bottom.
    void addSpace();
    /// Fits the buttons to the current size of their text and icons.
    void fitButtons();

    /// Builds the screen's page if that has not been done.
    void prepare(Screen& screen);
    void goTo(Screen& screen);
    /// Shows a number at the screen's button, and says what it counts, until the screen is opened.
    void setBadge(Screen& screen, int number, const QString& sentence);
    /// Returns the screen whose button has this objectName; nullptr if there is none.
    Screen* find(const QString& name);
    /// Returns the screen that is shown; nullptr if none was opened.
    Screen* current();
    /// Deletes every page; each is built again when it is next shown.
    void dropPages();
    /// Stores the splitter positions of all pages.
    void saveSplitters();

protected:
    void changeEvent(QEvent* event) override;

private:
    void clearBadge(Screen& screen);
    void restoreSplitters(const QWidget& page);

    QStackedWidget* m_pages;
    QSettings& m_settings;
    QVBoxLayout* m_column;
    std::list<Screen> m_screens;
};

} // namespace jetbridge::ui
