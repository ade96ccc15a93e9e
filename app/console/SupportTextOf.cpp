// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SupportTextOf.h"

#include "console/Console.h"
#include "console/System.h"
#include "flows/SupportText.h"

#include <QPointer>

namespace jetbridge {

Task<Outcome<QString>> supportTextOf(Console& console, JournalEntry line)
{
    SupportServices services{console.environment(), console.vault(), console.integrations(),
        console.traffic(), console.trafficExport(), SystemClock().now()};
    return supportText(std::move(services), std::move(line));
}

Task<Outcome<QString>> supportTextOf(Console& console, CompanyId company, OnboardingId onboarding)
{
    const QPointer<Console> alive(&console);
    const auto line =
        co_await latestFailure(console.journal(), std::move(company), std::move(onboarding));
    if (!line)
        co_return passOn(line);
    if (!alive)
        co_return failed(FailureKind::Cancelled, {});
    co_return co_await supportTextOf(console, *line);
}

} // namespace jetbridge
