// SPDX-License-Identifier: GPL-3.0-or-later
#include "WelcomePage.h"

#include "parts/FlowLayout.h"
#include "parts/Parts.h"
#include "parts/StatusLamp.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace jetbridge::ui {

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_card(new QWidget(this))
    , m_locality(parts::text(m_card, QLatin1String("welcomeLocality")))
    , m_try(parts::primaryButton(
          m_card, QLatin1String("tryWithSimulator"), tr("Try it with the simulator")))
    , m_vault(new StatusLamp("welcomeVault", tr("Keychain"), m_card))
    , m_endpoints(new StatusLamp("welcomeEndpoints", tr("Endpoints"), m_card))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* title = parts::title(m_card, QLatin1String("welcomeTitle"));
    title->setText(tr("Bring a SmartRecruiters customer on board"));
    auto* own = parts::button(
        m_card, QLatin1String("setUpOwnApplication"), tr("Set up your own application..."));
    own->setProperty("link", true);
    auto* demo = parts::button(m_card, QLatin1String("beginDemo"), tr("Guided demo"));
    demo->setProperty("link", true);
    demo->setToolTip(tr("Step by step, for an audience: with what to say and what to click."));
    offerSimulator(true);

    auto* buttons = new FlowLayout;
    buttons->setSpacing(spacing::between);
    buttons->addWidget(m_try);
    buttons->addWidget(own);
    buttons->addWidget(demo);
    auto* lamps = new FlowLayout;
    lamps->setSpacing(spacing::between);
    lamps->addWidget(m_vault);
    lamps->addWidget(m_endpoints);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::between);
    column->addWidget(title);
    column->addWidget(m_locality);
    column->addSpacing(spacing::inside);
    column->addLayout(buttons);
    column->addSpacing(spacing::around);
    column->addLayout(lamps);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_card, 8);
    across->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    page->addStretch(2);
    page->addLayout(across);
    page->addStretch(3);
    limitWidth();
    connect(m_try, &QPushButton::clicked, this, &WelcomePage::simulatorWanted);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(own, &QPushButton::clicked, this, &WelcomePage::ownApplicationWanted);
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        limitWidth();
}

void WelcomePage::limitWidth()
{
    constexpr int letters = 100;
    m_card->setMaximumWidth(letters * fontMetrics().averageCharWidth());
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
