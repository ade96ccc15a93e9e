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

/// Browser made of Qt WebEngine. Its three processes start with the first one.
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
    /// A page with its widget. The order matters: the widget must be destroyed before its page.
    struct Window {
        std::unique_ptr<BrowserPage> page;
        LoadWatch* watch = nullptr;
        std::unique_ptr<QWebEngineView> view;
        bool isStopped = false; ///< True if the person stopped its process.
        bool isDead = false; ///< True if its process has ended and nothing was loaded since.
    };
    /// Objects that are destroyed only after the engine has returned from a question.
    struct Remains;

    Window& top() { return m_windows.back(); }
    const Window& top() const { return m_windows.back(); }
    void connectPage(BrowserPage& page, LoadWatch& watch);
    void addWindow();
    std::vector<Window>::iterator windowOf(const BrowserPage* page);
    void openWindow(QWebEngineNewWindowRequest& request);
    /// Closes the window of a page, and all windows that were opened after it.
    void closeWindowOf(const BrowserPage* page);
    /// Ends the process of a page whose script may run for ever.
    void stop(const BrowserPage* page);
    /// Shows the newest window after it has changed.
    void showTop();
    void takeEnd(const BrowserPage* page);
    bool isTop(const BrowserPage* page) const;

    const Events m_events;
    const QList<Script> m_scripts;
    std::unique_ptr<PageAsker> m_asker;
    std::unique_ptr<QWebEngineProfile> m_profile; ///< Profile of the pages, which it must outlive.
    std::vector<Window> m_windows; ///< Open windows, the newest last; there is always one.
};

/// Factory that the plugin exports to the program.
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
