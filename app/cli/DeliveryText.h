// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sink.h"

#include <QJsonObject>

namespace jetbridge::cli {

/// Functions that describe sinks and deliveries, as JSON and for people; never with a secret.
QJsonObject describe(const Sink& sink);
QJsonObject describe(const Delivery& delivery);

/// Returns what became of one try: "delivery 3 (connected, globex) was taken by ..."
QString triedText(const Delivery& delivery);

/// Returns how a customer stands at each sink: "in vault since 2026-01-02T03:04:05Z (...); could
/// not be taken back from files: ...". `deliveries`: those of one integration, the newest first.
QString standingText(const QList<Delivery>& deliveries);

} // namespace jetbridge::cli
