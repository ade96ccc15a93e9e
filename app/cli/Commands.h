// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"

namespace jetbridge::cli {

/// Returns every command, in the order of the help.
const QList<Command>& commands();

QList<Command> demoCommands();
QList<Command> environmentCommands();
QList<Command> appCommands();
QList<Command> credentialsCommands();
QList<Command> tokenCommands();
QList<Command> onboardCommands();
QList<Command> inviteCommands();
QList<Command> integrationsCommands();
QList<Command> importCommands();
QList<Command> bulkCommands();
QList<Command> serveCommands();
QList<Command> resourceServersCommands();
QList<Command> registrationsCommands();
QList<Command> sinksCommands();
QList<Command> deliveriesCommands();
QList<Command> signingKeysCommands();
QList<Command> inboxCommands();
QList<Command> simulateCommands();
QList<Command> healthCommands();
QList<Command> trafficCommands();
QList<Command> checkCommands();
QList<Command> backupCommands();
QList<Command> doctorCommands();

} // namespace jetbridge::cli
