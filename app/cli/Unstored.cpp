// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Unstored.h"

#include "async/Signal.h"

namespace jetbridge::cli {

QString unstoredText(const Console& console)
{
    QStringList sentences;
    for (const auto& [integration, why] : console.unstored())
        sentences.append(QStringLiteral("The customer-level credentials of %1 came but could not "
                                        "be stored: %2")
                             .arg(integration.company.text(), why.detail));
    if (!sentences.isEmpty())
        sentences.append(
            QStringLiteral("It is tried again until it works. Interrupting loses them."));
    return sentences.join(QLatin1Char(' '));
}

Task<Outcome<Done>> waitUntilStored(Invocation& invocation)
{
    Console& console = invocation.console();
    if (!console.unstored().isEmpty())
        invocation.note(unstoredText(console));
    while (!console.unstored().isEmpty() && !invocation.interruption().wasRaised())
        co_await async::emission(&console, &Console::unstoredChanged, std::chrono::seconds(1));
    // Credentials that were stored late are proved like any others.
    while (!console.isIdle() && !invocation.interruption().wasRaised())
        co_await async::emission(&console, &Console::idle, std::chrono::seconds(1));
    const QList<Unstored> lost = console.unstored();
    if (lost.isEmpty())
        co_return Done{};
    QStringList companies;
    for (const Unstored& one : lost)
        companies.append(one.integration.company.text());
    co_return failed(FailureKind::VaultUnavailable,
        QStringLiteral("Interrupted before the customer-level credentials of %1 were stored: they "
                       "are lost. Have the customer disable the integration and start again.")
            .arg(companies.join(QStringLiteral(", "))));
}

} // namespace jetbridge::cli
