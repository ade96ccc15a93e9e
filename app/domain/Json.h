// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace jetbridge {

/// Parses a JSON object. Invalid: it is not JSON (the detail says where), or not an object.
Outcome<QJsonObject> jsonObject(const QByteArray& json);

/// A member with a scalar value, as it stands in a text.
struct JsonMember {
    enum class Kind { Text, Number, Literal };
    QString name;
    Kind kind = Kind::Text;
    QByteArray value; ///< Value in UTF-8; a number is copied digit by digit, because a double would
                      ///< round it.
    int depth = 0; ///< Nesting depth; 1 is the outermost object.
};

/// Returns every member with a complete scalar value, in order. The text need not be valid JSON:
/// there may be other text before or after it, and it may end too early. Use it for answers that
/// cannot be requested again, and jsonObject() for all others.
QList<JsonMember> jsonMembers(const QByteArray& text);

/// Tells whether a value says something: it is not missing, null, false, 0 or empty.
bool saysSomething(const QJsonValue& value);

/// Returns a string or number member of the outermost object, a number digit by digit; empty if
/// there is no such member.
QString jsonText(const QByteArray& json, const char* name);

} // namespace jetbridge
