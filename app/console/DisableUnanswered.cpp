// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DisableUnanswered.h"

#include "flows/StoredIntegration.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Returns the integrations of the company whose ids are known here. None of them can be the one of
/// a lost answer.
Task<Outcome<QSet<IntegrationId>>> knownIntegrations(Integrations& integrations, CompanyId company)
{
    const auto rows = co_await integrationsOf(integrations, company);
    if (!rows)
        co_return passOn(rows);
    const auto former = co_await integrations.former(company);
    if (!former)
        co_return passOn(former);
    QSet<IntegrationId> known;
    for (const Integration& row : *rows)
        known.insert(row.id);
    for (const FormerIntegration& one : *former)
        known.insert(one.integration.id);
    co_return known;
}

/// Tells whether the simulator's integration is enabled and may come from this run.
bool mayBeOf(const Integration& unknown, const QJsonObject& theirs)
{
    return theirs.value("status"_L1).toString() == "enabled"_L1
        && theirs.value("companyId"_L1).toString() == unknown.company.text()
        && theirs.value("partnerClientId"_L1).toString() == unknown.issuedClientId.text();
}

} // namespace

Task<Outcome<QJsonObject>> disableUnanswered(
    SimulatorControl& control, Integrations& integrations, Integration unknown)
{
    const auto known = co_await knownIntegrations(integrations, unknown.company);
    if (!known)
        co_return passOn(known);
    const auto state = co_await control.state();
    if (!state)
        co_return passOn(state);
    IntegrationId latest;
    const QJsonArray all = state->value("integrations"_L1).toArray();
    for (const QJsonValue& one : all) { // the oldest first
        const IntegrationId id(one[u"integrationId"_s].toString());
        if (mayBeOf(unknown, one.toObject()) && !known->contains(id))
            latest = id;
    }
    if (latest.isEmpty())
        co_return failed(FailureKind::NotFound,
            u"The simulator has no enabled integration of \"%1\" from this confirm call."_s.arg(
                unknown.company.text()));
    co_return co_await control.disable(latest);
}

} // namespace jetbridge
