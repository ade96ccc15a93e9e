// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace jetbridge {

/// The object that these bytes are. Invalid: no JSON (and where it ends to be), or no object.
Outcome<QJsonObject> jsonObject(const QByteArray& json);

/// One member with a scalar value, as it stands in a text.
struct JsonMember {
    enum class Kind { Text, Number, Literal };
    QString name;
    Kind kind = Kind::Text;
    QByteArray value; ///< UTF-8; a number digit by digit, which a double would round.
    int depth = 0; ///< 1: of the outermost object.
};

/// Every member with a complete scalar value, in its order. The text need not be whole JSON:
/// something may stand before or behind it, and it may end too early. For answers that cannot be
/// asked for again; others are read by jsonObject().
QList<JsonMember> jsonMembers(const QByteArray& text);

/// The text or the number of the outermost object's member, a number digit by digit; empty: it has
/// no such one.
QString jsonText(const QByteArray& json, const char* name);

} // namespace jetbridge
