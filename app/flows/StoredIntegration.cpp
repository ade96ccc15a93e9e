// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StoredIntegration.h"

namespace jetbridge {

Task<Outcome<Integration>> storedIntegration(Integrations& integrations, IntegrationId id)
{
    const auto found = co_await integrations.find(id);
    if (!found)
        co_return passOn(found);
    if (!found->has_value())
        co_return failed(FailureKind::NotFound,
            QStringLiteral("There is no integration \"%1\" here.").arg(id.text()));
    co_return Integration(**found);
}

} // namespace jetbridge
