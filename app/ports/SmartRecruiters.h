// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "ports/Task.h"

namespace jetbridge {

/// Body of the confirm call (guide, 3). `issued` is set for bi-directional integrations only.
struct IntegrationRequest {
    AppId appId;
    CompanyId company;
    std::optional<ClientCredentials> issued;
    OnboardingId onboarding; ///< Correlation id for recorded exchanges; it is not sent.
};

/// Company that a customer-level token belongs to (`GET /configuration/company`).
struct Company {
    QString identifier;
    QString name;
};

/// Failure code for credentials that belong to another origin (ClientCredentials::origin); nothing
/// was sent.
inline constexpr auto otherOrigin = "other_origin";

/// Read-only lists of the API of which only the total is kept.
enum class Listing {
    Jobs, ///< `GET /jobs?limit=1`, scope jobs_read.
    Departments, ///< `GET /configuration/departments?limit=1`, scope configuration_read.
    Users, ///< `GET /users?limit=1`, scope users_read.
    Candidates, ///< `GET /candidates?limit=1`, scope candidates_read.
};

/// SmartRecruiters' HTTP API in one environment, as far as the flows need it.
class SmartRecruiters {
public:
    virtual ~SmartRecruiters() = default;

    /// Requests a new bearer token by the client credentials grant (guide, 2); nothing is cached
    /// here. Refused: the credentials are wrong. Invalid (otherOrigin): they belong to another
    /// origin.
    virtual Task<Outcome<AccessToken>> token(
        ClientCredentials client, OnboardingId correlation) = 0;

    /// Sends `POST /apps-integrations/partner-api/integrations` (guide, 3) exactly once; it is
    /// never retried automatically. Refused: the token was refused and nothing was done.
    /// OutcomeUnknown: it was sent and no usable answer came (time-out, reset, 5xx, unreadable
    /// 200).
    virtual Task<Outcome<CustomerCredentials>> confirm(
        AccessToken master, IntegrationRequest request) = 0;

    /// Sends `GET /configuration/company` (scope company_read).
    virtual Task<Outcome<Company>> company(AccessToken customer, OnboardingId correlation) = 0;

    /// Returns the total of a list, at most the largest int. The people in the list are neither
    /// kept nor recorded.
    virtual Task<Outcome<int>> count(
        Listing listing, AccessToken customer, OnboardingId correlation) = 0;
};

/// Cache of valid bearer tokens. A token is kept until shortly before it expires, and at most one
/// request for it is in flight.
class Tokens {
public:
    virtual ~Tokens() = default;
    virtual Task<Outcome<AccessToken>> get(ClientCredentials client, OnboardingId correlation) = 0;
    /// Removes the cached token of a client (after a 401, after new credentials, or on request).
    virtual void drop(ClientId client) = 0;
};

} // namespace jetbridge
