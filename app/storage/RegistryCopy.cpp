// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RegistryCopy.h"

#include "domain/Environment.h"
#include "storage/Database.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

/// An identifier with the environment that it belongs to.
using Named = std::pair<QString, QString>;

Outcome<Named> readNamed(const QSqlQuery& row)
{
    return Named(row.value(0).toString(), row.value(1).toString());
}

Outcome<QString> readText(const QSqlQuery& row)
{
    return row.value(0).toString();
}

/// Lists what a registry holds. `from` is "main", or the name under which a copy was attached.
Outcome<RegistryInventory> inventoryOf(Database& database, const QString& from)
{
    const auto ask = [&from](const char* sql) {
        return QString::fromLatin1(sql).arg(from);
    };
    const auto schema = database.number(ask("PRAGMA %1.user_version"));
    const auto customers = database.number(ask("SELECT count(*) FROM %1.integrations"));
    const auto names = database.list<QString>(
        ask("SELECT name FROM %1.environments ORDER BY ordinal"), {}, readText);
    const auto integrations = database.list<Named>(
        ask("SELECT e.name, i.id FROM (SELECT environment, id FROM %1.integrations UNION SELECT "
            "environment, id FROM %1.former_integrations) i JOIN %1.environments e "
            "ON e.ordinal = i.environment"),
        {}, readNamed);
    const auto onBoard = database.list<Named>(
        ask("SELECT e.name, i.id FROM %1.integrations i JOIN %1.environments e ON e.ordinal = "
            "i.environment WHERE i.status IN ('live', 'unproved', 'failing')"),
        {}, readNamed);
    // Keychain items of runs hold credentials that came while the registry could not be written
    // (RecoverUnstored.h).
    const auto runs = database.list<Named>(
        ask("SELECT e.name, r.onboarding FROM (SELECT environment, onboarding FROM "
            "%1.integrations WHERE status IN ('unstored', 'unknown') UNION SELECT environment, "
            "onboarding FROM %1.journal j WHERE step = 'confirm' AND state IN ('started', "
            "'unknown') AND NOT EXISTS (SELECT 1 FROM %1.journal later WHERE later.environment = "
            "j.environment AND later.onboarding = j.onboarding AND later.step = 'confirm' AND "
            "later.number > j.number)) r JOIN %1.environments e ON e.ordinal = r.environment"),
        {}, readNamed);
    const auto servers = database.list<Named>(
        ask("SELECT e.name, s.client_id FROM %1.resource_servers s JOIN %1.environments e ON "
            "e.ordinal = s.environment"),
        {}, readNamed);
    // Where a registered client is until its customer's item has it (RegisterClient.h).
    const auto registered = database.list<Named>(
        ask("SELECT e.name, r.onboarding FROM %1.registrations r JOIN %1.environments e ON "
            "e.ordinal = r.environment"),
        {}, readNamed);
    const auto sinks = database.list<Named>(
        ask("SELECT e.name, s.secret_item FROM %1.sinks s JOIN %1.environments e ON e.ordinal = "
            "s.environment WHERE s.secret_item <> ''"),
        {}, readNamed);
    const auto hashKeys =
        database.list<QString>(ask("SELECT item FROM %1.secret_key"), {}, readText);
    if (!schema || !customers)
        return passOn(schema ? customers : schema);
    if (!integrations || !runs)
        return passOn(integrations ? runs : integrations);
    if (!names || !hashKeys)
        return passOn(names ? hashKeys : names);
    if (!onBoard || !servers)
        return passOn(onBoard ? servers : onBoard);
    if (!registered)
        return passOn(registered);
    if (!sinks)
        return passOn(sinks);

    RegistryInventory inventory{int(*schema), *customers, *names, {}, {}};
    for (const Environment& environment : Environment::builtIn())
        if (!inventory.environments.contains(environment.name))
            inventory.environments.append(environment.name);
    for (const QString& name : std::as_const(inventory.environments))
        inventory.secrets += {VaultKey::master(name), VaultKey::previousMaster(name),
            VaultKey::registrationToken(name), VaultKey::webhookSecrets(name),
            VaultKey::signingKeys(name)};
    for (const auto& [name, id] : *integrations)
        inventory.secrets.append(VaultKey::customer(name, IntegrationId(id)));
    for (const auto& [name, id] : *onBoard)
        inventory.needed.append(VaultKey::customer(name, IntegrationId(id)));
    for (const auto& [name, id] : *runs)
        inventory.secrets.append(VaultKey::run(name, OnboardingId(id)));
    for (const auto& [name, id] : *servers)
        inventory.secrets.append(VaultKey::resourceServer(name, ClientId(id)));
    for (const auto& [name, id] : *registered)
        inventory.secrets.append(VaultKey::registration(name, OnboardingId(id)));
    for (const auto& [name, item] : *sinks)
        inventory.secrets.append(VaultKey::sink(name, item));
    for (const QString& item : *hashKeys)
        inventory.secrets.append(VaultKey::hashKey(item));
    return inventory;
}

} // namespace

Outcome<RegistryInventory> copyRegistry(const QString& folder, const QString& file)
{
    const auto database = Database::open(folder);
    if (!database)
        return passOn(database);
    auto leftovers = qScopeGuard([&file] { QFile::remove(file); });
    if (const auto copied = (*database)->run(u"VACUUM INTO ?"_s, {file}); !copied)
        return passOn(copied);
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // This lists the copy, because others may have changed the registry meanwhile.
    const auto attached = (*database)->run(u"ATTACH DATABASE ? AS copy"_s, {file});
    if (!attached)
        return passOn(attached);
    auto inventory = inventoryOf(**database, u"copy"_s);
    if (inventory)
        leftovers.dismiss();
    return inventory;
}

Outcome<RegistryInventory> adoptRegistry(const QString& folder)
{
    const auto database = Database::open(folder);
    if (!database)
        return passOn(database);
    if (const auto sound = (*database)->check(); !sound)
        return passOn(sound);
    const auto renamed = (*database)->transaction<Done>([&]() -> Outcome<Done> {
        for (const auto* sql : {"UPDATE folder SET id = lower(hex(randomblob(16))), place = '', "
                                "copied_from = '', marked = 0",
                 "DELETE FROM earlier_ids", "DELETE FROM own_secrets",
                 "DELETE FROM missing_credentials", "DELETE FROM keychain_searches",
                 "UPDATE secret_key SET item = lower(hex(randomblob(16)))"})
            if (const auto done = (*database)->run(QString::fromLatin1(sql)); !done)
                return passOn(done);
        return Done{};
    });
    if (!renamed)
        return passOn(renamed);
    return inventoryOf(**database, u"main"_s);
}

Outcome<RegistryInventory> inventoryOf(const QString& folder)
{
    const auto database = Database::open(folder);
    if (!database)
        return passOn(database);
    return inventoryOf(**database, u"main"_s);
}

} // namespace jetbridge::storage
