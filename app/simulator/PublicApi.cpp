// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/PublicApi.h"

#include "oauth/BearerCheck.h"
#include "simulator/ApiError.h"
#include "simulator/Fields.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr int usualPage = 10;
constexpr int largestPage = 100;

struct Paging {
    int offset = 0;
    int limit = usualPage;
};

Outcome<Paging> pagingOf(const web::Request& request)
{
    const auto query = request.queryForm();
    if (!query)
        return passOn(query);
    Paging paging;
    Fields fields(*query, u"INVALID_PARAMETER"_s);
    fields.number("limit", paging.limit, 0, largestPage);
    fields.number("offset", paging.offset, 0, std::numeric_limits<int>::max());
    if (const auto read = fields.result(Fields::Unknown::Ignored); !read)
        return passOn(read);
    return paging;
}

web::Reply pageOf(
    const web::Request& request, int total, const std::function<QJsonObject(int)>& record)
{
    const auto paging = pagingOf(request);
    if (!paging)
        return apiError(paging.error());
    QJsonArray content;
    for (int i = paging->offset; i < total && content.size() < paging->limit; ++i)
        content.append(record(i));
    return web::Reply::json({{u"offset"_s, paging->offset}, {u"limit"_s, paging->limit},
        {u"totalFound"_s, total}, {u"content"_s, content}});
}

} // namespace

PublicApi::PublicApi(World& world, Gate& gate, RateLimits& limits)
    : m_world(world)
    , m_gate(gate)
    , m_limits(limits)
{
}

void PublicApi::mount(web::Router& router)
{
    using Kind = CompanyRecords::Kind;
    router.on(web::Method::Get, "/configuration/company",
        forCompany("company_read", [](const CompanyRecords& records, const web::Request&) {
            return web::Reply::json(records.company());
        }));
    mountList(router, "/configuration/departments", Kind::Department, "configuration_read");
    mountList(router, "/jobs", Kind::Job, "jobs_read");
    mountList(router, "/users", Kind::User, "users_read");
    mountList(router, "/candidates", Kind::Candidate, "candidates_read", 1);
    router.on(web::Method::Get, "/v1/companies/{companyId}/postings",
        m_gate.open([this](const web::Request& request) { return postings(request); }));
}

web::Handler PublicApi::forCompany(
    const char* scope, Answer answer, QByteArray lane, int concurrentLimit)
{
    const Scopes required = Scopes::of({QString::fromLatin1(scope)}).value_or(Scopes());
    return m_gate.open([this, required, answer = std::move(answer), lane = std::move(lane),
                           concurrentLimit](const web::Request& request) {
        const auto caller = oauth::checkBearer(m_gate.unpadded(request), m_world.issuer());
        if (!caller)
            return apiError(caller.error());
        const RateLimits::Verdict verdict = m_limits.admit(
            caller->client, m_world.clock().steadyMs(), m_gate.holdMs(), lane, concurrentLimit);
        if (!verdict.admitted)
            return verdict.refusal();
        web::Reply reply = answerFor(*caller, required, answer, request);
        verdict.describe(reply);
        return reply;
    });
}

web::Reply PublicApi::answerFor(const oauth::Grant& caller, const Scopes& required,
    const Answer& answer, const web::Request& request) const
{
    const ConnectedCompany* connected = m_world.integrationOfClient(caller.client);
    const auto company =
        connected ? m_world.companies().find(connected->company.text()) : std::nullopt;
    if (!company)
        return apiError(403, u"CUSTOMER_CREDENTIALS_REQUIRED"_s,
            u"Master Credentials give no access to customers' data: use "
            "customer-level credentials."_s);
    if (!caller.scopes.covers(required))
        return apiError(oauth::insufficientScope(required));
    return answer(CompanyRecords(m_world.seed(), *company, m_world.dataDate()), request);
}

void PublicApi::mountList(web::Router& router, const QByteArray& path, CompanyRecords::Kind kind,
    const char* scope, int concurrentLimit)
{
    const QByteArray lane = concurrentLimit > 0 ? path : QByteArray();
    router.on(web::Method::Get, path,
        forCompany(
            scope,
            [kind](const CompanyRecords& records, const web::Request& request) {
                return pageOf(
                    request, records.count(kind), [&](int i) { return records.at(kind, i); });
            },
            lane, concurrentLimit));
    router.on(web::Method::Get, path + "/{id}",
        forCompany(scope, [kind](const CompanyRecords& records, const web::Request& request) {
            const auto index = records.indexOf(kind, request.parameters.value(0));
            return index ? web::Reply::json(records.at(kind, *index))
                         : apiError(404, u"NOT_FOUND"_s, u"There is no such record."_s);
        }));
}

web::Reply PublicApi::postings(const web::Request& request) const
{
    const auto company = m_world.companies().find(request.parameters.value(0));
    if (!company)
        return apiError(404, u"COMPANY_NOT_FOUND"_s, u"There is no such company."_s);
    const CompanyRecords records(m_world.seed(), *company, m_world.dataDate());
    return pageOf(request, records.count(CompanyRecords::Kind::Job),
        [&](int i) { return records.posting(i); });
}

} // namespace jetbridge::simulator
