// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/DirectionLamps.h"

#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/StatusLamp.h"
#include "parts/StatusWords.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QString waysToAsk(const TokenTrial& trial)
{
    if (trial.byBody && trial.byBasic)
        return DirectionLamps::tr("by body and Basic");
    return trial.byBody ? DirectionLamps::tr("by body only, not by Basic")
                        : DirectionLamps::tr("by Basic only, not by body");
}

/// Returns one sentence for each known fact.
QString detailsOf(const WayBack& wayBack)
{
    QStringList said;
    if (wayBack.rehearsedAt.isValid())
        said.append(DirectionLamps::tr("Rehearsed by us: %1, %2.")
                        .arg(relativeTime(wayBack.rehearsedAt), waysToAsk(wayBack.rehearsedBy)));
    if (wayBackState(true, wayBack) == WayBackState::Refused)
        said.append(
            DirectionLamps::tr("We got no token (%1): %2")
                .arg(relativeTime(wayBack.refusedAt), Mask::text(ui::said(wayBack.refusal))));
    if (wayBack.lastUsedAt.isValid())
        said.append(DirectionLamps::tr("SmartRecruiters got its first token: %1, the latest: %2.")
                        .arg(relativeTime(wayBack.firstUsedAt), relativeTime(wayBack.lastUsedAt)));
    else if (isUseSeen(wayBack))
        said.append(DirectionLamps::tr("SmartRecruiters has not asked for a token so far."));
    else
        said.append(DirectionLamps::tr("Whether SmartRecruiters asks for tokens cannot be seen "
                                       "here: your own server gives them."));
    return said.join(QLatin1Char(' '));
}

/// Returns the exact times of these facts, in their order.
QString exactTimesOf(const WayBack& wayBack)
{
    QList<QDateTime> times{wayBack.rehearsedAt};
    if (wayBackState(true, wayBack) == WayBackState::Refused)
        times.append(wayBack.refusedAt);
    if (wayBack.lastUsedAt.isValid())
        times += {wayBack.firstUsedAt, wayBack.lastUsedAt};
    QStringList lines;
    for (const QDateTime& time : times)
        if (time.isValid())
            lines.append(exactTime(time));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DirectionLamps::DirectionLamps(QWidget* parent)
    : QWidget(parent)
    , m_to(new StatusLamp("toSmartRecruiters", tr("To SmartRecruiters")))
    , m_from(new StatusLamp("fromSmartRecruiters", tr("From SmartRecruiters")))
    , m_details(parts::caption(this, "fromSmartRecruitersDetails"_L1))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    for (StatusLamp* lamp : {m_to, m_from}) {
        lamp->setWordWrap(true);
        column->addWidget(lamp);
    }
    column->addWidget(m_details);
}

void DirectionLamps::show(const Integration& integration)
{
    const StatusWords words = statusWords(integration.status);
    m_to->show(words.tone, words.word, words.sentence);
    showWayBack(integration);
    setVisible(integration.status != IntegrationStatus::Unknown);
}

void DirectionLamps::showWayBack(const Integration& integration)
{
    m_details->setVisible(integration.bidirectional);
    m_details->setText(integration.bidirectional ? detailsOf(integration.wayBack) : QString());
    m_details->setToolTip(exactTimesOf(integration.wayBack));
    switch (wayBackState(integration.bidirectional, integration.wayBack)) {
    case WayBackState::OneWay:
        m_from->show(Tone::Neutral, tr("one way only"));
        break;
    case WayBackState::Never:
        m_from->show(Tone::Careful, tr("never rehearsed"));
        break;
    case WayBackState::Rehearsed:
        m_from->show(Tone::Good, tr("rehearsed by us"));
        break;
    case WayBackState::Used:
        m_from->show(Tone::Good, tr("used by SmartRecruiters"));
        break;
    case WayBackState::Refused:
        m_from->show(Tone::Bad, tr("refused"));
        break;
    }
}

} // namespace jetbridge::ui
