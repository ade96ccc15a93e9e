// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MainWindow.h"
#include "console/Console.h"
#include "console/Walkthrough.h"
#include "onboard/OnboardPage.h"
#include "parts/Theme.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QWebEngineView;

/// The program's window on a console of its own, and a person who uses it.
class Stage {
public:
    /// `isDemo`: as the program opens its console for the guided demo, on an empty folder.
    explicit Stage(jetbridge::ui::Theme::Scheme scheme = jetbridge::ui::Theme::Scheme::Light,
        bool isDemo = false);
    ~Stage();

    /// Returns true when the registry is open, the endpoints listen, and the window is shown. After
    /// quit() it starts the program again on the same folder and settings.
    bool isReady();
    /// Ends the program, whatever is under way.
    void quit();

    jetbridge::ui::MainWindow& window() { return *m_window; }
    jetbridge::Console& console() { return *m_console; }
    /// For playWalkthrough().
    jetbridge::WalkthroughTopics topics();
    jetbridge::ui::Theme& theme() { return m_theme; }
    /// Returns the Onboard screen, once it was opened.
    jetbridge::ui::OnboardPage& page()
    {
        return *m_window->findChild<jetbridge::ui::OnboardPage*>();
    }

    /// Returns the visible control of that name; a hidden screen may have another one.
    template <typename T = QWidget> T* find(const char* objectName) const
    {
        const auto all = m_window->findChildren<T*>(QLatin1String(objectName));
        const auto found =
            std::find_if(all.begin(), all.end(), [](const T* one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    bool sees(const char* objectName) const { return find(objectName) != nullptr; }
    QString text(const char* objectName) const;
    void click(const char* objectName);
    /// Presses keys in the window, whatever dialog was over it before.
    void pressKeys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Starts to onboard Globex, whose customer opens a link in another browser.
    void startByLink();

    /// Grants access as Globex's administrator in another browser, and does not approve here.
    bool grant();
    /// Acts as Globex's administrator in another browser: grants access, signs in with the current
    /// code, and presses this button of the consent page.
    bool decide(const QString& button);

    /// Tells whether any web view or browser profile exists.
    bool hasBrowser() const;
    /// Clicks with the mouse on the element of that id, in the page or in its frame, as soon as it
    /// exists.
    bool clickInPage(const QString& id);
    bool typeInPage(const QString& id, const QString& text);
    /// Tells whether the page or its frame shows this element.
    bool pageShows(const QString& id);

    /// Saves a picture of the window in the build folder.
    void screenshot(const QString& name) const { screenshot(name, *m_window); }
    /// Saves a picture of a dialog. A page that is longer than the window is continued in "name-2",
    /// "name-3", ...
    void screenshot(const QString& name, QWidget& shown) const;

private:
    QWebEngineView* view() const;
    void watchFrames();
    /// A control of the page or of its frame, as the person sees it.
    struct Control {
        QRect place;
        int length = 0;
        bool hasFocus = false;
    };
    Control control(const QString& id);

    const bool m_isDemo;
    QTemporaryDir m_folder;
    QSettings m_settings;
    jetbridge::ui::Theme m_theme;
    std::unique_ptr<jetbridge::Console> m_console;
    std::unique_ptr<jetbridge::ui::MainWindow> m_window;
};
