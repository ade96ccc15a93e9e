// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/WebEngineBrowser.h"

#include "browser/engine/BrowserPage.h"
#include "browser/engine/LoadWatch.h"
#include "browser/engine/PageAsker.h"

#include <QNetworkCookie>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Describes the attributes that decide whether a cookie is kept in a frame of another site, never
/// its value.
QString describe(const QNetworkCookie& cookie)
{
    QStringList words{QString::fromUtf8(cookie.name())};
    if (cookie.isSecure())
        words.append(u"Secure"_s);
    if (cookie.isHttpOnly())
        words.append(u"HttpOnly"_s);
    switch (cookie.sameSitePolicy()) {
    case QNetworkCookie::SameSite::Default:
        break;
    case QNetworkCookie::SameSite::None:
        words.append(u"SameSite=None"_s);
        break;
    case QNetworkCookie::SameSite::Lax:
        words.append(u"SameSite=Lax"_s);
        break;
    case QNetworkCookie::SameSite::Strict:
        words.append(u"SameSite=Strict"_s);
        break;
    }
    return words.join("; "_L1);
}

QUrl ownerOf(const QNetworkCookie& cookie)
{
    QUrl url;
    url.setScheme(cookie.isSecure() ? u"https"_s : u"http"_s);
    url.setHost(
        cookie.domain().startsWith(QLatin1Char('.')) ? cookie.domain().mid(1) : cookie.domain());
    url.setPath(cookie.path());
    return url;
}

QWebEngineScript engineScript(const Browser::Script& script)
{
    QWebEngineScript made;
    made.setName(script.name);
    made.setSourceCode(script.source);
    made.setInjectionPoint(
        script.isFirst ? QWebEngineScript::DocumentCreation : QWebEngineScript::DocumentReady);
    made.setWorldId(QWebEngineScript::ApplicationWorld);
    made.setRunsOnSubFrames(true);
    return made;
}

} // namespace

struct WebEngineBrowser::Remains {
    std::unique_ptr<PageAsker> asker;
    std::unique_ptr<QWebEngineProfile> profile;
    std::vector<Window> windows;
};

WebEngineBrowser::WebEngineBrowser(
    Events events, const QList<Script>& scripts, const QString& language)
    : m_events(std::move(events))
    , m_scripts(scripts)
    , m_asker(std::make_unique<PageAsker>())
    , m_profile(std::make_unique<QWebEngineProfile>()) // a profile without a name is off the record
{
    connect(m_asker.get(), &PageAsker::asked, this,
        [this](const BrowserQuestion& question) { m_events.asked(question); });
    connect(m_asker.get(), &PageAsker::over, this, [this] { m_events.questionOver(); });
    m_profile->setHttpAcceptLanguage(language);
    connect(m_profile.get(), &QWebEngineProfile::downloadRequested, this,
        [this](QWebEngineDownloadRequest* download) {
            download->cancel();
            m_events.downloadRefused(download->url());
        });
    connect(m_profile->cookieStore(), &QWebEngineCookieStore::cookieAdded, this,
        [this](const QNetworkCookie& cookie) {
            m_events.hop({BrowserHop::Kind::CookieSet, QDateTime::currentDateTimeUtc(),
                ownerOf(cookie), describe(cookie)});
        });
    addWindow();
}

WebEngineBrowser::~WebEngineBrowser()
{
    // Nobody wants the signals of the pages that end here.
    m_asker->disconnect(this);
    for (const Window& window : m_windows)
        window.page->disconnect(this);
    if (!m_asker->isAsking())
        return;
    for (const Window& window : m_windows) {
        window.view->hide();
        window.view->setParent(nullptr);
    }
    PageAsker& asker = *m_asker;
    auto* remains = new Remains{std::move(m_asker), std::move(m_profile), std::move(m_windows)};
    asker.end();
    asker.whenNobodyAsks([remains] { delete remains; });
}

