// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Returns the position after the string that begins at `begin`; -1 if it does not end.
qsizetype endOfText(const QByteArray& json, qsizetype begin)
{
    for (qsizetype place = begin + 1; place < json.size(); ++place) {
        if (json.at(place) == '\\')
            ++place;
        else if (json.at(place) == '"')
            return place + 1;
    }
    return -1;
}

/// Decodes a quoted string. If Qt cannot read it, its bytes are returned as they are.
QByteArray unquoted(const QByteArray& quoted)
{
    const auto list = QJsonDocument::fromJson('[' + quoted + ']').array();
    return list.size() == 1 ? list.at(0).toString().toUtf8() : quoted.sliced(1, quoted.size() - 2);
}

/// Returns the position after the number or word that begins at `begin`; -1 if more of it may
/// follow.
qsizetype endOfWord(const QByteArray& json, qsizetype begin)
{
    for (qsizetype place = begin; place < json.size(); ++place)
        if (QByteArrayView("\",:[]{} \t\r\n").contains(json.at(place)))
            return place;
    return -1;
}

/// Reads the members of a text one after the other.
class MemberReader {
public:
    explicit MemberReader(const QByteArray& json)
        : m_json(json)
    {
    }

    QList<JsonMember> all()
    {
        while (m_place < m_json.size() && next()) { }
        return m_members;
    }

private:
    /// Reads the next token. False: the text ends within a value.
    bool next()
    {
        const char c = m_json.at(m_place);
        if (c == '"')
            return take(endOfText(m_json, m_place));
        if (!QByteArrayView(",:[]{} \t\r\n").contains(c))
            return take(endOfWord(m_json, m_place));
        if (c == '{' || c == '[')
            ++m_depth;
        if (c == '}' || c == ']')
            --m_depth;
        if (c == ':')
            m_isValue = m_hasName;
        else if (QByteArrayView(",[]{}").contains(c))
            m_hasName = m_isValue = false;
        ++m_place;
        return true;
    }

    bool take(qsizetype end)
    {
        if (end < 0)
            return false;
        const QByteArray token = m_json.sliced(m_place, end - m_place);
        m_place = end;
        const bool isText = token.startsWith('"');
        const bool isNumber = token.startsWith('-') || (token.at(0) >= '0' && token.at(0) <= '9');
        if (m_isValue)
            m_members.append({m_name,
                isText         ? JsonMember::Kind::Text
                    : isNumber ? JsonMember::Kind::Number
                               : JsonMember::Kind::Literal,
                isText ? unquoted(token) : token, m_depth});
        m_hasName = !m_isValue && isText;
        m_isValue = false;
        if (m_hasName)
            m_name = QString::fromUtf8(unquoted(token));
        return true;
    }

    const QByteArray& m_json;
    QList<JsonMember> m_members;
    qsizetype m_place = 0;
    int m_depth = 0;
    QString m_name; ///< Name of the member whose value comes next, if there is one.
    bool m_hasName = false;
    bool m_isValue = false;
};

} // namespace

QList<JsonMember> jsonMembers(const QByteArray& text)
{
    return MemberReader(text).all();
}

bool saysSomething(const QJsonValue& value)
{
    return !value.toString().isEmpty() || value.toDouble() != 0 || value.toBool()
        || !value.toObject().isEmpty() || !value.toArray().isEmpty();
}

QString jsonText(const QByteArray& json, const char* name)
{
    QString text;
    for (const JsonMember& member : jsonMembers(json))
        if (member.depth == 1 && member.kind != JsonMember::Kind::Literal
            && member.name == QLatin1String(name))
            text = QString::fromUtf8(member.value);
    return text;
}

Outcome<QJsonObject> jsonObject(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failed(FailureKind::Invalid,
            u"Not valid JSON at byte %1: %2."_s.arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return failed(FailureKind::Invalid, u"A JSON object was expected."_s);
    return document.object();
}

} // namespace jetbridge
