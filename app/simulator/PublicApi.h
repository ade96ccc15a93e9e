// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/CompanyRecords.h"
#include "simulator/Gate.h"
#include "simulator/RateLimits.h"

namespace jetbridge::simulator {

/// SmartRecruiters' public API, read-only: the API that customer-level credentials give access to.
class PublicApi {
public:
    PublicApi(World& world, Gate& gate, RateLimits& limits);
    void mount(web::Router& router);

private:
    using Answer = std::function<web::Reply(const CompanyRecords&, const web::Request&)>;
    /// Makes a handler that answers for the company of a customer-level token with this scope.
    web::Handler forCompany(
        const char* scope, Answer answer, QByteArray lane = {}, int concurrentLimit = 0);
    /// Answers a caller whose request was admitted.
    web::Reply answerFor(const oauth::Grant& caller, const Scopes& required, const Answer& answer,
        const web::Request& request) const;
    void mountList(web::Router& router, const QByteArray& path, CompanyRecords::Kind kind,
        const char* scope, int concurrentLimit = 0);
    web::Reply postings(const web::Request& request) const;

    World& m_world;
    Gate& m_gate;
    RateLimits& m_limits;
};

} // namespace jetbridge::simulator
