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

/// One embedded browser, as the pane needs it: a page, without the cookies of any other, of which
/// nothing is written to disk.
class Browser {
public:
    /// A script of our own, which the pages' scripts cannot see; in every frame.
    struct Script {
        QString name;
        QString source;
        bool isFirst = false; ///< Before the page's own scripts; else when the page is there.
    };
    /// What it tells, on the window's thread.
    struct Events {
        std::function<void(const BrowserHop&)> hop;
        std::function<void(const QUrl&)> downloadRefused;
        std::function<void(const BrowserLoad&)> loaded;
        std::function<void()> moved; ///< The address is another.
        std::function<void()> began; ///< A load of the main page.
        std::function<void()> ended;
        /// It brought no page to be read: the status, or else 0 and why, as the engine says it.
        /// After `ended`.
        std::function<void(const QUrl&, int status, const QString&)> failed;
        std::function<void()> crashed; ///< The page's process ended.
        /// A page waits until this is answered by answer(), or the browser ends.
        std::function<void(const BrowserQuestion&)> asked;
        std::function<void()> questionOver; ///< However it ended.
        std::function<void()> stopped; ///< A page was ended by the person, who had enough of it.
        std::function<void()> windowsChanged; ///< A page opened a window, or one was closed.
    };

    Browser() = default;
    virtual ~Browser() = default;
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    /// Where the page of the newest window is seen; the browser's own. All that follows is about
    /// this window. Whatever navigates answers "no" to a question that is open.
    virtual QWidget* view() = 0;
    virtual bool isWindowOfPage() const = 0; ///< A page opened it: closeWindow() is possible.
    virtual void closeWindow() = 0;
    virtual void answer(const BrowserAnswer& answer) = 0;
    virtual void load(const QUrl& url) = 0;
    virtual void loadAgain() = 0; ///< What was asked for last, also after it failed.
    /// Whether loadAgain() would send a form once more.
    virtual bool loadsFormAgain() const = 0;
    virtual void back() = 0;
    virtual void forward() = 0;
    virtual bool canGoBack() const = 0;
    virtual bool canGoForward() const = 0;
    virtual QUrl url() const = 0;
    virtual void setZoomFactor(double factor) = 0;
};

/// Makes browsers; a plugin, for the engine behind it is larger than all the rest of the program.
class BrowserEngine {
public:
    virtual ~BrowserEngine() = default;
    /// Its pages are asked for in `language` (BCP 47).
    virtual std::unique_ptr<Browser> browser(
        Browser::Events events, const QList<Browser::Script>& scripts, const QString& language) = 0;
    /// Starts no browser.
    virtual EngineVersion version() const = 0;
};

} // namespace jetbridge::ui

Q_DECLARE_INTERFACE(jetbridge::ui::BrowserEngine, "jetbridge.BrowserEngine/3")
