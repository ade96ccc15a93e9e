// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ChosenAnswer.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Outcome<Done> Rehearsal::validate() const
{
    const struct {
        const char* field;
        int value;
        int least;
        int most;
    } bounds[] = {{"status", answer.status, 200, 599},
        {"delay", answer.delayMs, 0, ChosenAnswer::longestDelayMs}, {"next", times, 0, mostTimes}};
    for (const auto& bound : bounds)
        if (bound.value < bound.least || bound.value > bound.most)
            return failed(FailureKind::Invalid,
                u"%1 must be from %2 to %3, not %4."_s.arg(QLatin1String(bound.field))
                    .arg(bound.least)
                    .arg(bound.most)
                    .arg(bound.value),
                0, QLatin1String(bound.field));
    return Done{};
}

} // namespace jetbridge
