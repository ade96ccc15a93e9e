// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registrations.h"

namespace jetbridge::storage {

class RegistryThread;

/// The clients that were requested from the partner's authorization server in one environment. A
/// client that is withdrawn among the issued clients becomes Leaving in the same transaction
/// (0018-registrations.sql).
class StoredRegistrations final : public Registrations {
public:
    StoredRegistrations(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> begin(Registration registration) override;
    Task<Outcome<bool>> change(QList<ClientRegistrationState> from, Registration to) override;
    Task<Outcome<Done>> close(OnboardingId onboarding) override;
    Task<Outcome<QList<Registration>>> in(QList<ClientRegistrationState> states) override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
