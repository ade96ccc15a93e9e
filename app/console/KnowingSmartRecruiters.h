// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"
#include "ports/SmartRecruiters.h"

namespace jetbridge {

/// SmartRecruiters' API, of whose secrets the recorder gets to know: the ones that leave before
/// they do, the ones that come as soon as they are read.
class KnowingSmartRecruiters final : public SmartRecruiters {
public:
    KnowingSmartRecruiters(SmartRecruiters& api, ExchangeRecorder& recorder)
        : m_api(api)
        , m_recorder(recorder)
    {
    }

    Task<Outcome<AccessToken>> token(ClientCredentials client, OnboardingId correlation) override
    {
        m_recorder.knowSecret(client.clientSecret);
        return m_api.token(std::move(client), std::move(correlation));
    }

    // After an await this object may be gone; the recorder outlives everything that calls it.
    Task<Outcome<CustomerCredentials>> confirm(
        AccessToken master, IntegrationRequest request) override
    {
        ExchangeRecorder& recorder = m_recorder;
        if (request.issued)
            recorder.knowSecret(request.issued->clientSecret);
        const auto credentials = co_await m_api.confirm(master, request);
        if (credentials)
            recorder.knowSecret(credentials->client.clientSecret);
        co_return credentials;
    }

    Task<Outcome<Company>> company(AccessToken customer, OnboardingId correlation) override
    {
        return m_api.company(std::move(customer), std::move(correlation));
    }
    Task<Outcome<int>> count(
        Listing listing, AccessToken customer, OnboardingId correlation) override
    {
        return m_api.count(listing, std::move(customer), std::move(correlation));
    }

private:
    SmartRecruiters& m_api;
    ExchangeRecorder& m_recorder;
};

} // namespace jetbridge
