// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "browser/BrowserLoad.h"
#include "browser/BrowserQuestion.h"
#include "domain/EngineAge.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace jetbridge::ui {

/// One embedded browser, as the pane uses it. It shares no cookies with any other, and writes
/// nothing to disk.
class Browser {
public:
    /// A script of our own that runs in every frame and that the pages' scripts cannot see.
    struct Script {
        QString name;
        QString source;
        bool isFirst = false; ///< True to run it before the page's own scripts, false to run it
                              ///< when the page is loaded.
    };
    /// Callbacks of a browser, called on the window's thread.
    struct Events {
        std::function<void(const BrowserHop&)> hop;
        std::function<void(const QUrl&)> downloadRefused;
        std::function<void(const BrowserLoad&)> loaded;
        std::function<void()> moved; ///< The address has changed.
        std::function<void()> began; ///< A load of the main page has begun.
        std::function<void()> ended;
        /// The load brought no page: called after `ended` with the HTTP status, or with 0 and the
        /// reason as the engine names it.
        std::function<void(const QUrl&, int status, const QString&)> failed;
        std::function<void()> crashed; ///< The page's process ended unexpectedly.
        /// A page asks something and waits until answer() is called or the browser is destroyed.
        std::function<void(const BrowserQuestion&)> asked;
        std::function<void()> questionOver; ///< The question is over, whatever ended it.
        std::function<void()> stopped; ///< The person stopped a page that asked too often.
        std::function<void()> windowsChanged; ///< A page opened a window, or a window was closed.
    };

    Browser() = default;
    virtual ~Browser() = default;
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    /// Returns the widget of the newest window, which belongs to the browser. All functions below
    /// are about this window. Navigation answers an open question with "no".
    virtual QWidget* view() = 0;
    virtual bool isWindowOfPage() const = 0; ///< Tells whether a page opened this window, so that
                                             ///< closeWindow() is possible.
    virtual void closeWindow() = 0;
    virtual void answer(const BrowserAnswer& answer) = 0;
    virtual void load(const QUrl& url) = 0;
    virtual void loadAgain() = 0; ///< Loads the last requested address again, also after it failed.
    /// Tells whether loadAgain() would send a form again.
    virtual bool loadsFormAgain() const = 0;
    virtual void back() = 0;
    virtual void forward() = 0;
    virtual bool canGoBack() const = 0;
    virtual bool canGoForward() const = 0;
    virtual QUrl url() const = 0;
    virtual void setZoomFactor(double factor) = 0;
};

/// Factory of browsers. It is a plugin, because its engine is larger than the rest of the program.
class BrowserEngine {
public:
    virtual ~BrowserEngine() = default;
    /// Makes a browser that requests pages in `language` (BCP 47).
    virtual std::unique_ptr<Browser> browser(
        Browser::Events events, const QList<Browser::Script>& scripts, const QString& language) = 0;
    /// Returns the engine's version without starting a browser.
    virtual EngineVersion version() const = 0;
};

} // namespace jetbridge::ui

Q_DECLARE_INTERFACE(jetbridge::ui::BrowserEngine, "jetbridge.BrowserEngine/3")
