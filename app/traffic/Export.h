// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

namespace jetbridge::traffic {

/// How a format writes exchanges, one after the other: however many they are, one is in memory.
struct ExportForm {
    QByteArray head;
    QByteArray (*entry)(const Exchange& exchange);
    QByteArray between; ///< Two entries.
    QByteArray tail;

    static ExportForm of(ExchangeFormat format);
};

/// "POST /oauth/token", "200", "no answer in time": an exchange in a few words.
QString requestWords(const Exchange& exchange);
QString replyWords(const Exchange& exchange);

} // namespace jetbridge::traffic
