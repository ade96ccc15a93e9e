// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/ExchangeOfHop.h"

#include "domain/ExchangeOfLine.h"

namespace jetbridge::ui {

namespace {

/// A page may take its time between being asked for and being loaded.
constexpr qint64 hopToleranceMs = 5000;

} // namespace

qint64 exchangeOf(const BrowserHop& hop, const QList<Exchange>& exchanges)
{
    qint64 found = 0;
    qint64 nearest = hopToleranceMs;
    const qint64 at = hop.at.toMSecsSinceEpoch();
    for (const Exchange& exchange : exchanges) {
        const qint64 far = distanceOf(exchange, at);
        // The query may hold what was redacted.
        if (far >= nearest || exchange.from != Lane::Browser
            || exchange.url.authority() != hop.url.authority()
            || exchange.url.path() != hop.url.path())
            continue;
        found = exchange.number;
        nearest = far;
    }
    return found;
}

} // namespace jetbridge::ui
