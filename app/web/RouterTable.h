// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Server.h"

#include <QHash>

namespace jetbridge::web {

/// The routes of one Router and the way to the right one.
struct Router::Table {
    struct Later {
        AsyncHandler handler;
        Attempt attempt; ///< May be empty.
    };
    struct Route {
        QByteArrayList segments; ///< "{...}" matches one non-empty segment.
        QHash<Method, Handler> handlers;
        QHash<Method, Later> asyncHandlers;
        /// "GET, HEAD, POST": what Allow says (RFC 9110 10.2.1).
        QByteArray allowed() const;
    };

    /// The route for a path, and what its placeholders matched; nullptr: unknown path.
    const Route* find(const QByteArray& path, QStringList& parameters) const;
    Route& at(const QByteArray& pattern);

    QHash<QByteArray, Route> literal;
    QList<std::pair<QByteArray, Route>> patterns;
    QList<std::function<std::optional<Reply>(const Request&)>> before;
    QList<std::function<void(const Request&, Reply&)>> afterwards;
};

} // namespace jetbridge::web
