// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Server.h"

#include <QHash>

namespace jetbridge::web {

/// The routes of one Router, and the lookup of the route for a path.
struct Router::Table {
    struct AsyncEntry {
        AsyncHandler handler;
        Attempt attempt; ///< May be empty.
    };
    struct Route {
        QByteArrayList segments; ///< "{...}" matches one non-empty segment.
        QHash<Method, Handler> handlers;
        QHash<Method, AsyncEntry> asyncHandlers;
        /// Returns the value of the Allow header (RFC 9110 10.2.1): "GET, HEAD, POST".
        QByteArray allowed() const;
    };

    /// Finds the route for a path and stores the values of its placeholders in `parameters`;
    /// nullptr for an unknown path.
    const Route* find(const QByteArray& path, QStringList& parameters) const;
    /// Returns the route of a pattern, which is added if it is new.
    Route& at(const QByteArray& pattern);

    QHash<QByteArray, Route> literal;
    QList<std::pair<QByteArray, Route>> patterns;
    QList<std::function<std::optional<Reply>(const Request&)>> before;
    QList<std::function<void(const Request&, Reply&)>> afterwards;
};

} // namespace jetbridge::web
