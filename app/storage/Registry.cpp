// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Registry.h"

#include "storage/RegistryThread.h"
#include "storage/StoredApplications.h"
#include "storage/StoredEnvironments.h"
#include "storage/StoredForwards.h"
#include "storage/StoredInbox.h"
#include "storage/StoredIntegrations.h"
#include "storage/StoredInvitations.h"
#include "storage/StoredIssuedClients.h"
#include "storage/StoredJournal.h"
#include "storage/StoredOutbox.h"
#include "storage/StoredRegistrations.h"
#include "storage/StoredResourceServers.h"
#include "storage/StoredSecretHashes.h"
#include "storage/StoredSecrets.h"
#include "storage/StoredSinks.h"

namespace jetbridge::storage {

struct EnvironmentRegistry::Ports {
    RegistryThread& thread;
    QString environment;
    StoredIntegrations integrations;
    StoredIssuedClients issuedClients;
    StoredInvitations invitations;
    StoredResourceServers resourceServers;
    StoredRegistrations registrations;
    StoredJournal journal;
    StoredInbox inbox;
    StoredForwards forwards;
    StoredApplications applications;
    StoredSinks sinks;
    StoredOutbox outbox;
};

EnvironmentRegistry::EnvironmentRegistry(RegistryThread& thread, const QString& environment)
    : m_ports(new Ports{thread, environment, {thread, environment}, {thread, environment},
        {thread, environment}, {thread, environment}, {thread, environment}, {thread, environment},
        {thread, environment}, {thread, environment}, {thread, environment}, {thread, environment},
        {thread, environment}})
{
}

EnvironmentRegistry::~EnvironmentRegistry() = default;

Integrations& EnvironmentRegistry::integrations()
{
    return m_ports->integrations;
}

IssuedClients& EnvironmentRegistry::issuedClients()
{
    return m_ports->issuedClients;
}

Invitations& EnvironmentRegistry::invitations()
{
    return m_ports->invitations;
}

ResourceServers& EnvironmentRegistry::resourceServers()
{
    return m_ports->resourceServers;
}

Registrations& EnvironmentRegistry::registrations()
{
    return m_ports->registrations;
}

Journal& EnvironmentRegistry::journal()
{
    return m_ports->journal;
}

Overview& EnvironmentRegistry::overview()
{
    return m_ports->journal;
}

Inbox& EnvironmentRegistry::inbox()
{
    return m_ports->inbox;
}

ForwardQueue& EnvironmentRegistry::forwards()
{
    return m_ports->forwards;
}

Applications& EnvironmentRegistry::applications()
{
    return m_ports->applications;
}

Sinks& EnvironmentRegistry::sinks()
{
    return m_ports->sinks;
}

Outbox& EnvironmentRegistry::outbox()
{
    return m_ports->outbox;
}

void EnvironmentRegistry::ageAfter(std::chrono::seconds age, const Clock& clock)
{
    m_ports->integrations.ageAfter(age, clock);
}

void EnvironmentRegistry::listen(std::function<void(const RegistryNews&)> listener)
{
    m_ports->thread.listen(m_ports->environment, std::move(listener));
}

Registry::Registry(QString dataFolder, async::Scope* outer)
    : m_thread(std::make_unique<RegistryThread>(std::move(dataFolder), outer))
    , m_environments(std::make_unique<StoredEnvironments>(*m_thread))
    , m_secretHashes(std::make_unique<StoredSecretHashes>(*m_thread))
    , m_secrets(std::make_unique<StoredSecrets>(*m_thread))
{
}

Registry::~Registry() = default;

Task<Outcome<Done>> Registry::ready()
{
    return m_thread->run<Done>([](Database&) { return Outcome<Done>(Done{}); });
}

Task<Outcome<Done>> Registry::check()
{
    return m_thread->run<Done>([](Database& database) { return database.check(); });
}

StoredSecrets& Registry::secrets()
{
    return *m_secrets;
}

Environments& Registry::environments()
{
    return *m_environments;
}

StoredSecretHashes& Registry::secretHashes()
{
    return *m_secretHashes;
}

std::unique_ptr<EnvironmentRegistry> Registry::environment(const QString& name)
{
    return std::unique_ptr<EnvironmentRegistry>(new EnvironmentRegistry(*m_thread, name));
}

} // namespace jetbridge::storage
