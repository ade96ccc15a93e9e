// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/WelcomePage.h"

#include "parts/ColumnScroll.h"
#include "parts/FlowLayout.h"
#include "parts/Parts.h"
#include "parts/SideBySide.h"
#include "parts/StatusLamp.h"
#include "parts/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int mostLetters = 130;
constexpr int doorLetters = 24;
constexpr int pictureSize = 40;

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_locality(parts::text(m_content, "welcomeLocality"_L1))
    , m_vault(new StatusLamp("welcomeVault", tr("Keychain"), m_content))
    , m_endpoints(new StatusLamp("welcomeEndpoints", tr("Endpoints"), m_content))
{
    setObjectName(u"welcomePage"_s);
    auto* title = parts::title(m_content, "welcomeTitle"_L1);
    title->setText(tr("Bring a SmartRecruiters customer on board"));
    auto* tryIt =
        parts::primaryButton(m_content, "tryWithSimulator"_L1, tr("Try it with the simulator"));
    auto* demo = parts::button(m_content, "beginDemo"_L1, tr("Start the guided demo"));
    auto* own =
        parts::button(m_content, "setUpOwnApplication"_L1, tr("Set up your own application..."));
    m_try = door("simulator", tr("Try it"),
        tr("See a customer connect in one click, in a simulator on this computer."), tryIt);
    QFrame* shown = door("demo", tr("Demo it"),
        tr("Step by step for an audience: what to say and what to click."), demo);
    QFrame* owned = door("application", tr("Set up your own"),
        tr("Describe your application, send it to SmartRecruiters and enter your master "
           "credentials."),
        own);
    auto* doors = new SideBySide(doorLetters, m_content);
    for (QFrame* one : {m_try, shown, owned})
        doors->add(one);

    auto* lamps = new FlowLayout;
    lamps->setSpacing(spacing::between);
    lamps->addWidget(m_vault);
    lamps->addWidget(m_endpoints);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(m_locality);
    column->addSpacing(spacing::inside);
    column->addWidget(doors);
    column->addSpacing(spacing::inside);
    column->addLayout(lamps);
    column->addStretch(3);
    auto* page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(new ColumnScroll(m_content, mostLetters, this));
    offerSimulator(true);
    fit();
    connect(tryIt, &QPushButton::clicked, this, &WelcomePage::simulatorWanted);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(own, &QPushButton::clicked, this, &WelcomePage::ownApplicationWanted);
}

QFrame* WelcomePage::door(
    const char* picture, const QString& title, const QString& sentence, QPushButton* button)
{
    auto* frame = new QFrame(m_content);
    frame->setProperty("card", true);
    QVBoxLayout* column = parts::cardColumn(frame);
    auto* drawing = new QLabel(frame);
    drawing->setProperty("picture", QLatin1String(picture));
    m_pictures.append(drawing);
    QLabel* heading = parts::section(frame, "doorTitle"_L1);
    heading->setText(title);
    QLabel* words = parts::text(frame, "doorWords"_L1);
    words->setText(sentence);
    column->addWidget(drawing);
    column->addWidget(heading);
    column->addWidget(words, 1);
    column->addWidget(button, 0, Qt::AlignLeft);
    return frame;
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fit();
}

void WelcomePage::fit()
{
    for (QLabel* drawing : std::as_const(m_pictures))
        drawing->setPixmap(lineIcon(drawing->property("picture").toByteArray().constData())
                               .pixmap(QSize(pictureSize, pictureSize)));
}

void WelcomePage::showVault(Tone tone, const QString& word)
{
    m_vault->show(tone, word);
}

void WelcomePage::showEndpoints(Tone tone, const QString& word)
{
    m_endpoints->show(tone, word);
}

void WelcomePage::offerSimulator(bool offered)
{
    m_try->setVisible(offered);
    m_locality->setText(offered
            ? tr("Everything below runs on this computer. Nothing is sent to SmartRecruiters.")
            : tr("Your application and its master credentials come first."));
}

} // namespace jetbridge::ui
