// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/UnstoredCustomers.h"

#include <algorithm>
#include <utility>

namespace jetbridge {

namespace {

/// How often a keychain that is not open is asked whether it is by now, and how seldom one that is
/// open is given another try at most.
constexpr std::chrono::milliseconds shortestPause = std::chrono::seconds(3);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(1);

} // namespace

UnstoredCustomers::UnstoredCustomers(Services services, Timer& timer, QString dataFolder, GoOn goOn)
    : m_services(std::move(services))
    , m_dataFolder(std::move(dataFolder))
    , m_goOn(std::move(goOn))
    , m_round(timer.alarm(), [this] { return tryAgain(); })
{
}

void UnstoredCustomers::hold(Held held)
{
    m_held.append(std::move(held));
    planIn(shortestPause);
    Q_EMIT changed();
}

QList<Unstored> UnstoredCustomers::all() const
{
    QList<Unstored> waiting;
    for (const Held& held : m_held)
        waiting.append({held.customer.integration, held.customer.why, *held.customer.isInVault});
    return waiting;
}

std::optional<UnstoredCustomer> UnstoredCustomers::find(const IntegrationId& id) const
{
    const auto held = std::find_if(m_held.begin(), m_held.end(),
        [&id](const Held& candidate) { return candidate.customer.integration.id == id; });
    return held == m_held.end() ? std::nullopt : std::make_optional(held->customer);
}

Task<Outcome<Done>> UnstoredCustomers::lookAfterRows()
{
    const HasEnded hasEnded = [folder = m_dataFolder](const OnboardingId& run) {
        return !RunLock::isHeld(folder, run);
    };
    const auto found = co_await within(m_scope, recoverUnstored(m_services, hasEnded));
    m_rowsWait = !found && found.error().kind == FailureKind::VaultUnavailable;
    if (m_rowsWait)
        planIn(shortestPause);
    co_return found;
}

void UnstoredCustomers::planIn(std::chrono::milliseconds pause)
{
    m_pause = pause;
    if (m_round.isOn())
        m_round.wake(pause);
    else
        m_round.start(pause);
}

/// What waits for the keychain goes on when it is open. That is asked, not tried: a try leaves its
/// lines in the journal. One that is open and takes nothing is tried less and less often.
Task<std::optional<async::Round::Pause>> UnstoredCustomers::tryAgain()
{
    const auto open = co_await within(m_scope, m_services.vault.isOpen());
    if (open) {
        co_await storeHeld();
        if (m_rowsWait)
            disregard(co_await lookAfterRows()); // It plans the next try by itself.
    }
    if (m_held.isEmpty() && !m_rowsWait)
        co_return std::nullopt;
    m_pause = open ? std::min(2 * m_pause, longestPause) : shortestPause;
    co_return m_pause;
}

Task<Done> UnstoredCustomers::storeHeld()
{
    const QList<Held> waiting = m_held;
    for (const Held& held : waiting) {
        const auto stored = co_await within(m_scope, storeCustomer(m_services, held.customer));
        const auto place = std::find_if(m_held.begin(), m_held.end(),
            [&run = held.customer.integration.onboarding](const Held& candidate) {
                return candidate.customer.integration.onboarding == run;
            });
        if (!stored) {
            if (stored.error().kind == FailureKind::Conflict)
                place->customer.rename(); // for the next try
            if (std::exchange(place->customer.why, stored.error()).kind != stored.error().kind)
                Q_EMIT changed();
            continue;
        }
        m_held.erase(place);
        m_goOn(held);
        Q_EMIT changed();
    }
    co_return Done{};
}

} // namespace jetbridge
