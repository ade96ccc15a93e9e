// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"

namespace jetbridge::cli {

const QList<Command>& commands()
{
    static const QList<Command> all = demoCommands() + environmentCommands() + appCommands()
        + credentialsCommands() + tokenCommands() + onboardCommands() + inviteCommands()
        + integrationsCommands() + importCommands() + bulkCommands() + serveCommands()
        + resourceServersCommands() + signingKeysCommands() + registrationsCommands()
        + sinksCommands() + deliveriesCommands() + inboxCommands() + simulateCommands()
        + healthCommands() + trafficCommands() + checkCommands() + backupCommands() + doctorCommands();
    return all;
}

} // namespace jetbridge::cli
