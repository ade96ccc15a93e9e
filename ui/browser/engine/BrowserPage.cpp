// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/BrowserPage.h"

#include "browser/engine/PageAsker.h"
#include "domain/Application.h"

#include <QAction>
#include <QAuthenticator>
#include <QCoreApplication>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>
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

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Tells whether an address may be opened: https anywhere, http on this computer only, and a page's
/// own empty frames.
bool mayOpen(const QUrl& url)
{
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url))
        || url == QUrl(u"about:blank"_s);
}

/// Returns the reason of a refusal for people: only pages may be opened, and only encrypted ones.
QString whyRefused(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (scheme == "http"_L1)
        return BrowserPage::tr("%1 is not encrypted (http). It needs an address with https")
            .arg(url.host());
    if (scheme == "mailto"_L1)
        return BrowserPage::tr("a mail to %1. Write it in your mail program").arg(url.path());
    if (scheme == "tel"_L1)
        return BrowserPage::tr("a call to %1. Dial it yourself").arg(url.path());
    return BrowserPage::tr("an address of the kind \"%1:\", which another program would open. If "
                           "it is needed, open this page in "
                           "your web browser")
        .arg(scheme);
}

// English: Chromium does not translate what it reports.
bool saysFrameBlocked(const QString& message)
{
    return message.startsWith("Refused to display"_L1) || message.startsWith("Refused to frame"_L1)
        || message.contains("frame-ancestors"_L1);
}

/// Text that the engine itself shows before a page is left.
// English: the key of the engine's own catalogue.
constexpr char engineAsksBeforeLeaving[] =
    "Are you sure you want to leave this page? Changes that you made may not be saved.";

constexpr QLatin1String frameIsThere("jetbridge-frame-is-there");

/// Returns a script that reports each frame with a page of its own, but not the engine's error
/// pages.
QWebEngineScript frameWatcher()
{
    QWebEngineScript script;
    script.setSourceCode(u"if (window !== top && location.protocol !== 'chrome-error:') "
                         "console.info('%1');"_s.arg(frameIsThere));
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setRunsOnSubFrames(true);
    return script;
}

} // namespace

BrowserPage::BrowserPage(QWebEngineProfile* profile, PageAsker& asker)
    : QWebEnginePage(profile, nullptr)
    , m_asker(asker)
{
    for (const auto attribute :
        {QWebEngineSettings::PluginsEnabled, QWebEngineSettings::PdfViewerEnabled,
            QWebEngineSettings::FullScreenSupportEnabled, QWebEngineSettings::ScreenCaptureEnabled,
            QWebEngineSettings::JavascriptCanAccessClipboard,
            QWebEngineSettings::LocalContentCanAccessFileUrls,
            QWebEngineSettings::AllowRunningInsecureContent,
            QWebEngineSettings::HyperlinkAuditingEnabled,
            QWebEngineSettings::NavigateOnDropEnabled})
        settings()->setAttribute(attribute, false);
    // With an error page, a failed load stays in the history together with its request, including a
    // sent form: Reload repeats it, and Back leads to the previous page.
    settings()->setAttribute(QWebEngineSettings::ErrorPageEnabled, true);
    settings()->setAttribute(QWebEngineSettings::WebRTCPublicInterfacesOnly, true);
    for (const auto unused : {ViewSource, SavePage, OpenLinkInNewWindow, OpenLinkInNewTab,
             DownloadLinkToDisk, DownloadImageToDisk, DownloadMediaToDisk, InspectElement})
        action(unused)->setVisible(false);
    // Otherwise these addresses are dropped without any notice; acceptNavigationRequest() accepts
    // none of them.
    settings()->setUnknownUrlSchemePolicy(QWebEngineSettings::AllowAllUnknownUrlSchemes);

    scripts().insert(frameWatcher());
    m_frameIsEmpty.setSingleShot(true);
    m_frameIsEmpty.setInterval(frameMayBeEmptyFor);
    connect(&m_frameIsEmpty, &QTimer::timeout, this, [this] {
        tell(BrowserHop::Kind::FrameBlocked, m_openedFrame,
            tr("%1 stays empty. Its X-Frame-Options may forbid it to be framed, or it did not "
               "answer.")
                .arg(m_openedFrame.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment)));
    });

    connect(this, &QWebEnginePage::newWindowRequested, this,
        [this](QWebEngineNewWindowRequest& request) {
            const QUrl url = request.requestedUrl();
            if (!request.isUserInitiated())
                refuseWindow(url,
                    tr("nobody had pressed anything for it. Press its button once more, or use "
                       "your web browser"));
            else if (!url.isEmpty() && !mayOpen(url))
                refuseWindow(url, whyRefused(url));
            else
                Q_EMIT windowWanted(request);
        });
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this,
        [this](const QWebEnginePermission& permission) {
            permission.deny();
            tell(BrowserHop::Kind::Refused, permission.origin(),
                tr("a permission (notifications, place, camera, microphone). If it is needed, use "
                   "your web browser"));
        });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
        [this](const QUrl& origin, Feature feature) {
            setFeaturePermission(origin, feature, PermissionDeniedByUser);
            tell(BrowserHop::Kind::Refused, origin,
                tr("a permission (notifications, place, camera, microphone). If it is needed, use "
                   "your web browser"));
        });
    connect(this, &QWebEnginePage::quotaRequested, this, [this](QWebEngineQuotaRequest request) {
        request.reject();
        tell(BrowserHop::Kind::Refused, request.origin(), tr("more room on the disk"));
    });
