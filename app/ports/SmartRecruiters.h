// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "ports/Task.h"

namespace jetbridge {

/// The body of the confirm call (guide, 3); `issued` is there for bi-directional integrations only.
struct IntegrationRequest {
    AppId appId;
    CompanyId company;
    std::optional<ClientCredentials> issued;
    OnboardingId onboarding; ///< Correlation id of the exchange; not sent.
};

/// The company behind a customer-level token (`GET /configuration/company`).
struct Company {
    QString identifier;
    QString name;
};

/// The code of a failure: the pair belongs to another place (ClientCredentials::origin), and
/// nothing was sent.
inline constexpr auto otherOrigin = "other_origin";

/// Lists of the API that are read without changing anything, of which only the total is kept.
enum class Listing {
    Jobs, ///< `GET /jobs?limit=1`, scope jobs_read.
    Departments, ///< `GET /configuration/departments?limit=1`, scope configuration_read.
    Users, ///< `GET /users?limit=1`, scope users_read.
    Candidates, ///< `GET /candidates?limit=1`, scope candidates_read.
};

/// SmartRecruiters' HTTP API as the flows need it, in one environment.
class SmartRecruiters {
public:
    virtual ~SmartRecruiters() = default;

    /// A fresh bearer token by client credentials (guide, 2). Refused: wrong pair. Invalid
    /// (otherOrigin): it is not this place's. Never cached here.
    virtual Task<Outcome<AccessToken>> token(
        ClientCredentials client, OnboardingId correlation) = 0;

    /// `POST /apps-integrations/partner-api/integrations` (guide, 3). Sent once, never again by
    /// itself. Refused: the token was, and nothing was done. OutcomeUnknown when it was sent and no
    /// usable answer came (time-out, reset, 5xx, unreadable 200).
    virtual Task<Outcome<CustomerCredentials>> confirm(
        AccessToken master, IntegrationRequest request) = 0;

    /// `GET /configuration/company`, scope company_read.
    virtual Task<Outcome<Company>> company(AccessToken customer, OnboardingId correlation) = 0;

    /// The total of a list, or the largest int. What people are in it is neither kept nor recorded.
    virtual Task<Outcome<int>> count(
        Listing listing, AccessToken customer, OnboardingId correlation) = 0;
};

/// Bearer tokens that are still good: cached until shortly before expiry, one request in flight at
/// a time.
class Tokens {
public:
    virtual ~Tokens() = default;
    virtual Task<Outcome<AccessToken>> get(ClientCredentials client, OnboardingId correlation) = 0;
    /// Forgets the cached token of a client (after a 401, new credentials, or by hand).
    virtual void drop(ClientId client) = 0;
};

} // namespace jetbridge
