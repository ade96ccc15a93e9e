// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Unstored.h"

#include "async/Signal.h"
#include "console/Onboardings.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

QString unstoredText(const Onboardings& onboardings)
{
    QStringList sentences;
    for (const auto& [integration, why] : onboardings.unstored())
        sentences.append(u"The customer-level credentials of %1 came but could not "
                         "be stored: %2"_s.arg(integration.company.text(), why.detail));
    if (!sentences.isEmpty())
        sentences.append(u"It is tried again until it works. Interrupting loses them."_s);
    return sentences.join(QLatin1Char(' '));
}

Task<Outcome<Done>> waitUntilStored(Invocation& invocation)
{
    if (!invocation.onboardings().unstored().isEmpty())
        invocation.note(unstoredText(invocation.onboardings()));
    while (!invocation.onboardings().unstored().isEmpty() && !invocation.interruption().wasRaised())
        co_await async::emission(
            &invocation.onboardings(), &Onboardings::unstoredChanged, std::chrono::seconds(1));
    // Credentials that were stored late are proved like any others.
    while (!invocation.onboardings().isIdle() && !invocation.interruption().wasRaised())
        co_await async::emission(
            &invocation.onboardings(), &Onboardings::idle, std::chrono::seconds(1));
    const QList<Unstored> lost = invocation.onboardings().unstored();
    if (lost.isEmpty())
        co_return Done{};
    QStringList companies;
    for (const Unstored& one : lost)
        companies.append(one.integration.company.text());
    co_return failed(FailureKind::VaultUnavailable,
        u"Interrupted before the customer-level credentials of %1 were stored: they "
        "are lost. Have the customer disable the integration and start again."_s.arg(
            companies.join(u", "_s)));
}

} // namespace jetbridge::cli