#endif
    connect(
        this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
            error.rejectCertificate();
            tell(BrowserHop::Kind::LoadFailed, error.url(), error.description());
        });
    connect(this, &QWebEnginePage::authenticationRequired, this,
        [this](const QUrl& url, QAuthenticator* authenticator) {
            signIn(BrowserQuestion::Kind::SignIn, url, *authenticator);
        });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
        [this](const QUrl&, QAuthenticator* authenticator, const QString& proxy) {
            QUrl origin;
            origin.setHost(proxy);
            signIn(BrowserQuestion::Kind::ProxySignIn, origin, *authenticator);
        });
    connect(this, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo& info) {
        if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
            m_isStopped = false;
        else if (info.status() == QWebEngineLoadingInfo::LoadSucceededStatus)
            m_signIns.clear();
        else if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus
            && info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain
            && !info.isErrorPage())
            tell(BrowserHop::Kind::Answered, info.url(), QString::number(info.errorCode()));
    });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
        [this](QWebEngineClientCertificateSelection selection) {
            selection.selectNone();
            tell(BrowserHop::Kind::Refused, selection.host(),
                tr("a certificate of this computer, for %1. If it is needed, use your web browser")
                    .arg(selection.host().host()));
        });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
        [this](QWebEngineFullScreenRequest request) {
            request.reject();
            tell(BrowserHop::Kind::Refused, request.origin(), tr("the whole screen"));
        });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
        [this](QWebEngineRegisterProtocolHandlerRequest request) {
            request.reject();
            tell(BrowserHop::Kind::Refused, request.origin(),
                tr("to open all addresses of the kind \"%1:\"").arg(request.scheme()));
        });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
        [this](QWebEngineFileSystemAccessRequest request) {
            request.reject();
            tell(BrowserHop::Kind::Refused, request.origin(),
                tr("a file from this computer. If it is needed, use your web browser"));
        });
}

bool BrowserPage::acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame)
{
    if (!mayOpen(url)) {
        // This is reported later, because the beginning of the load is reported later, too.
        QTimer::singleShot(
            0, this, [this, url] { tell(BrowserHop::Kind::Refused, url, whyRefused(url)); });
        return false;
    }
    if (url.scheme() == "about"_L1)
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
    ask({BrowserQuestion::Kind::Message, origin, message, {}});
}

