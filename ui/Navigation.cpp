// SPDX-License-Identifier: GPL-3.0-or-later
#include "Navigation.h"

#include "parts/TabOrder.h"
#include "parts/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Navigation::Navigation(QStackedWidget* pages, QSettings& settings, QWidget* parent)
    : QFrame(parent)
    , m_pages(pages)
    , m_settings(settings)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"navigation"_s);
    m_column->setContentsMargins(8, 16, 8, 16);
    m_column->setSpacing(4);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        for (Screen& screen : m_screens) {
            const bool isOpen = screen.page && m_pages->currentWidget() == screen.page;
            screen.button->setChecked(isOpen);
            if (isOpen)
                clearBadge(screen);
        }
    });
}

Navigation::Screen* Navigation::add(const char* name, const char* icon, const QString& text,
    const QKeySequence& keys, std::function<QWidget*()> build)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("navigation", true);
    button->setIcon(lineIcon(icon));
    button->setText(text);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoExclusive(false);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_column->addWidget(button);
    Screen* screen = &m_screens.emplace_back(Screen{button, std::move(build)});
    connect(button, &QToolButton::clicked, this, [this, screen] { goTo(*screen); });
    connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, screen] {
        if (!screen->button->isHidden())
            goTo(*screen);
    });
    return screen;
}

void Navigation::addSpace()
{
    m_column->addStretch();
}

void Navigation::fitButtons()
{
    // The icon is in the centre of a wider area, because the style leaves too little space before
    // the text.
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    for (const Screen& screen : m_screens) {
        screen.button->setIconSize({side + 12, side});
        // The chosen button has a bold text, of which the layout is not notified.
        QFont chosen = screen.button->font();
        chosen.setWeight(QFont::DemiBold);
        screen.button->setMinimumWidth(screen.button->sizeHint().width()
            + QFontMetrics(chosen).horizontalAdvance(screen.button->text())
            - screen.button->fontMetrics().horizontalAdvance(screen.button->text()));
    }
}

void Navigation::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitButtons();
}

void Navigation::prepare(Screen& screen)
{
    if (screen.page)
        return;
    screen.page = screen.build();
    m_pages->addWidget(screen.page);
    tabInReadingOrder(screen.page);
    restoreSplitters(*screen.page);
}

void Navigation::goTo(Screen& screen)
{
    prepare(screen);
    m_pages->setCurrentWidget(screen.page);
    // A second click on the page's own button would have unchecked it.
    screen.button->setChecked(true);
}

void Navigation::setBadge(Screen& screen, int number, const QString& sentence)
{
    if (!screen.badge) {
        screen.badge = new QLabel(screen.button);
        screen.badge->setObjectName(screen.button->objectName() + "Badge"_L1);
        screen.badge->setProperty("badge", true);
        screen.badge->setAttribute(Qt::WA_TransparentForMouseEvents);
        (new QHBoxLayout(screen.button))->addWidget(screen.badge, 0, Qt::AlignLeft | Qt::AlignTop);
    }
    // On a corner of the icon it covers no text, and the button keeps its width.
    screen.button->layout()->setContentsMargins(screen.button->iconSize().width() / 2, 2, 0, 0);
    screen.badge->setText(QLocale().toString(number));
    screen.badge->setAccessibleName(sentence);
    screen.badge->show();
    screen.button->setAccessibleDescription(sentence);
}

void Navigation::clearBadge(Screen& screen)
{
    if (!screen.badge)
        return;
    screen.badge->hide();
    screen.button->setAccessibleDescription({});
}

Navigation::Screen* Navigation::find(const QString& name)
{
    for (Screen& screen : m_screens)
        if (screen.button->objectName() == name)
            return &screen;
    return nullptr;
}

Navigation::Screen* Navigation::current()
{
    const auto found = std::find_if(m_screens.begin(), m_screens.end(),
        [this](const Screen& one) { return one.page && one.page == m_pages->currentWidget(); });
    return found == m_screens.end() ? nullptr : &*found;
}

void Navigation::dropPages()
{
    saveSplitters();
    for (Screen& screen : m_screens) {
        if (!screen.page)
            continue;
        m_pages->removeWidget(screen.page);
        screen.page->setParent(nullptr);
        screen.page->deleteLater();
        screen.page = nullptr;
    }
}

void Navigation::restoreSplitters(const QWidget& page)
{
    for (auto* splitter : page.findChildren<QSplitter*>())
        splitter->restoreState(
            m_settings.value(u"splitters/"_s + splitter->objectName()).toByteArray());
}

void Navigation::saveSplitters()
{
    for (const auto* splitter : m_pages->findChildren<QSplitter*>())
        m_settings.setValue(u"splitters/"_s + splitter->objectName(), splitter->saveState());
}

} // namespace jetbridge::ui
