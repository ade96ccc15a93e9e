// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/RateMeter.h"

#include <algorithm>

namespace jetbridge::ui {

RateMeter::RateMeter(QWidget* parent)
    : StatusLamp("rateMeter", tr("Calls"), parent)
{
    hide();
}

void RateMeter::read(const QList<RateUse>& rates)
{
    int waiting = 0;
    std::chrono::milliseconds pause(0);
    QStringList hints;
    for (const RateUse& rate : rates) {
        waiting += rate.waiting;
        pause = std::max(pause, rate.pausedFor);
        if (rate.waiting > 0 || rate.pausedFor.count() > 0)
            hints.append(tr("%1: %2 of %3 a second, %4 of %5 at once, %6 waiting")
                             .arg(rate.client.text())
                             .arg(rate.used)
                             .arg(rate.perSecond)
                             .arg(rate.underWay)
                             .arg(rate.atOnce)
                             .arg(rate.waiting));
    }
    setVisible(!hints.isEmpty());
    if (hints.isEmpty())
        return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(pause).count();
    const QString hint = hints.mid(0, 5).join(QLatin1Char('\n'));
    if (seconds > 0)
        show(Tone::Careful, tr("SmartRecruiters asks to wait %1 s").arg(seconds), hint);
    else
        show(Tone::Neutral, tr("%n wait for their turn", nullptr, waiting), hint);
}

} // namespace jetbridge::ui
