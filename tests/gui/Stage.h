// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MainWindow.h"
#include "console/Console.h"
#include "onboard/OnboardPage.h"
#include "parts/Theme.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QWebEngineView;

/// The program's window on a console of its own, and somebody who clicks in it.
class Stage {
public:
    explicit Stage(jetbridge::ui::Theme::Scheme scheme = jetbridge::ui::Theme::Scheme::Light);
    ~Stage();

    /// The registry is open, the endpoints listen, the window is shown. After quit(): the program
    /// starts once more, on the same folder and settings.
    bool isReady();
    /// The program ends in the middle of whatever is under way.
    void quit();

    jetbridge::ui::MainWindow& window() { return *m_window; }
    jetbridge::Console& console() { return *m_console; }
    jetbridge::ui::Theme& theme() { return m_theme; }
    /// The Onboard screen, once it was opened.
    jetbridge::ui::OnboardPage& page()
    {
        return *m_window->findChild<jetbridge::ui::OnboardPage*>();
    }

    /// The control of that name that is to be seen; another screen may have one, too.
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
    /// Presses keys in the window, whatever was on top of it before.
    void pressKeys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Starts to onboard Globex, who will open a link elsewhere.
    void startByLink();

    /// Globex' administrator, in a browser elsewhere: grants, signs in with the code that is out,
    /// and presses this button of the consent page.
    bool decide(const QString& button);

    /// Whether a web view or a browser profile exists anywhere.
    bool hasBrowser() const;
    /// Clicks with the mouse on the element of that id, in the page or in its frame, as soon as it
    /// is there.
    bool clickInPage(const QString& id);
    bool typeInPage(const QString& id, const QString& text);
    /// Whether the page or its frame shows this element.
    bool pageShows(const QString& id);

    /// A picture of the window for people, in the build folder.
    void screenshot(const QString& name) const { screenshot(name, *m_window); }
    /// Of a window on top. A page that is longer than the window goes on in "name-2", "name-3"...
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

    QTemporaryDir m_folder;
    QSettings m_settings;
    jetbridge::ui::Theme m_theme;
    std::unique_ptr<jetbridge::Console> m_console;
    std::unique_ptr<jetbridge::ui::MainWindow> m_window;
};