void WebEngineBrowser::addWindow()
{
    Window& added = m_windows.emplace_back();
    added.page = std::make_unique<BrowserPage>(m_profile.get(), *m_asker);
    added.watch = new LoadWatch(added.page.get());
    added.page->setUrlRequestInterceptor(added.watch);
    for (const Script& script : m_scripts)
        added.page->scripts().insert(engineScript(script));
    connectPage(*added.page, *added.watch);
    added.view = std::make_unique<QWebEngineView>();
    added.view->setPage(added.page.get());
}

void WebEngineBrowser::connectPage(BrowserPage& page, LoadWatch& watch)
{
    BrowserPage* const one = &page;
    connect(one, &BrowserPage::hop, this, [this](const BrowserHop& hop) { m_events.hop(hop); });
    connect(one, &BrowserPage::stopWanted, this,
        [this, one] { m_asker->later([this, one] { stop(one); }); });
    connect(one, &BrowserPage::windowWanted, this, &WebEngineBrowser::openWindow);
    connect(one, &QWebEnginePage::windowCloseRequested, this,
        [this, one] { m_asker->later([this, one] { closeWindowOf(one); }); });
    connect(&watch, &LoadWatch::loaded, this,
        [this](const BrowserLoad& load) { m_events.loaded(load); });
    connect(one, &QWebEnginePage::loadingChanged, &watch, &LoadWatch::take);
    // Events of a window below are reported when it is the newest window again.
    connect(one, &QWebEnginePage::urlChanged, this, [this, one] {
        if (isTop(one))
            m_events.moved();
    });
    connect(
        one, &QWebEnginePage::loadingChanged, this, [this, one](const QWebEngineLoadingInfo& info) {
            const bool begins = info.status() == QWebEngineLoadingInfo::LoadStartedStatus;
            if (const auto at = windowOf(one); begins && at != m_windows.end())
                at->isDead = at->isStopped = false;
            if (!isTop(one))
                return;
            if (begins)
                return m_events.began();
            m_events.ended();
            // An error answer with a page of its own (a wrong code, 403) can be read, so only a
            // load without any page has failed.
            const bool isAnswer = info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain;
            if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus
                && (!isAnswer || info.isErrorPage()))
                m_events.failed(info.url(), isAnswer ? info.errorCode() : 0, info.errorString());
            else if (info.status() == QWebEngineLoadingInfo::LoadStoppedStatus
                && one->history()->count() == 0)
                m_events.failed(info.url(), 0, info.errorString());
        });
    connect(one, &QWebEnginePage::renderProcessTerminated, this,
        [this, one](QWebEnginePage::RenderProcessTerminationStatus status) {
            if (status != QWebEnginePage::NormalTerminationStatus)
                takeEnd(one);
        });
}

bool WebEngineBrowser::isTop(const BrowserPage* page) const
{
    return !m_windows.empty() && top().page.get() == page;
}

void WebEngineBrowser::openWindow(QWebEngineNewWindowRequest& request)
{
    constexpr size_t most = 4;
    const QUrl url = request.requestedUrl();
    const auto tell = [this, &url](BrowserHop::Kind kind, const QString& detail) {
        m_events.hop({kind, QDateTime::currentDateTimeUtc(), url, detail});
    };
    if (m_windows.size() >= most)
        return tell(
            BrowserHop::Kind::Refused, tr("a window of its own: there are too many already"));
    addWindow();
    // The request brings the opener, the form to send and the storage with it.
    request.openIn(top().page.get());
    // The page lost this setting when it took over the request.
    top().page->setUrlRequestInterceptor(top().watch);
    tell(BrowserHop::Kind::WindowOpened, {});
    showTop();
}

std::vector<WebEngineBrowser::Window>::iterator WebEngineBrowser::windowOf(const BrowserPage* page)
{
    return std::find_if(m_windows.begin(), m_windows.end(),
        [page](const Window& window) { return window.page.get() == page; });
}

