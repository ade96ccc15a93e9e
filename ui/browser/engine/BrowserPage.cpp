// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/BrowserPage.h"

#include "domain/Application.h"

#include <QAction>
#include <QWebEngineCertificateError>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#else
#include <QWebEngineQuotaRequest>
#endif

namespace jetbridge::ui {

namespace {

/// https anywhere, http on this computer only; a page's own empty frames.
bool mayOpen(const QUrl& url)
{
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url))
        || url == QUrl(QStringLiteral("about:blank"));
}

// English: Chromium does not translate what it reports.
bool saysFrameBlocked(const QString& message)
{
    return message.startsWith(QLatin1String("Refused to display"))
        || message.startsWith(QLatin1String("Refused to frame"))
        || message.contains(QLatin1String("frame-ancestors"));
}

constexpr QLatin1String frameIsThere("jetbridge-frame-is-there");

/// In every frame that shows a page of its own; not in the engine's error pages.
QWebEngineScript frameWatcher()
{
    QWebEngineScript script;
    script.setSourceCode(
        QStringLiteral("if (window !== top) console.info('%1');").arg(frameIsThere));
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setRunsOnSubFrames(true);
    return script;
}

} // namespace

BrowserPage::BrowserPage(QWebEngineProfile* profile)
    : QWebEnginePage(profile, nullptr)
{
    for (const auto attribute :
        {QWebEngineSettings::PluginsEnabled, QWebEngineSettings::PdfViewerEnabled,
            QWebEngineSettings::FullScreenSupportEnabled, QWebEngineSettings::ScreenCaptureEnabled,
            QWebEngineSettings::JavascriptCanAccessClipboard,
            QWebEngineSettings::LocalContentCanAccessFileUrls,
            QWebEngineSettings::AllowRunningInsecureContent,
            QWebEngineSettings::HyperlinkAuditingEnabled, QWebEngineSettings::ErrorPageEnabled,
            QWebEngineSettings::NavigateOnDropEnabled})
        settings()->setAttribute(attribute, false);
    settings()->setAttribute(QWebEngineSettings::WebRTCPublicInterfacesOnly, true);
    for (const auto unused : {ViewSource, SavePage, OpenLinkInNewWindow, OpenLinkInNewTab,
             DownloadLinkToDisk, DownloadImageToDisk, DownloadMediaToDisk, InspectElement})
        action(unused)->setVisible(false);
    settings()->setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);

    scripts().insert(frameWatcher());
    m_frameIsEmpty.setSingleShot(true);
    m_frameIsEmpty.setInterval(frameMayBeEmptyFor);
    connect(&m_frameIsEmpty, &QTimer::timeout, this, [this] {
        tell(BrowserHop::Kind::FrameBlocked, m_openedFrame,
            tr("%1 stays empty. Its X-Frame-Options may forbid it to be framed, or it did not "
               "answer.")
                .arg(m_openedFrame.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment)));
    });

    // A link that asks for a new window opens here; a window that a script opens by itself does
    // not.
    connect(this, &QWebEnginePage::newWindowRequested, this,
        [this](QWebEngineNewWindowRequest& request) {
            if (request.isUserInitiated() && mayOpen(request.requestedUrl()))
                setUrl(request.requestedUrl());
            else
                tell(BrowserHop::Kind::Refused, request.requestedUrl(), tr("a new window"));
        });
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this,
        [this](const QWebEnginePermission& permission) {
            permission.deny();
            tell(BrowserHop::Kind::Refused, permission.origin(), tr("a device permission"));
        });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
        [this](const QUrl& origin, Feature feature) {
            setFeaturePermission(origin, feature, PermissionDeniedByUser);
            tell(BrowserHop::Kind::Refused, origin, tr("a device permission"));
        });
    connect(this, &QWebEnginePage::quotaRequested, this,
        [](QWebEngineQuotaRequest request) { request.reject(); });
#endif
    connect(
        this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
            error.rejectCertificate();
            tell(BrowserHop::Kind::LoadFailed, error.url(), error.description());
        });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
        [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
        [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
        [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
}

bool BrowserPage::acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame)
{
    if (!mayOpen(url)) {
        tell(BrowserHop::Kind::Refused, url,
            url.scheme() == QLatin1String("http")
                ? tr("not encrypted")
                : tr("an address of the kind \"%1:\"").arg(url.scheme()));
        return false;
    }
    if (url.scheme() == QLatin1String("about"))
        return true;
    m_frameIsEmpty.stop();
    if (!isMainFrame) {
        m_openedFrame = url;
        m_frameIsEmpty.start();
        tell(BrowserHop::Kind::FrameOpened, url);
    } else if (type == NavigationTypeRedirect) {
        tell(BrowserHop::Kind::Redirected, url);
    } else if (type == NavigationTypeFormSubmitted) {
        tell(BrowserHop::Kind::Submitted, url);
    } else {
        tell(BrowserHop::Kind::Opened, url);
    }
    return true;
}

void BrowserPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level,
    const QString& message, int lineNumber, const QString& sourceId)
{
    Q_UNUSED(lineNumber)
    if (message == frameIsThere)
        return m_frameIsEmpty.stop();
    if (saysFrameBlocked(message)) {
        m_frameIsEmpty.stop();
        tell(BrowserHop::Kind::FrameBlocked, QUrl(sourceId), message);
    } else if (level == ErrorMessageLevel) {
        tell(BrowserHop::Kind::ConsoleError, QUrl(sourceId), message);
    }
}

void BrowserPage::javaScriptAlert(const QUrl& origin, const QString& message)
{
    tell(BrowserHop::Kind::Refused, origin, tr("a message window: %1").arg(message));
}

bool BrowserPage::javaScriptConfirm(const QUrl& origin, const QString& message)
{
    tell(BrowserHop::Kind::Refused, origin, tr("a question window: %1").arg(message));
    return false;
}

bool BrowserPage::javaScriptPrompt(
    const QUrl& origin, const QString& message, const QString& defaultValue, QString* result)
{
    Q_UNUSED(defaultValue)
    Q_UNUSED(result)
    tell(BrowserHop::Kind::Refused, origin, tr("a question window: %1").arg(message));
    return false;
}

QStringList BrowserPage::chooseFiles(
    FileSelectionMode mode, const QStringList& oldFiles, const QStringList& acceptedMimeTypes)
{
    Q_UNUSED(mode)
    Q_UNUSED(oldFiles)
    Q_UNUSED(acceptedMimeTypes)
    tell(BrowserHop::Kind::Refused, url(), tr("a file from this computer"));
    return {};
}

void BrowserPage::tell(BrowserHop::Kind kind, const QUrl& where, const QString& detail)
{
    Q_EMIT hop({kind, QDateTime::currentDateTimeUtc(), where, detail});
}

} // namespace jetbridge::ui
