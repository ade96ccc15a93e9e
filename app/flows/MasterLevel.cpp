// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/MasterLevel.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Task<Outcome<Done>> checkMasterLevel(IssuedClients& clients, ClientId client)
{
    const auto company = co_await clients.companyOf(client);
    if (!company)
        co_return passOn(company);
    if (company->has_value())
        co_return failed(FailureKind::Invalid,
            Message::of("customer_level_client", {client.text(), (*company)->text()}), 0,
            u"customer_level"_s);
    co_return Done{};
}

} // namespace jetbridge
