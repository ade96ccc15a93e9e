// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"
#include "ports/Registry.h"
#include "ports/Vault.h"

namespace jetbridge {

/// Services of an export; they must outlive it.
struct ExportServices {
    QString environment;
    Vault& vault;
    Integrations& integrations;
    ExchangeRecorder& recorder;
    TrafficExport& traffic;
};

/// Returns recorded traffic as the content of a file. Before that, every secret that the vault
/// holds for this environment is looked up and every former one recognised, so that none can be
/// exported. NotPermitted: a secret would have been exported. VaultUnavailable: this cannot be
/// checked. It takes some milliseconds for each customer.
Task<Outcome<QByteArray>> exportTraffic(
    ExportServices services, ExchangeFilter filter, ExchangeFormat format);

/// Applies the same check to a text that was made from recorded traffic.
Task<Outcome<Done>> checkExport(ExportServices services, QByteArray text);

} // namespace jetbridge
