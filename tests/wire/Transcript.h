// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/ScriptedServer.h"

#include <QHash>

namespace jetbridge::test {

/// A conversation from a file: how our side is set, what it must send, what it gets, and what it
/// must make of that.
///
///     # What this conversation shows.
///     call: token
///     then: refused 401 invalid_client
///     says: SmartRecruiters answered 401 ...
///     ---- request
///     POST /identity/oauth/token HTTP/1.1
///     ...
///     ---- reply
///     HTTP/1.1 401 Unauthorized
///     ...
///
/// `server: closes`, `resets` or `is silent` stands for what happens instead of (or after) the
/// reply.
struct Transcript {
    QHash<QByteArray, QByteArray> settings;
    QByteArray request; ///< Request line, the headers that must be there, an empty line, the body.
    Turn turn;

    QByteArray setting(const char* name, const char* otherwise = "") const
    {
        return settings.value(name, otherwise);
    }
    /// Empty, or how the request that arrived differs from the one in the file.
    QString differenceTo(const QByteArray& arrived) const;

    static Transcript read(const QString& file);
};

} // namespace jetbridge::test
