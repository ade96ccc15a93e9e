// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/ScriptedServer.h"

#include <QHash>

namespace jetbridge::test {

/// A conversation from a file: the settings of our side, the request that it must send, the reply
/// that it gets, and the result that it must return.
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
/// `server: closes`, `resets` or `is silent` tells what the server does instead of (or after) the
/// reply.
struct Transcript {
    QHash<QByteArray, QByteArray> settings;
    QByteArray request; ///< Request line, the required headers, an empty line, the body.
    Turn turn;

    QByteArray setting(const char* name, const char* otherwise = "") const
    {
        return settings.value(name, otherwise);
    }
    /// Returns how the received request differs from the one in the file; empty if it does not.
    QString differenceTo(const QByteArray& arrived) const;

    static Transcript read(const QString& file);
};

} // namespace jetbridge::test
