// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/Browser.h"

#include <QObject>

#include <vector>

class QWebEngineNewWindowRequest;
class QWebEngineProfile;
class QWebEngineView;

namespace jetbridge::ui {

class BrowserPage;
class LoadWatch;
class PageAsker;

/// Qt WebEngine's: three processes start with the first one.
class WebEngineBrowser : public QObject, public Browser {
    Q_OBJECT

public:
    WebEngineBrowser(Events events, const QList<Script>& scripts, const QString& language);
    ~WebEngineBrowser() override;

    QWidget* view() override;
    bool isWindowOfPage() const override { return m_windows.size() > 1; }
    void closeWindow() override;
    void answer(const BrowserAnswer& answer) override;
    void load(const QUrl& url) override;
    void loadAgain() override;
    bool loadsFormAgain() const override;
    void back() override;
    void forward() override;
    bool canGoBack() const override;
    bool canGoForward() const override;
    QUrl url() const override;
    void setZoomFactor(double factor) override;

private:
    /// A page and where it is seen. In this order: the view goes before its page.
    struct Window {
        std::unique_ptr<BrowserPage> page;
        LoadWatch* watch = nullptr;
        std::unique_ptr<QWebEngineView> view;
        bool isStopped = false; ///< The person ended its process.
        bool isDead = false; ///< Its process has ended, and nothing was loaded since.
    };
    /// What is destroyed only when the engine has returned from a question.
    struct Remains;

    Window& top() { return m_windows.back(); }
    const Window& top() const { return m_windows.back(); }
    void connectPage(BrowserPage& page, LoadWatch& watch);
    void addWindow();
    std::vector<Window>::iterator windowOf(const BrowserPage* page);
    void openWindow(QWebEngineNewWindowRequest& request);
    /// With all windows that it opened.
    void closeWindowOf(const BrowserPage* page);
    /// Ends the process of a page whose script may run for ever.
    void stop(const BrowserPage* page);
    /// The newest window is another one.
    void showTop();
    void takeEnd(const BrowserPage* page);
    bool isTop(const BrowserPage* page) const;

    const Events m_events;
    const QList<Script> m_scripts;
    std::unique_ptr<PageAsker> m_asker;
    std::unique_ptr<QWebEngineProfile> m_profile; ///< Outlives its pages.
    std::vector<Window> m_windows; ///< The newest is last; there is always one.
};

/// What the program gets of the plugin.
class WebEngine : public QObject, public BrowserEngine {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "jetbridge.BrowserEngine/3")
    Q_INTERFACES(jetbridge::ui::BrowserEngine)

public:
    std::unique_ptr<Browser> browser(Browser::Events events, const QList<Browser::Script>& scripts,
        const QString& language) override;
    EngineVersion version() const override;
};

} // namespace jetbridge::ui
