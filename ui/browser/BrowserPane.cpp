// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/BrowserPane.h"

#include "browser/Browser.h"
#include "browser/EnginePlugin.h"
#include "browser/LoadText.h"
#include "browser/QuestionCard.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int zooms[] = {
    25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500};

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
    , m_closeWindow(parts::button(this, "browserCloseWindow"_L1, tr("Close this window")))
    , m_question(new QuestionCard(this))
    , m_notice(parts::text(this, "browserNotice"_L1))
    , m_smaller(navigationButton("browserZoomOut", "zoom-out", tr("Smaller")))
    , m_usual(navigationButton("browserZoom", nullptr, tr("As large as usual")))
    , m_larger(navigationButton("browserZoomIn", "zoom-in", tr("Larger")))
    , m_stack(new QStackedWidget)
    , m_placeholder(new QLabel)
    , m_trouble(new QWidget)
    , m_troubleTitle(new QLabel)
    , m_troubleDetail(new QLabel)
    , m_loadAgain(new QPushButton)
{
    setObjectName(u"browserPane"_s);
    m_address->setObjectName(u"browserAddress"_s);
    m_address->setAccessibleName(tr("Address of the page shown"));
    m_address->setReadOnly(true);
    m_address->setPlaceholderText(tr("No page open"));

    m_placeholder->setObjectName(u"browserPlaceholder"_s);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setMargin(24);
    m_placeholder->setProperty("role", u"hint"_s);

    m_trouble->setObjectName(u"browserTrouble"_s);
    m_troubleTitle->setObjectName(u"browserTroubleTitle"_s);
    m_troubleDetail->setObjectName(u"browserTroubleDetail"_s);
    for (QLabel* label : {m_troubleTitle, m_troubleDetail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    QFont strong = m_troubleTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_troubleTitle->setFont(strong);
    m_loadAgain->setText(tr("Load again"));
    m_loadAgain->setObjectName(u"browserLoadAgain"_s);
    m_loadAgain->setAccessibleName(m_loadAgain->text());

    auto* trouble = new QVBoxLayout(m_trouble);
    trouble->setContentsMargins(24, 24, 24, 24);
    trouble->setSpacing(8);
    trouble->addStretch();
    trouble->addWidget(m_troubleTitle);
    trouble->addWidget(m_troubleDetail);
    trouble->addSpacing(8);
    trouble->addWidget(m_loadAgain, 0, Qt::AlignHCenter);
    trouble->addStretch();

    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_trouble);

    auto* bar = new FlowLayout;
    bar->setSpacing(4);
    // If there is little room, the zoom buttons move to the next line together.
    auto* zoomTools = new QWidget;
    auto* zoomRow = new QHBoxLayout(zoomTools);
    zoomRow->setContentsMargins(0, 0, 0, 0);
    zoomRow->setSpacing(4);
    for (QWidget* tool : std::initializer_list<QWidget*>{m_smaller, m_usual, m_larger})
        zoomRow->addWidget(tool);
    for (QWidget* tool :
        std::initializer_list<QWidget*>{m_back, m_forward, m_reload, m_address, zoomTools})
        bar->addWidget(tool);
    auto* around = new QVBoxLayout;
    around->setContentsMargins(8, 8, 8, 8);
    around->addLayout(bar);
    around->addWidget(m_closeWindow, 0, Qt::AlignLeft);
    around->addWidget(m_question);
    m_closeWindow->setToolTip(tr("A page opened it. The page that did is below."));
    m_closeWindow->hide();
    m_notice->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(around);
    column->addWidget(m_stack, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(8, 0, 8, 0);
    below->addWidget(m_notice);
    column->addLayout(below);

    connect(m_back, &QToolButton::clicked, this, [this] { m_browser->back(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_browser->forward(); });
    connect(m_reload, &QToolButton::clicked, this, &BrowserPane::loadAgain);
    connect(m_closeWindow, &QPushButton::clicked, this, [this] { m_browser->closeWindow(); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_usual, &QToolButton::clicked, this, [this] { setZoom(100); });
    connect(m_larger, &QToolButton::clicked, this, [this] { zoomBy(1); });
    addShortcuts();
    setZoom(100);
    connect(m_loadAgain, &QPushButton::clicked, this, &BrowserPane::loadAgain);
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        say(tr("%1 has not answered yet; it is waited for. Reload asks again.")
                .arg(Mask::text(m_browser->url().host())));
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
    const auto engine = browserEngine();
    m_loadAgain->setVisible(engine.has_value());
    if (!engine) {
        showTrouble(tr("The embedded browser is not installed."),
            tr("Install the package jetbridge-browser, or use your web browser or an invitation link. (%1)")
                .arg(engine.error()));
        return fail(url, engine.error());
    }

    Browser::Events events;
    events.hop = [this](const BrowserHop& happened) {
        take(happened);
    };
    events.downloadRefused = [this](const QUrl& what) {
        take({BrowserHop::Kind::Refused, QDateTime::currentDateTimeUtc(), what,
            tr("a download (%1). If it is needed, use your web browser").arg(what.fileName())});
    };
    events.loaded = [this](const BrowserLoad& load) {
        Q_EMIT loaded(load);
    };
    events.moved = [this] {
        updateNavigation();
    };
    events.began = [this] {
        say({});
        m_slow.start(lateAfter);
        m_failed.clear();
        fitPage();
        showView();
    };
    events.ended = [this] {
        m_slow.stop();
        fitPage();
    };
    events.failed = [this](const QUrl& what, int status, const QString& why) {
        m_failed = what;
        showTrouble(tr("This page could not be loaded."), loadTrouble(what, status, why));
        updateNavigation();
        fail(what, status > 0 ? QString::number(status) : why);
    };
    events.crashed = [this] {
        m_slow.stop();
        showTrouble(tr("The page stopped working."),
            tr("Nothing that was already done is lost. Load it again to go on."));
        tell(BrowserHop::Kind::LoadFailed, m_browser->url(), tr("the page's process ended"));
    };
    events.stopped = [this] {
        m_slow.stop();
        showTrouble(tr("You stopped this page."), tr("It can be loaded again."));
        updateNavigation();
    };
    events.asked = [this](const BrowserQuestion& question) {
        m_focusBefore = window()->focusWidget();
        m_browser->view()->setEnabled(false); // The page cannot be used until there is an answer.
        m_question->ask(
            question, [this](const BrowserAnswer& answer) { m_browser->answer(answer); });
    };
    events.questionOver = [this] {
        endQuestion();
    };
    events.windowsChanged = [this] {
        endQuestion();
        m_failed.clear();
        showView();
        fitPage();
    };
    QList<Browser::Script> scripts;
    if (hand)
        scripts.append({u"demo-hand"_s, hand->script()});
    if (Mask::isOn())
        scripts.append({u"mask"_s, Mask::script(), true});
    // The customer's pages are requested in the window's language.
    m_browser = (*engine)->browser(std::move(events), scripts, QLocale().bcp47Name());

    showView();
    m_browser->load(url);
    updateNavigation();
}

void BrowserPane::close()
{
    m_slow.stop();
    m_question->close();
    say({});
    m_failed.clear();
    m_stack->setCurrentWidget(m_placeholder);
    m_browser.reset();
    updateNavigation();
}

void BrowserPane::tell(BrowserHop::Kind kind, const QUrl& url, const QString& detail)
{
    Q_EMIT hop({kind, QDateTime::currentDateTimeUtc(), url, detail});
}

void BrowserPane::fail(const QUrl& url, const QString& why)
{
    tell(BrowserHop::Kind::LoadFailed, url, why);
    Q_EMIT loadFailed(url, why);
}

void BrowserPane::take(const BrowserHop& happened)
{
    Q_EMIT hop(happened);
    if (happened.kind == BrowserHop::Kind::Refused)
        say(tr("The page was refused: %1.").arg(Mask::text(happened.detail)));
    else if (happened.kind == BrowserHop::Kind::Answered)
        say(tr("%1 answered with the status %2.")
                .arg(Mask::text(happened.url.host()), happened.detail));
}

void BrowserPane::say(const QString& sentence)
{
    form::say(m_notice, Tone::Careful, sentence);
}

void BrowserPane::showView()
{
    QWidget* view = m_browser->view();
    if (m_stack->indexOf(view) < 0) {
        view->setObjectName(u"browserView"_s);
        view->setAccessibleName(tr("The customer's page"));
        m_stack->addWidget(view);
    }
    m_stack->setCurrentWidget(view);
}

void BrowserPane::loadAgain()
{
    if (!m_browser->loadsFormAgain())
        return m_browser->loadAgain();
    // The engine would send the form again without asking.
    m_question->ask({BrowserQuestion::Kind::SendAgain,
                        m_failed.isEmpty() ? m_browser->url() : m_failed, {}, {}},
        [this](const BrowserAnswer& answer) {
            if (answer.isYes)
                m_browser->loadAgain();
            else
                m_browser->answer({}); // to the page's own question, which this one has replaced
        });
}

void BrowserPane::endQuestion()
{
    m_question->close();
    m_browser->view()->setEnabled(true);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

void BrowserPane::fitPage()
{
    updateNavigation();
    // The engine resets the zoom whenever the host changes.
    m_browser->setZoomFactor(m_zoom / 100.0);
    // The widget of the page that takes the focus exists only now.
    setTabOrder(m_larger, m_browser->view());
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
    if (m_browser)
        m_browser->setZoomFactor(m_zoom / 100.0);
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
        // On some keyboards plus and equals are one key; both mean larger.
        connect(shortcut, &QShortcut::activatedAmbiguously, this, act);
    };
    add(Qt::CTRL | Qt::Key_Plus, [this] { zoomBy(1); });
    add(Qt::CTRL | Qt::Key_Equal, [this] { zoomBy(1); }); // the same key without Shift
    add(Qt::CTRL | Qt::Key_Minus, [this] { zoomBy(-1); });
    add(Qt::CTRL | Qt::Key_0, [this] { setZoom(100); });
}

void BrowserPane::updateNavigation()
{
    m_back->setEnabled(m_browser && m_browser->canGoBack());
    m_forward->setEnabled(m_browser && m_browser->canGoForward());
    m_reload->setEnabled(m_browser != nullptr);
    m_smaller->setEnabled(m_browser && m_zoom > *std::begin(zooms));
    m_larger->setEnabled(m_browser && m_zoom < *std::prev(std::end(zooms)));
    m_usual->setEnabled(m_browser && m_zoom != 100);
    m_closeWindow->setVisible(m_browser && m_browser->isWindowOfPage());
    // This is the address that failed, not the one shown before it.
    const QUrl shown = m_failed.isEmpty() && m_browser ? m_browser->url() : m_failed;
    m_address->setText(Mask::text(shown.toDisplayString()));
    m_address->setCursorPosition(0);
}

} // namespace jetbridge::ui
