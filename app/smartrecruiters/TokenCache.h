// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/SmartRecruiters.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace jetbridge::smartrecruiters {

/// Tokens in memory, fetched again shortly before they expire: 2 minutes or a tenth of their life,
/// whichever is less.
///
/// One request in flight for a client however many ask; a failure goes to all who waited and is not
/// kept. A client asked for with another secret, at another host or for an application with other
/// scopes, is another client. Lives on one thread.
class TokenCache final : public Tokens {
public:
    /// Both references outlive this object and every get() under way.
    TokenCache(SmartRecruiters& smartRecruiters, const Clock& clock);
    ~TokenCache() override;

    Task<Outcome<AccessToken>> get(ClientCredentials client, OnboardingId correlation) override;
    void drop(ClientId client) override;
    void dropAll();

    /// Where tokens come from now (the environment's apiUrl), and the scopes that the application
    /// asks for; anything else than before forgets everything.
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
