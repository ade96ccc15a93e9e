// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/SmartRecruiters.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace jetbridge::smartrecruiters {

/// A cache of tokens in memory. Tokens are fetched again shortly before they expire: 2 minutes or a
/// tenth of their lifetime before, whichever is less.
///
/// Each client has at most one request in flight, however many callers wait; a failure goes to all
/// of them and is not cached. The same client id with another secret, on another host, or for an
/// application with other scopes is another client. Lives on one thread.
class TokenCache final : public Tokens {
public:
    /// Both references must outlive this object and every get() under way.
    TokenCache(SmartRecruiters& smartRecruiters, const Clock& clock);
    ~TokenCache() override;

    Task<Outcome<AccessToken>> get(ClientCredentials client, OnboardingId correlation) override;
    void drop(ClientId client) override;
    /// Removes all tokens.
    void dropAll();

    /// Sets the server that issues tokens (the environment's apiUrl) and the scopes that the
    /// application requests; a change of either clears the cache.
    void setPlace(const QUrl& apiUrl, const QStringList& scopes);

private:
    struct Fetch;
    struct Entry {
        QByteArray secretSha256;
        std::shared_ptr<Fetch> fetch; ///< Under way or done; never null.
    };

    SmartRecruiters& m_smartRecruiters;
    const Clock& m_clock;
    QUrl m_host;
    QStringList m_scopes;
    QHash<ClientId, Entry> m_entries;
};

} // namespace jetbridge::smartrecruiters
