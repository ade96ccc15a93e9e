// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Stage.h"

#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/FormBrowser.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace std::chrono_literals;

namespace {

constexpr quint32 testWorld = 7;

// Every frame reports the positions of its controls to the page above it; this script world hides
// that from the pages.
constexpr char watcher[] = R"js((function () {
    // Clicks reach what was painted: three frames are on the screen for sure.
    let painted = 0;
    const count = () => ++painted < 3 && requestAnimationFrame(count);
    requestAnimationFrame(count);
    const controls = () => {
        const found = {};
        if (painted < 3)
            return found;
        for (const element of document.querySelectorAll("[id]")) {
            const box = element.getBoundingClientRect();
            found[element.id] = [box.left, box.top, box.width, box.height,
                (element.value || "").length, document.activeElement === element];
        }
        return found;
    };
    // A person would scroll there.
    const show = id => {
        const element = document.getElementById(id);
        const box = element && element.getBoundingClientRect();
        if (element && (box.top < 0 || box.bottom > innerHeight || window !== top))
            element.scrollIntoView({block: "center"});
        return !!element;
    };
    if (window === top) {
        window.jetbridgeShow = id => show(id) || frames[0] && frames[0].postMessage({jetbridgeShow: id}, "*");
        window.jetbridgeControls = controls;
        addEventListener("message", event => {
            if (event.data.jetbridgeControls)
                window.jetbridgeFrame = event.data.jetbridgeControls;
        });
    } else {
        addEventListener("message", event => event.data.jetbridgeShow && show(event.data.jetbridgeShow));
        setInterval(() => parent.postMessage({jetbridgeControls: controls()}, "*"), 50);
    }
}))js";

Task<Done> decideElsewhere(Console& console, QString button)
{
    const QString company = u"globex"_s;
    FormBrowser browser;
    const auto apps = co_await browser.open(console.current().environment().startUrl(company));
    const auto setup = co_await browser.open(*apps->target(u"setup"_s));
    const auto signIn = co_await browser.press(*setup, u"grant"_s);
    const auto consent = co_await browser.press(*signIn, u"sign-in"_s,
        {{u"code"_s, console.onboardings().invitation(CompanyId(company))->code()}});
    disregard(co_await browser.press(*consent, button)); // The window shows the result.
    co_return Done{};
}

Task<Done> grantElsewhere(Console& console)
{
    FormBrowser browser;
    const auto apps = co_await browser.open(console.current().environment().startUrl(u"globex"_s));
    const auto setup = co_await browser.open(*apps->target(u"setup"_s));
    disregard(co_await browser.press(*setup, u"grant"_s)); // The simulator knows.
    co_return Done{};
}

/// Waits like QTest::qWaitFor, but without its pauses: a page takes a hundred steps together with
/// this thread, and would wait 10 ms in each.
bool waitFor(const std::function<bool()>& isSo, std::chrono::milliseconds patience)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(patience);
    while (!isSo() && end.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isSo();
}

ConsoleOptions optionsFor(const QString& folder, bool isDemo)
{
    ConsoleOptions options;
    options.dataFolder = folder;
    if (isDemo)
        options.vault = ConsoleOptions::VaultKind::Memory;
    options.isPassing = isDemo;
    return options;
}

} // namespace

Stage::Stage(ui::Theme::Scheme scheme, bool isDemo)
    : m_isDemo(isDemo)
    , m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_theme(m_settings)
    , m_console(std::make_unique<Console>(optionsFor(m_folder.filePath(u"data"_s), m_isDemo)))
{
    m_theme.setScheme(scheme);
}

WalkthroughTopics Stage::topics()
{
    return {m_console->current(), m_console->partnerAccess(), m_console->endpoints(),
        m_console->simulator(), m_console->onboardings(), m_console->customers()};
}

Stage::~Stage()
{
    quit();
}

