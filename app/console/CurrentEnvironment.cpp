// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"

#include "authorization/HttpClientRegistrar.h"
#include "authorization/HttpClientWebhook.h"
#include "authorization/HttpTokenTrials.h"
#include "endpoints/HttpBackend.h"
#include "ports/Registry.h"
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "smartrecruiters/TokenCache.h"
#include "storage/Registry.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace jetbridge {

CurrentEnvironment::CurrentEnvironment(
    QString name, Environments& environments, Applications& applications, Clients clients)
    : m_name(std::move(name))
    , m_environments(environments)
    , m_applications(applications)
    , m_clients(clients)
{
}

TokenPlace CurrentEnvironment::tokenPlace() const
{
    return {m_application.oauthTokenUrl, m_effective.tokenService,
        m_ownUrl.value_or(m_effective.publicUrl)};
}

Task<Outcome<Done>> CurrentEnvironment::save(Environment environment)
{
    if (const auto valid = environment.validate(); !valid)
        co_return passOn(valid);
    const auto saved = co_await m_environments.save(environment);
    if (!saved)
        co_return passOn(saved);
    if (environment.name == m_name)
        take(environment);
    co_return Done{};
}

Task<Outcome<Done>> CurrentEnvironment::load()
{
    const auto known = co_await m_environments.all();
    if (!known)
        co_return passOn(known);
    const auto found = std::find_if(known->begin(), known->end(),
        [this](const Environment& candidate) { return candidate.name == m_name; });
    if (found == known->end())
        co_return failed(FailureKind::Invalid,
            u"There is no environment \"%1\": see `environment list`."_s.arg(m_name));
    const auto loaded = co_await m_applications.load();
    if (!loaded)
        co_return passOn(loaded);
    if (m_saved.name.isEmpty()) // told with the environment
        m_application = loaded->value_or(Application());
    else
        take(loaded->value_or(Application()));
    take(*found);
    co_return Done{};
}

void CurrentEnvironment::take(const Environment& saved)
{
    if (saved.name != m_name || saved == m_saved)
        return;
    m_saved = saved;
    useSaved();
}

void CurrentEnvironment::take(const Application& changed)
{
    if (changed == m_application)
        return;
    m_application = changed;
    // What was granted before does not say what is granted now.
    m_clients.tokens.setPlace(m_effective.apiUrl, provableScopes());
    Q_EMIT this->changed();
}

void CurrentEnvironment::setEmbedded(const std::optional<Embedded>& embedded)
{
    m_embedded = embedded;
    useSaved();
}

/// As it is saved, at the simulator's addresses as long as it runs.
void CurrentEnvironment::useSaved()
{
    Environment environment = m_saved;
    if (m_embedded) {
        environment.isEmbedded = true;
        environment.apiUrl = m_embedded->apiUrl;
        environment.portalUrl = m_embedded->portalUrl;
        environment.redirectHosts = {environment.portalUrl.authority()};
        environment.frameOrigins = {
            environment.portalUrl.toString(QUrl::RemovePath | QUrl::RemoveQuery)};
    }
    use(environment);
}

void CurrentEnvironment::use(const Environment& environment)
{
    m_effective = environment;
    m_clients.smartRecruiters.setEnvironment(environment);
    m_clients.backend.setAuthorities(environment.caFile);
    m_clients.tokenTrials.setAuthorities(environment.caFile);
    m_clients.clientRegistrar.setAuthorities(environment.caFile);
    m_clients.clientWebhook.setAuthorities(environment.caFile);
    m_clients.tokens.setPlace(environment.apiUrl, provableScopes());
    m_clients.registry.ageAfter(std::chrono::hours(environment.verifyEveryHours), m_clients.clock);
    Q_EMIT changed();
}

} // namespace jetbridge
