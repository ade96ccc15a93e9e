// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Unstored.h"

#include "console/Emission.h"

namespace jetbridge::cli {

Task<Done> waitUntilStored(Invocation& invocation)
{
    Console& console = invocation.console();
    if (!console.unstored().isEmpty())
        invocation.note(QStringLiteral(
            "The customer-level credentials came but could not be stored. Unlock the "
            "keychain: it is tried again until it works. Interrupting loses them."));
    while (!console.unstored().isEmpty() && !invocation.interruption().wasRaised())
        co_await emission(&console, &Console::unstoredChanged, std::chrono::seconds(1));
    co_return Done{};
}

} // namespace jetbridge::cli