bool BrowserPage::javaScriptConfirm(const QUrl& origin, const QString& message)
{
    const bool isLeave =
        message == QCoreApplication::translate("QWebEnginePage", engineAsksBeforeLeaving);
    return ask({isLeave ? BrowserQuestion::Kind::Leave : BrowserQuestion::Kind::YesOrNo, origin,
                   isLeave ? QString() : message, {}})
        .isYes;
}

bool BrowserPage::javaScriptPrompt(
    const QUrl& origin, const QString& message, const QString& defaultValue, QString* result)
{
    const BrowserAnswer answer = ask({BrowserQuestion::Kind::Text, origin, message, defaultValue});
    *result = answer.text;
    return answer.isYes;
}

BrowserAnswer BrowserPage::ask(BrowserQuestion question)
{
    if (m_isStopped)
        return {};
    question.mayStop = m_questions++ > 0;
    const BrowserAnswer answer = m_asker.ask(question);
    if (answer.stopsPage) {
        m_isStopped = true;
        tell(BrowserHop::Kind::Asked, question.origin, tr("\"%1\": stopped").arg(question.text));
        Q_EMIT stopWanted();
    } else if (question.kind == BrowserQuestion::Kind::Leave) {
        tell(BrowserHop::Kind::Asked, question.origin,
            answer.isYes ? tr("whether to leave it: yes") : tr("whether to leave it: no"));
    } else if (question.kind == BrowserQuestion::Kind::Message) {
        tell(BrowserHop::Kind::Asked, question.origin, tr("\"%1\"").arg(question.text));
    } else {
        tell(BrowserHop::Kind::Asked, question.origin,
            (answer.isYes ? tr("\"%1\": yes") : tr("\"%1\": no")).arg(question.text));
    }
    return answer;
}

void BrowserPage::signIn(
    BrowserQuestion::Kind kind, const QUrl& origin, QAuthenticator& authenticator)
{
    constexpr int most = 3;
    const int status = kind == BrowserQuestion::Kind::ProxySignIn ? 407 : 401;
    const QString realm = authenticator.realm();
    const QString key = origin.host() + QLatin1Char(' ') + realm;
    const int attempt = ++m_signIns[key];
    BrowserAnswer answer;
    if (attempt <= most && !m_isStopped) {
        BrowserQuestion question{kind, origin, realm, {}};
        question.attempt = attempt;
        answer = m_asker.ask(question);
    }
    if (answer.isYes) {
        authenticator.setUser(answer.user);
        authenticator.setPassword(answer.password);
        return;
    }
    // An empty authenticator means refusal; one with only a realm would be tried without a name,
    // again and again.
    authenticator = QAuthenticator();
    m_signIns.remove(key);
    tell(BrowserHop::Kind::Answered, origin,
        (attempt > most ? tr("%1: user name and password were wrong three times. Reload asks again")
                        : tr("%1: it asks for a user name and a password, and nobody signed in. "
                             "Reload asks again"))
            .arg(status));
}

void BrowserPage::refuseWindow(const QUrl& url, const QString& why)
{
    tell(BrowserHop::Kind::Refused, url,
        url.isEmpty() ? tr("a window of its own: %1").arg(why)
                      : tr("a window of its own for %1: %2")
                            .arg(url.host().isEmpty() ? url.scheme() : url.host(), why));
}

QStringList BrowserPage::chooseFiles(
    FileSelectionMode mode, const QStringList& oldFiles, const QStringList& acceptedMimeTypes)
{
    Q_UNUSED(mode)
    Q_UNUSED(oldFiles)
    Q_UNUSED(acceptedMimeTypes)
    tell(BrowserHop::Kind::Refused, url(),
        tr("a file from this computer. If it is needed, use your web browser"));
    return {};
}

void BrowserPage::tell(BrowserHop::Kind kind, const QUrl& where, const QString& detail)
{
    Q_EMIT hop({kind, QDateTime::currentDateTimeUtc(), where, detail});
}

} // namespace jetbridge::ui