void WebEngineBrowser::closeWindow()
{
    m_asker->whenNobodyAsks([this] { closeWindowOf(top().page.get()); });
}

void WebEngineBrowser::closeWindowOf(const BrowserPage* page)
{
    const auto at = windowOf(page);
    if (at == m_windows.end())
        return;
    const QUrl url = page->url();
    const auto tell = [this, &url](BrowserHop::Kind kind, const QString& detail) {
        m_events.hop({kind, QDateTime::currentDateTimeUtc(), url, detail});
    };
    if (at == m_windows.begin())
        return tell(BrowserHop::Kind::Refused, tr("to close itself. End the run if it is done"));
    std::vector<Window> closed(
        std::make_move_iterator(at), std::make_move_iterator(m_windows.end()));
    m_windows.erase(at, m_windows.end());
    for (const Window& window : closed)
        window.page->disconnect(this);
    tell(BrowserHop::Kind::WindowClosed, {});
    showTop();
    while (!closed.empty())
        closed.pop_back(); // the newest one first
}

void WebEngineBrowser::stop(const BrowserPage* page)
{
    const auto at = windowOf(page);
    const qint64 process = at == m_windows.end() ? 0 : page->renderProcessPid();
    if (process <= 0)
        return;
    at->isStopped = true;
    ::kill(pid_t(process), SIGKILL);
}

void WebEngineBrowser::takeEnd(const BrowserPage* page)
{
    const auto at = windowOf(page);
    if (at == m_windows.end())
        return;
    at->isDead = true;
    if (isTop(page))
        showTop();
}

void WebEngineBrowser::showTop()
{
    m_events.windowsChanged();
    if (top().isDead && top().isStopped)
        m_events.stopped();
    else if (top().isDead)
        m_events.crashed();
}

QWidget* WebEngineBrowser::view()
{
    return top().view.get();
}

void WebEngineBrowser::answer(const BrowserAnswer& answer)
{
    m_asker->answer(answer);
}

void WebEngineBrowser::load(const QUrl& url)
{
    m_asker->whenNobodyAsks([this, url] { top().page->setUrl(url); });
}

void WebEngineBrowser::loadAgain()
{
    // The engine keeps the sent data once a page was shown or failed.
    m_asker->whenNobodyAsks([this] {
        if (top().page->history()->count() > 0)
            top().page->triggerAction(QWebEnginePage::Reload);
        else
            top().page->setUrl(top().watch->latest().url);
    });
}

bool WebEngineBrowser::loadsFormAgain() const
{
    return top().page->history()->count() > 0 && top().watch->latest().method == "POST";
}

void WebEngineBrowser::back()
{
    m_asker->whenNobodyAsks([this] { top().page->triggerAction(QWebEnginePage::Back); });
}

void WebEngineBrowser::forward()
{
    m_asker->whenNobodyAsks([this] { top().page->triggerAction(QWebEnginePage::Forward); });
}

bool WebEngineBrowser::canGoBack() const
{
    return top().page->history()->canGoBack();
}

bool WebEngineBrowser::canGoForward() const
{
    return top().page->history()->canGoForward();
}

QUrl WebEngineBrowser::url() const
{
    return top().page->url();
}

void WebEngineBrowser::setZoomFactor(double factor)
{
    top().view->setZoomFactor(factor);
}

std::unique_ptr<Browser> WebEngine::browser(
    Browser::Events events, const QList<Browser::Script>& scripts, const QString& language)
{
    return std::make_unique<WebEngineBrowser>(std::move(events), scripts, language);
}

EngineVersion WebEngine::version() const
{
    return {QString::fromLatin1(qWebEngineChromiumVersion()),
        QString::fromLatin1(qWebEngineChromiumSecurityPatchVersion()),
        QString::fromLatin1(qWebEngineVersion())};
}

} // namespace jetbridge::ui
