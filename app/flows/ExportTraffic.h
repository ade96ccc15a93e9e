// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"
#include "ports/Exchanges.h"

namespace jetbridge {

/// Returns recorded traffic as the content of a file. Before that, every secret that the vault
/// holds for this environment is looked up and every former one recognised, so that none can be
/// exported. NotPermitted: a secret would have been exported. VaultUnavailable: this cannot be
/// checked. It takes some milliseconds for each customer.
Task<Outcome<QByteArray>> exportTraffic(Services services, ExchangeRecorder& recorder,
    TrafficExport& traffic, ExchangeFilter filter, ExchangeFormat format);

/// Applies the same check to a text that was made from recorded traffic.
Task<Outcome<Done>> checkExport(
    Services services, ExchangeRecorder& recorder, TrafficExport& traffic, QByteArray text);

} // namespace jetbridge
