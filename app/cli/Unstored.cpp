// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Unstored.h"

#include "async/Signal.h"
#include "console/Onboardings.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Returns the companies whose credentials a vault holds, or those whose credentials it does not.
QString companiesIn(const QList<Unstored>& all, bool isInVault)
{
    QStringList companies;
    for (const Unstored& one : all)
        if (one.isInVault == isInVault)
            companies.append(one.integration.company.text());
    return companies.join(u", "_s);
}

} // namespace

QString unstoredText(const Onboardings& onboardings)
{
    const QList<Unstored> all = onboardings.unstored();
    QStringList sentences;
    for (const Unstored& one : all)
        sentences.append(u"The customer-level credentials of %1 came but could not "
                         "be stored: %2"_s.arg(one.integration.company.text(), one.why.detail));
    if (sentences.isEmpty())
        return {};
    sentences.append(u"It is tried again until it works."_s);
    const QString inVault = companiesIn(all, true);
    const QString lost = companiesIn(all, false);
    if (inVault.isEmpty())
        sentences.append(u"Interrupting loses them."_s);
    else if (lost.isEmpty())
        sentences.append(u"The keychain has them: after an interruption the next start finds "
                         "them there."_s);
    else
        sentences.append(
            u"Interrupting loses those of %1; the keychain has those of %2."_s.arg(lost, inVault));
    return sentences.join(QLatin1Char(' '));
}

QString keptText(const QString& companies)
{
    return u"The keychain has the customer-level credentials of %1; the data folder could not be "
           "written. Make room there: the next start finds them."_s.arg(companies);
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
    const QList<Unstored> waiting = invocation.onboardings().unstored();
    if (waiting.isEmpty())
        co_return Done{};
    const QString inVault = companiesIn(waiting, true);
    const QString lost = companiesIn(waiting, false);
    if (lost.isEmpty())
        co_return failed(FailureKind::StorageUnavailable, u"Interrupted. "_s + keptText(inVault));
    if (!inVault.isEmpty())
        invocation.note(keptText(inVault));
    co_return failed(FailureKind::VaultUnavailable,
        u"Interrupted before the customer-level credentials of %1 were stored: they "
        "are lost. Have the customer disable the integration and start again."_s.arg(lost));
}

} // namespace jetbridge::cli
