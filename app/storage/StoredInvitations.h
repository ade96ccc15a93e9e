// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// Invitations port on the registry, for one environment.
class StoredInvitations final : public Invitations {
public:
    StoredInvitations(RegistryThread& thread, QString environment);

    Task<Outcome<Done>> add(Invitation::Record record) override;
    Task<Outcome<QList<Invitation::Record>>> all() override;
    Task<Outcome<std::optional<Invitation::Record>>> find(OnboardingId onboarding) override;
    Task<Outcome<bool>> change(OnboardingId onboarding, QList<InvitationState> from,
        InvitationState to, QDateTime at, Message detail) override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

/// Reads the invitation of one run; nullopt if there is none.
Outcome<std::optional<Invitation::Record>> storedInvitation(
    Database& database, const OnboardingId& onboarding);

} // namespace jetbridge::storage
