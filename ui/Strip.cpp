// SPDX-License-Identifier: GPL-3.0-or-later
#include "Strip.h"

#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/RateMeter.h"
#include "parts/StatusLamp.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Strip::Strip(const Topics& topics, QWidget* parent)
    : QFrame(parent)
    , m_topics(topics)
    , m_environment(new QLabel(this))
    , m_line(new QFrame(this))
    , m_vault(new StatusLamp("vaultBadge", tr("Keychain"), this))
    , m_endpoints(new StatusLamp("endpointsLamp", tr("Endpoints"), this))
    , m_simulator(new StatusLamp("simulatorLamp", tr("Simulator"), this))
    , m_demoBadge(new QLabel(tr("Demo: nothing here is real"), this))
    , m_maskBadge(new QLabel(tr("Names are masked"), this))
    , m_across(new QHBoxLayout)
{
    setObjectName(u"strip"_s);
    m_environment->setObjectName(u"environmentPill"_s);
    auto* rates = new RateMeter(this);
    // Large text in a small window moves them below each other.
    auto* lamps = new FlowLayout;
    lamps->setSpacing(spacing::between);
    for (QWidget* lamp : std::initializer_list<QWidget*>{m_vault, m_endpoints, m_simulator, rates})
        lamps->addWidget(lamp);
    m_demoBadge->setObjectName(u"demoBadge"_s);
    m_demoBadge->hide();
    lamps->addWidget(m_demoBadge);
    m_maskBadge->setObjectName(u"maskBadge"_s);
    m_maskBadge->hide();
    lamps->addWidget(m_maskBadge);
    m_across->setContentsMargins(spacing::between, 8, spacing::between, 8);
    m_across->setSpacing(spacing::around);
    m_across->addWidget(m_environment, 0, Qt::AlignVCenter);
    auto* middle = new QVBoxLayout;
    middle->addStretch();
    middle->addLayout(lamps);
    middle->addStretch();
    m_across->addLayout(middle, 1);
    m_line->setObjectName(u"environmentLine"_s);
    m_line->setFixedHeight(3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_across);
    column->addWidget(m_line);

    auto* look = new QTimer(this);
    look->setInterval(std::chrono::milliseconds(500));
    connect(look, &QTimer::timeout, rates,
        [this, rates] { rates->read(m_topics.partnerAccess.rates()); });
    look->start();
}

void Strip::addAtEnd(QWidget* widget)
{
    m_across->addWidget(widget);
}

void Strip::showEnvironment()
{
    const Environment environment = m_topics.current.environment();
    m_environment->setText(environment.name.left(1).toUpper() + environment.name.mid(1));
    m_environment->setAccessibleName(tr("Environment: %1").arg(environment.name));
    m_environment->setToolTip(environment.apiUrl.toString());
    for (QWidget* tinted : std::initializer_list<QWidget*>{m_environment, m_line})
        form::mark(tinted, "kind", environmentKindName(environment.kind));
    m_simulator->setVisible(environment.kind == Environment::Kind::Simulator);
}

void Strip::showServers()
{
    const auto urls = m_topics.endpoints.urls();
    showEndpoints(urls ? Tone::Good : Tone::Neutral, urls ? tr("listening") : tr("stopped"),
        urls ? urls->consentUrl.toString() : QString());
    const bool runs = m_topics.simulator.isRunning();
    m_simulator->show(runs ? Tone::Good : Tone::Neutral, runs ? tr("running") : tr("stopped"),
        runs ? m_topics.current.environment().portalUrl.toString() : QString());
}

void Strip::showVault(Tone tone, const QString& word, const QString& hint)
{
    m_vault->show(tone, word, hint);
}

void Strip::showEndpoints(Tone tone, const QString& word, const QString& hint)
{
    m_endpoints->show(tone, word, hint);
}

void Strip::showDemo(bool on)
{
    m_demoBadge->setVisible(on);
}

void Strip::showHiddenNames(bool on)
{
    m_maskBadge->setVisible(on);
}

} // namespace jetbridge::ui
