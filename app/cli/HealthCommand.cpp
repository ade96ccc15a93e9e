// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"
#include "console/ServerHealth.h"
#include "domain/Environment.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Task<Outcome<Report>> health(Invocation& invocation)
{
    const QStringList& operands = invocation.arguments().operands;
    const QUrl server(
        operands.isEmpty() ? u"http://127.0.0.1:%1"_s.arg(defaultSimulatorPort) : operands.first(),
        QUrl::StrictMode);
    if (const auto sound = checkUrl("URL", server); !sound)
        co_return passOn(sound);
    if (const auto healthy = co_await askHealth(server); !healthy)
        co_return passOn(healthy);
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"url"_s, server.toString()}}, u"ok\n"_s};
}

} // namespace

QList<Command> healthCommands()
{
    return {{
        u"health"_s,
        u"[URL]"_s,
        u"Asks whether serve or simulate answers at this address (default: http://127.0.0.1:%1), "
        u"for "
        "the health check of a container."_s.arg(defaultSimulatorPort),
        {},
        health,
        Command::Needs::Nothing,
    }};
}

} // namespace jetbridge::cli
