// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/ClientRegistrar.h"
#include "ports/ClientWebhook.h"
#include "ports/Clock.h"
#include "ports/Registrations.h"
#include "ports/Registry.h"
#include "ports/SmartRecruiters.h"
#include "ports/TokenTrials.h"
#include "ports/Vault.h"

namespace jetbridge {

/// The ports that the flows of one environment work with. Each of them outlives every flow; a copy
/// is as good as the original.
struct Services {
    QString environment; ///< Its name.
    SmartRecruiters& smartRecruiters;
    Tokens& tokens;
    TokenTrials& tokenTrials;
    ClientRegistrar& clientRegistrar;
    ClientWebhook& clientWebhook;
    Vault& vault;
    Integrations& integrations;
    IssuedClients& issuedClients;
    Registrations& registrations;
    ResourceServers& resourceServers;
    Inbox& inbox;
    Journal& journal;
    const Clock& clock;
    Randomness& randomness;
};

} // namespace jetbridge
