// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "ports/Exchanges.h"

namespace jetbridge::traffic {

/// What recorded exchanges can be written as.
enum class Format {
    Har, ///< HTTP Archive 1.2: for browsers' developer tools and others.
    JsonLines, ///< One exchange a line, oldest first.
    Mermaid, ///< A sequence diagram with the lanes as participants.
};

/// "har", "jsonl", "mermaid"; Invalid names the three.
Outcome<Format> formatFromName(const QString& name);

QByteArray toHar(const QList<Exchange>& exchanges);
QByteArray toJsonLines(const QList<Exchange>& exchanges);
QByteArray toMermaid(const QList<Exchange>& exchanges);

} // namespace jetbridge::traffic
