// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/WebEngineBrowser.h"

#include "browser/engine/BrowserPage.h"
#include "browser/engine/LoadWatch.h"

#include <QNetworkCookie>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

namespace jetbridge::ui {

namespace {

/// What tells whether a cookie survives in a frame of another site. Never its value.
QString describe(const QNetworkCookie& cookie)
{
    QStringList words{QString::fromUtf8(cookie.name())};
    if (cookie.isSecure())
        words.append(QStringLiteral("Secure"));
    if (cookie.isHttpOnly())
        words.append(QStringLiteral("HttpOnly"));
    switch (cookie.sameSitePolicy()) {
    case QNetworkCookie::SameSite::Default:
        break;
    case QNetworkCookie::SameSite::None:
        words.append(QStringLiteral("SameSite=None"));
        break;
    case QNetworkCookie::SameSite::Lax:
        words.append(QStringLiteral("SameSite=Lax"));
        break;
    case QNetworkCookie::SameSite::Strict:
        words.append(QStringLiteral("SameSite=Strict"));
        break;
    }
    return words.join(QLatin1String("; "));
}

QUrl ownerOf(const QNetworkCookie& cookie)
{
    QUrl url;
    url.setScheme(cookie.isSecure() ? QStringLiteral("https") : QStringLiteral("http"));
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

WebEngineBrowser::WebEngineBrowser(
    Events events, const QList<Script>& scripts, const QString& language)
    : m_events(std::move(events))
    , m_profile(std::make_unique<QWebEngineProfile>()) // without a name: off the record
{
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

    m_page = std::make_unique<BrowserPage>(m_profile.get());
    connect(m_page.get(), &BrowserPage::hop, this,
        [this](const BrowserHop& hop) { m_events.hop(hop); });
    auto* watch = new LoadWatch(m_page.get());
    m_page->setUrlRequestInterceptor(watch);
    connect(watch, &LoadWatch::loaded, this,
        [this](const BrowserLoad& load) { m_events.loaded(load); });
    connect(m_page.get(), &QWebEnginePage::loadingChanged, watch, &LoadWatch::take);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, [this] { m_events.moved(); });
    connect(m_page.get(), &QWebEnginePage::loadingChanged, this,
        [this](const QWebEngineLoadingInfo& info) {
            if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
                return m_events.began();
            m_events.ended();
            // A refusal with a page of its own (a wrong code, 403) is there to be read: only what
            // brought no page at all failed.
            if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus
                && info.errorDomain() != QWebEngineLoadingInfo::HttpStatusCodeDomain)
                m_events.failed(info.url(), info.errorString());
        });
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this,
        [this](QWebEnginePage::RenderProcessTerminationStatus status) {
            if (status != QWebEnginePage::NormalTerminationStatus)
                m_events.crashed();
        });
    for (const Script& script : scripts)
        m_page->scripts().insert(engineScript(script));

    m_view = std::make_unique<QWebEngineView>();
    m_view->setPage(m_page.get());
}

WebEngineBrowser::~WebEngineBrowser()
{
    m_page->disconnect(this); // What it says while it ends is for nobody.
}

QWidget* WebEngineBrowser::view()
{
    return m_view.get();
}

void WebEngineBrowser::load(const QUrl& url)
{
    m_view->setUrl(url);
}

void WebEngineBrowser::loadAgain()
{
    m_view->setUrl(m_page->requestedUrl());
}

void WebEngineBrowser::back()
{
    m_view->back();
}

void WebEngineBrowser::forward()
{
    m_view->forward();
}

void WebEngineBrowser::reload()
{
    m_view->reload();
}

bool WebEngineBrowser::canGoBack() const
{
    return m_page->history()->canGoBack();
}

bool WebEngineBrowser::canGoForward() const
{
    return m_page->history()->canGoForward();
}

QUrl WebEngineBrowser::url() const
{
    return m_page->url();
}

void WebEngineBrowser::setZoomFactor(double factor)
{
    m_view->setZoomFactor(factor);
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
