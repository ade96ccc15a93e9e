// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/Browser.h"

#include <QObject>

class QWebEngineProfile;
class QWebEngineView;

namespace jetbridge::ui {

class BrowserPage;

/// Qt WebEngine's: three processes start with the first one.
class WebEngineBrowser : public QObject, public Browser {
    Q_OBJECT

public:
    WebEngineBrowser(Events events, const QList<Script>& scripts, const QString& language);
    ~WebEngineBrowser() override;

    QWidget* view() override;
    void load(const QUrl& url) override;
    void loadAgain() override;
    void back() override;
    void forward() override;
    void reload() override;
    bool canGoBack() const override;
    bool canGoForward() const override;
    QUrl url() const override;
    void setZoomFactor(double factor) override;

private:
    const Events m_events;
    // In this order: the view goes first, then its page, then the profile, which must outlive the
    // page.
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<BrowserPage> m_page;
    std::unique_ptr<QWebEngineView> m_view;
};

/// What the program gets of the plugin.
class WebEngine : public QObject, public BrowserEngine {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "jetbridge.BrowserEngine/1")
    Q_INTERFACES(jetbridge::ui::BrowserEngine)

public:
    std::unique_ptr<Browser> browser(Browser::Events events, const QList<Browser::Script>& scripts,
        const QString& language) override;
    EngineVersion version() const override;
};

} // namespace jetbridge::ui
