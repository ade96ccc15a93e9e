// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"
#include "ports/Exchanges.h"

namespace jetbridge {

/// Recorded traffic as a file, after every secret that the vault keeps for this environment was
/// looked up, and every former one recognised, so that none of them can leave. NotPermitted: one
/// would have. VaultUnavailable: that cannot be checked. Takes some milliseconds a customer.
Task<Outcome<QByteArray>> exportTraffic(Services services, ExchangeRecorder& recorder,
    TrafficExport& traffic, ExchangeFilter filter, ExchangeFormat format);

/// The same check for a text that was made of recorded traffic.
Task<Outcome<Done>> checkExport(
    Services services, ExchangeRecorder& recorder, TrafficExport& traffic, QByteArray text);

} // namespace jetbridge
