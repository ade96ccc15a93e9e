// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"
#include "ports/Registry.h"
#include "ports/Vault.h"

namespace jetbridge {

/// What the flow works with; everything outlives it.
struct ExportServices {
    QString environment;
    Vault& vault;
    Integrations& integrations;
    ExchangeRecorder& recorder;
    TrafficExport& traffic;
};

/// Recorded traffic as a file, after every secret that the vault keeps for this environment was
/// looked up, and every former one recognised, so that none of them can leave. NotPermitted: one
/// would have. VaultUnavailable: that cannot be checked. Takes some milliseconds a customer.
Task<Outcome<QByteArray>> exportTraffic(
    ExportServices services, ExchangeFilter filter, ExchangeFormat format);

/// The same check for a text that was made of recorded traffic.
Task<Outcome<Done>> checkExport(ExportServices services, QByteArray text);

} // namespace jetbridge
