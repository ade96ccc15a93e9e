// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/TokenCache.h"

#include <algorithm>
#include <optional>

namespace jetbridge::smartrecruiters {

/// One token request, shared by all callers that wait for it. They keep it alive even after the
/// cache has dropped it.
struct TokenCache::Fetch {
    std::optional<Outcome<AccessToken>> outcome; ///< Empty while the request is under way.
    Task<void> running;

    static Task<void> run(std::weak_ptr<Fetch> weak, SmartRecruiters& smartRecruiters,
        ClientCredentials client, OnboardingId correlation)
    {
        // The pointer is weak while suspended: this coroutine is owned by the fetch, which it would
        // otherwise keep alive for ever.
        Outcome<AccessToken> outcome = co_await smartRecruiters.token(client, correlation);
        if (const auto fetch = weak.lock())
            fetch->outcome = std::move(outcome);
    }

    bool isFresh(const QDateTime& now) const
    {
        if (!outcome)
            return true;
        if (!outcome->has_value())
            return false;
        const AccessToken& token = **outcome;
        const int margin = std::min(120, token.lifetimeSeconds / 10);
        return now < token.expiresAt.addSecs(-margin);
    }
};

TokenCache::TokenCache(SmartRecruiters& smartRecruiters, const Clock& clock)
    : m_smartRecruiters(smartRecruiters)
    , m_clock(clock)
{
}

TokenCache::~TokenCache() = default;

Task<Outcome<AccessToken>> TokenCache::get(ClientCredentials client, OnboardingId correlation)
{
    const QByteArray secretSha256 = client.clientSecret.sha256();
    const auto known = m_entries.constFind(client.clientId);
    std::shared_ptr<Fetch> fetch;
    bool isCached = false;
    if (known != m_entries.cend() && known->secretSha256 == secretSha256
        && known->fetch->isFresh(m_clock.now())) {
        fetch = known->fetch;
        isCached = fetch->outcome.has_value();
    } else {
        fetch = std::make_shared<Fetch>();
        m_entries.insert(client.clientId, Entry{secretSha256, fetch});
        fetch->running = Fetch::run(fetch, m_smartRecruiters, client, correlation);
    }
    co_await fetch->running;
    // Each caller gets a copy, because QCoro moves from any lvalue that a coroutine returns.
    Outcome<AccessToken> outcome = *fetch->outcome;
    if (outcome)
        outcome->isCached = isCached;
    co_return outcome;
}

void TokenCache::drop(ClientId client)
{
    m_entries.remove(client);
}

void TokenCache::dropAll()
{
    m_entries.clear();
}

void TokenCache::setPlace(const QUrl& apiUrl, const QStringList& scopes)
{
    if (apiUrl == m_host && scopes == m_scopes)
        return;
    m_host = apiUrl;
    m_scopes = scopes;
    m_entries.clear();
}

} // namespace jetbridge::smartrecruiters
