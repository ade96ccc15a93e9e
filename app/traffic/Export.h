// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

namespace jetbridge::traffic {

/// An export format, which writes exchanges one after the other: only one is in memory, however
/// many there are.
struct ExportForm {
    QByteArray head;
    QByteArray (*entry)(const Exchange& exchange);
    QByteArray between; ///< Separator of two entries.
    QByteArray tail;

    static ExportForm of(ExchangeFormat format);
};

/// Describe the request and the reply of an exchange in a few words: "POST /oauth/token", "200",
/// "no answer in time".
QString requestWords(const Exchange& exchange);
QString replyWords(const Exchange& exchange);

} // namespace jetbridge::traffic
