// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/BrowserPane.h"

#include "Theme.h"
#include "browser/BrowserPage.h"
#include "browser/LoadWatch.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QWebEngineDownloadRequest>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>

namespace jetbridge::ui {

namespace {

QToolButton* navigationButton(const char* objectName, const char* icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
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
    m_placeholder->setProperty("role", QStringLiteral("caption"));

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

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 8, 8);
    bar->setSpacing(4);
    bar->addWidget(m_back);
    bar->addWidget(m_forward);
    bar->addWidget(m_reload);
    bar->addSpacing(4);
    bar->addWidget(m_address, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);

    connect(m_back, &QToolButton::clicked, this, [this] { m_view->back(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_view->forward(); });
    connect(m_reload, &QToolButton::clicked, this, [this] { m_view->reload(); });
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

    if (hand) {
        QWebEngineScript script;
        script.setName(QStringLiteral("demo-hand"));
        script.setSourceCode(hand->script());
        script.setInjectionPoint(QWebEngineScript::DocumentReady);
        script.setWorldId(QWebEngineScript::ApplicationWorld);
        script.setRunsOnSubFrames(true);
        m_page->scripts().insert(script);
    }

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

void BrowserPane::updateNavigation()
{
    m_back->setEnabled(m_page && m_page->history()->canGoBack());
    m_forward->setEnabled(m_page && m_page->history()->canGoForward());
    m_reload->setEnabled(m_page != nullptr);
    m_address->setText(m_page ? m_page->url().toDisplayString() : QString());
    m_address->setCursorPosition(0);
}

} // namespace jetbridge::ui
