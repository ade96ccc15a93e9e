// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/BrowserPane.h"

#include "FlowLayout.h"
#include "Theme.h"
#include "browser/BrowserPage.h"
#include "browser/LoadWatch.h"
#include "demo/Mask.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkCookie>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>

#include <algorithm>

namespace jetbridge::ui {

namespace {

constexpr int zooms[] = {
    25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500};

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

QToolButton* navigationButton(const char* objectName, const char* icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
    if (icon)
        button->setIcon(lineIcon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setEnabled(false);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

BrowserPane::BrowserPane(QWidget* parent)
    : QWidget(parent)
    , m_back(navigationButton("browserBack", "back", tr("Back")))
    , m_forward(navigationButton("browserForward", "forward", tr("Forward")))
    , m_reload(navigationButton("browserReload", "reload", tr("Reload")))
    , m_address(new QLineEdit)
    , m_smaller(navigationButton("browserZoomOut", "zoom-out", tr("Smaller")))
    , m_usual(navigationButton("browserZoom", nullptr, tr("As large as usual")))
    , m_larger(navigationButton("browserZoomIn", "zoom-in", tr("Larger")))
    , m_stack(new QStackedWidget)
    , m_placeholder(new QLabel)
    , m_trouble(new QWidget)
    , m_troubleTitle(new QLabel)
    , m_troubleDetail(new QLabel)
{
    setObjectName(QStringLiteral("browserPane"));
    m_address->setObjectName(QStringLiteral("browserAddress"));
    m_address->setAccessibleName(tr("Address of the page shown"));
    m_address->setReadOnly(true);
    m_address->setPlaceholderText(tr("No page open"));

    m_placeholder->setObjectName(QStringLiteral("browserPlaceholder"));
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setMargin(24);
    m_placeholder->setProperty("role", QStringLiteral("hint"));

    m_trouble->setObjectName(QStringLiteral("browserTrouble"));
    m_troubleTitle->setObjectName(QStringLiteral("browserTroubleTitle"));
    m_troubleDetail->setObjectName(QStringLiteral("browserTroubleDetail"));
    for (QLabel* label : {m_troubleTitle, m_troubleDetail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    QFont strong = m_troubleTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_troubleTitle->setFont(strong);
    auto* again = new QPushButton(tr("Load again"));
    again->setObjectName(QStringLiteral("browserLoadAgain"));
    again->setAccessibleName(again->text());

    auto* trouble = new QVBoxLayout(m_trouble);
    trouble->setContentsMargins(24, 24, 24, 24);
    trouble->setSpacing(8);
    trouble->addStretch();
    trouble->addWidget(m_troubleTitle);
    trouble->addWidget(m_troubleDetail);
    trouble->addSpacing(8);
    trouble->addWidget(again, 0, Qt::AlignHCenter);
    trouble->addStretch();

    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_trouble);

    auto* bar = new FlowLayout;
    bar->setSpacing(4);
    for (QWidget* tool : std::initializer_list<QWidget*>{
             m_back, m_forward, m_reload, m_address, m_smaller, m_usual, m_larger})
        bar->addWidget(tool);
    auto* around = new QVBoxLayout;
    around->setContentsMargins(8, 8, 8, 8);
    around->addLayout(bar);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(around);
    column->addWidget(m_stack, 1);

    connect(m_back, &QToolButton::clicked, this, [this] { m_view->back(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_view->forward(); });
    connect(m_reload, &QToolButton::clicked, this, [this] { m_view->reload(); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_usual, &QToolButton::clicked, this, [this] { setZoom(100); });
    connect(m_larger, &QToolButton::clicked, this, [this] { zoomBy(1); });
    addShortcuts();
    setZoom(100);
    connect(again, &QPushButton::clicked, this, [this] {
        m_stack->setCurrentWidget(m_view.get());
        m_view->setUrl(m_page->requestedUrl());
    });
}

BrowserPane::~BrowserPane()
{
    close();
}

void BrowserPane::setPlaceholder(const QString& text)
{
    m_placeholder->setText(text);
}

void BrowserPane::open(const QUrl& url, const std::optional<DemoHand>& hand)
{
    close();
    m_profile = std::make_unique<QWebEngineProfile>(); // without a name: off the record
    // The customer's pages are asked for in the window's language.
    m_profile->setHttpAcceptLanguage(QLocale().bcp47Name());
    connect(m_profile.get(), &QWebEngineProfile::downloadRequested, this,
        [this](QWebEngineDownloadRequest* download) {
            download->cancel();
            Q_EMIT hop({BrowserHop::Kind::Refused, QDateTime::currentDateTimeUtc(), download->url(),
                tr("a download")});
        });

    connect(m_profile->cookieStore(), &QWebEngineCookieStore::cookieAdded, this,
        [this](const QNetworkCookie& cookie) {
            Q_EMIT hop({BrowserHop::Kind::CookieSet, QDateTime::currentDateTimeUtc(),
                ownerOf(cookie), describe(cookie)});
        });

    m_page = std::make_unique<BrowserPage>(m_profile.get());
    connect(m_page.get(), &BrowserPage::hop, this, &BrowserPane::hop);
    auto* watch = new LoadWatch(m_page.get());
    m_page->setUrlRequestInterceptor(watch);
    connect(watch, &LoadWatch::loaded, this, &BrowserPane::loaded);
    connect(m_page.get(), &QWebEnginePage::loadingChanged, watch, &LoadWatch::take);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, &BrowserPane::updateNavigation);
    connect(m_page.get(), &QWebEnginePage::loadingChanged, this,
        [this](const QWebEngineLoadingInfo& info) {
            updateNavigation();
            // The engine forgets it with every host.
            m_view->setZoomFactor(m_zoom / 100.0);
            // What takes the focus in it is only there by now.
            setTabOrder(m_larger, m_view.get());
            if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
                m_stack->setCurrentWidget(m_view.get());
            // A refusal with a page of its own (a wrong code, 403) is there to be read: only what
            // brought no page at all failed.
            if (info.status() != QWebEngineLoadingInfo::LoadFailedStatus
                || info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain)
                return;
            showTrouble(tr("This page could not be loaded."), info.errorString());
            Q_EMIT hop({BrowserHop::Kind::LoadFailed, QDateTime::currentDateTimeUtc(), info.url(),
                info.errorString()});
            Q_EMIT loadFailed(info.url(), info.errorString());
        });
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this,
        [this](QWebEnginePage::RenderProcessTerminationStatus status) {
            if (status == QWebEnginePage::NormalTerminationStatus)
                return;
            showTrouble(tr("The page stopped working."),
                tr("Nothing that was already done is lost. Load it again to go on."));
            Q_EMIT hop({BrowserHop::Kind::LoadFailed, QDateTime::currentDateTimeUtc(),
                m_page->url(), tr("the page's process ended")});
        });

    const auto run = [this](QLatin1String name, const QString& source, auto when) {
        QWebEngineScript script;
        script.setName(name);
        script.setSourceCode(source);
        script.setInjectionPoint(when);
        script.setWorldId(QWebEngineScript::ApplicationWorld);
        script.setRunsOnSubFrames(true);
        m_page->scripts().insert(script);
    };
    if (hand)
        run(QLatin1String("demo-hand"), hand->script(), QWebEngineScript::DocumentReady);
    if (Mask::isOn())
        run(QLatin1String("mask"), Mask::script(), QWebEngineScript::DocumentCreation);

    m_view = std::make_unique<QWebEngineView>();
    m_view->setObjectName(QStringLiteral("browserView"));
    m_view->setAccessibleName(tr("The customer's page"));
    m_view->setPage(m_page.get());
    m_stack->addWidget(m_view.get());
    m_stack->setCurrentWidget(m_view.get());
    m_view->setUrl(url);
    updateNavigation();
}

void BrowserPane::close()
{
    m_stack->setCurrentWidget(m_placeholder);
    m_view.reset();
    m_page.reset();
    m_profile.reset();
    updateNavigation();
}

void BrowserPane::showTrouble(const QString& title, const QString& detail)
{
    m_troubleTitle->setText(title);
    m_troubleDetail->setText(detail);
    m_stack->setCurrentWidget(m_trouble);
}

void BrowserPane::setZoom(int percent)
{
    m_zoom = std::clamp(percent, *std::begin(zooms), *std::prev(std::end(zooms)));
    if (m_view)
        m_view->setZoomFactor(m_zoom / 100.0);
    m_usual->setText(tr("%1 %").arg(m_zoom));
    m_usual->setAccessibleName(tr("Zoom of the page: %1 %").arg(m_zoom));
    updateNavigation();
}

void BrowserPane::zoomBy(int steps)
{
    const auto* at = std::lower_bound(std::begin(zooms), std::end(zooms), m_zoom);
    const auto* next = std::clamp(
        at + steps, std::begin(zooms), static_cast<const int*>(std::prev(std::end(zooms))));
    setZoom(*next);
}

void BrowserPane::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
        // On some keyboards plus and equals are one key: both mean larger.
        connect(shortcut, &QShortcut::activatedAmbiguously, this, act);
    };
    add(Qt::CTRL | Qt::Key_Plus, [this] { zoomBy(1); });
    add(Qt::CTRL | Qt::Key_Equal, [this] { zoomBy(1); }); // the same key without Shift
    add(Qt::CTRL | Qt::Key_Minus, [this] { zoomBy(-1); });
    add(Qt::CTRL | Qt::Key_0, [this] { setZoom(100); });
}

void BrowserPane::updateNavigation()
{
    m_back->setEnabled(m_page && m_page->history()->canGoBack());
    m_forward->setEnabled(m_page && m_page->history()->canGoForward());
    m_reload->setEnabled(m_page != nullptr);
    m_smaller->setEnabled(m_page && m_zoom > *std::begin(zooms));
    m_larger->setEnabled(m_page && m_zoom < *std::prev(std::end(zooms)));
    m_usual->setEnabled(m_page && m_zoom != 100);
    m_address->setText(m_page ? Mask::text(m_page->url().toDisplayString()) : QString());
    m_address->setCursorPosition(0);
}

} // namespace jetbridge::ui