bool Stage::isReady()
{
    if (!m_console)
        m_console = std::make_unique<Console>(optionsFor(m_folder.filePath(u"data"_s), m_isDemo));
    // This is like a first start: the run's keyring may hold items of the previous stage.
    bool isFirstStart = false;
    QCoro::connect(m_console->ready(), m_console.get(), [this, &isFirstStart](const auto&) {
        QCoro::connect(m_console->partnerAccess().forgetMasterCredentials(), m_console.get(),
            [&isFirstStart](const Outcome<Done>&) { isFirstStart = true; });
    });
    if (!QTest::qWaitFor([&isFirstStart] { return isFirstStart; }, 20'000))
        return false;
    m_window = std::make_unique<ui::MainWindow>(*m_console, m_theme, m_settings);
    m_window->resize(1240, 780);
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get())
        && QTest::qWaitFor([this] { return m_console->endpoints().urls().has_value(); }, 20'000);
}

void Stage::quit()
{
    if (!m_window)
        return;
    m_window->close();
    if (sees("quitYes")) // it asks during an onboarding
        find<QAbstractButton>("quitYes")->click();
    (void)QTest::qWaitFor([this] { return !m_window->isVisible(); }, 10'000);
    // A line that nobody waits for may still be on its way to the disk; a read comes after it.
    bool isWritten = false;
    QCoro::connect(m_console->customers().journal().unresolved(), m_console.get(),
        [&isWritten] { isWritten = true; });
    (void)QTest::qWaitFor([&isWritten] { return isWritten; }, 10'000);
    m_window.reset();
    m_console.reset();
}

QString Stage::text(const char* objectName) const
{
    if (const auto* label = find<QLabel>(objectName))
        return label->text();
    if (const auto* button = find<QAbstractButton>(objectName))
        return button->text();
    return {};
}

void Stage::click(const char* objectName)
{
    QTRY_VERIFY2_WITH_TIMEOUT(sees(objectName), objectName, 20'000);
    QTest::mouseClick(find(objectName), Qt::LeftButton);
}

void Stage::pressKeys(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Shortcuts work in the active window only. A window manager would activate it again after a
    // dialog, or after a new web view; the virtual screen has no window manager.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), key, modifiers);
}

void Stage::startByLink()
{
    click("navOnboard");
    page().startFor(u"globex"_s);
    click("onboardWhereLink");
    click("onboardStart");
}

bool Stage::grant()
{
    const auto isDone = std::make_shared<bool>(false);
    QCoro::connect(grantElsewhere(*m_console), m_console.get(), [isDone] { *isDone = true; });
    return QTest::qWaitFor([isDone] { return *isDone; }, 30'000);
}

bool Stage::decide(const QString& button)
{
    const auto isDone = std::make_shared<bool>(false);
    QCoro::connect(
        decideElsewhere(*m_console, button), m_console.get(), [isDone] { *isDone = true; });
    return QTest::qWaitFor([isDone] { return *isDone; }, 30'000);
}

bool Stage::hasBrowser() const
{
    const auto all = m_window->findChildren<QObject*>();
    return std::any_of(all.begin(), all.end(), [](const QObject* object) {
        return object->inherits("QWebEngineView") || object->inherits("QWebEngineProfile");
    });
}

QWebEngineView* Stage::view() const
{
    return m_window->findChild<QWebEngineView*>();
}

void Stage::watchFrames()
{
    QWebEngineScriptCollection& scripts = view()->page()->scripts();
    if (!scripts.find(u"watcher"_s).isEmpty())
        return;
    QWebEngineScript script;
    script.setName(u"watcher"_s);
    script.setSourceCode(QLatin1String(watcher) + "()"_L1);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(testWorld);
    script.setRunsOnSubFrames(true);
    scripts.insert(script);
    // The present page was loaded before the script was added.
    view()->page()->runJavaScript(script.sourceCode(), testWorld);
}

Stage::Control Stage::control(const QString& id)
{
    if (!view() || !view()->isVisible())
        return {};
    watchFrames();
    const auto answer = std::make_shared<std::optional<QVariantList>>();
    view()->page()->runJavaScript(
        u"(function (id) {"
        "  if (!window.jetbridgeControls) return [];"
        "  jetbridgeShow(id);"
        "  const here = jetbridgeControls()[id];"
        "  if (here) return here;"
        "  const frame = document.querySelector('iframe');"
        "  const inside = (window.jetbridgeFrame || {})[id];"
        "  if (!frame || !inside) return [];"
        "  const box = frame.getBoundingClientRect();"
        "  return [inside[0] + box.left + frame.clientLeft,"
        "          inside[1] + box.top + frame.clientTop, inside[2], inside[3], "
        "inside[4], inside[5]];"
        "})('%1')"_s.arg(id),
        testWorld, [answer](const QVariant& found) { *answer = found.toList(); });
    if (!waitFor([answer] { return answer->has_value(); }, 5s))
        return {};
    if ((*answer)->size() < 6) {
        waitFor([] { return false; }, 50ms); // the page scrolls to the place
        return {};
    }
    const QVariantList box = **answer;
    return {QRectF(box[0].toReal(), box[1].toReal(), box[2].toReal(), box[3].toReal()).toRect(),
        box[4].toInt(), box[5].toBool()};
}

bool Stage::pageShows(const QString& id)
{
    return control(id).place.isValid();
}

bool Stage::clickInPage(const QString& id)
{
    // The control must stay at one place for longer than a frame needs to report, so that layout
    // and scrolling have settled.
    QRect before;
    int unmoved = 0;
    const bool isThere = QTest::qWaitFor(
        [&] {
            const QRect now = control(id).place;
            unmoved = now.isValid() && now == before ? unmoved + 1 : 0;
            before = now;
            return unmoved >= 15;
        },
        20'000);
    if (!isThere || !view())
        return false;
    QTest::mouseMove(view()->focusProxy(), before.center());
    QTest::mouseClick(view()->focusProxy(), Qt::LeftButton, {}, before.center(), 20);
    return true;
}

bool Stage::typeInPage(const QString& id, const QString& text)
{
    // The page may be replaced while somebody types, who would then type again.
    for (int attempt = 0; attempt < 3; ++attempt) {
        // Clicks and keys go to another process, so each waits for the effect of the previous one.
        if (!clickInPage(id)
            || !QTest::qWaitFor([this, id] { return control(id).hasFocus; }, 10'000))
            continue;
        QTest::keyClick(view()->focusProxy(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(view()->focusProxy(), text);
        if (QTest::qWaitFor([this, id, text] { return control(id).length == text.size(); }, 5'000))
            return true;
    }
    return false;
}

void Stage::screenshot(const QString& name, QWidget& shown) const
{
    const QDir folder(QStringLiteral(JETBRIDGE_SCREENSHOTS));
    folder.mkpath(u"."_s);
    QTest::qWait(150); // the page's process paints by itself
    const auto take = [&folder, &shown](const QString& file) {
        shown.grab().save(folder.filePath(file + u".png"_s));
    };
    take(name);
    for (const auto* page : shown.findChildren<QScrollArea*>(u"pageScroll"_s)) {
        QScrollBar* bar = page->verticalScrollBar();
        const int before = bar->value();
        for (int part = 2; page->isVisible() && bar->value() < bar->maximum(); ++part) {
            bar->setValue(bar->value() + bar->pageStep());
            take(name + QLatin1Char('-') + QString::number(part));
        }
        bar->setValue(before);
    }
}
