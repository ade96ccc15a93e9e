// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Fields.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr int longestIdentifier = 200;

} // namespace

Fields::Fields(const QJsonObject& object, QString place, QString code)
    : m_object(object)
    , m_place(std::move(place))
    , m_code(std::move(code))
{
}

Fields::Fields(const web::Form& query, QString code)
    : m_code(std::move(code))
    , m_isQuery(true)
{
    for (const auto& [name, value] : query.pairs())
        if (!value.isEmpty())
            m_object.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    if (const QByteArray twice = query.repeatedName(); !twice.isEmpty())
        refuse(twice.constData(), u"must come once"_s);
}

QString Fields::placeOf(const char* name) const
{
    return m_place.isEmpty() ? QString::fromUtf8(name)
                             : m_place + QLatin1Char('.') + QString::fromUtf8(name);
}

void Fields::refuse(const char* name, const QString& rule)
{
    if (m_wrong.isEmpty())
        m_wrong = u"%1 %2."_s.arg(placeOf(name), rule);
}

QJsonValue Fields::take(const char* name)
{
    m_known.append(QString::fromUtf8(name));
    return m_object.value(QLatin1String(name));
}

bool Fields::has(const char* name) const
{
    return m_object.contains(QLatin1String(name));
}

void Fields::text(const char* name, QString& target)
{
    const QJsonValue value = take(name);
    // Half a surrogate pair has no UTF-8 encoding and would be changed when it is written.
    if (value.isString() && value.toString().isValidUtf16())
        target = value.toString();
    else if (!value.isUndefined())
        refuse(name, u"must be a text"_s);
}

void Fields::identifier(const char* name, QString& target)
{
    text(name, target);
    if (!has(name))
        return;
    const auto isSound = [](QChar c) {
        return c.category() != QChar::Other_Control && c != QLatin1Char('/');
    };
    if (target.isEmpty() || target.size() > longestIdentifier || target.trimmed() != target
        || target == "."_L1 || target == ".."_L1
        || !std::all_of(target.cbegin(), target.cend(), isSound))
        refuse(name,
            u"must be a text of 1 to %1 characters that a path can have: no \"/\", no "
            "control characters, no spaces around it, not \".\" or \"..\""_s.arg(
                longestIdentifier));
}

void Fields::require(const char* name, const QString& value)
{
    if (value.isEmpty())
        refuse(name, u"is missing"_s);
}

void Fields::number(const char* name, int& target, int least, int most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return;
    bool isNumber = m_isQuery;
    const int given = m_isQuery ? value.toString().toInt(&isNumber) : value.toInt(least - 1);
    // QJsonValue::toInt() returns its default for a double that is not a whole number.
    if ((!isNumber && !value.isDouble()) || given < least || given > most)
        refuse(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    else
        target = given;
}

void Fields::number(const char* name, double& target, double least, double most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return;
    const double given = value.toDouble();
    if (!value.isDouble() || given < least || given > most)
        refuse(
            name, u"must be a number from %1 to %2"_s.arg(least, 0, 'f', 0).arg(most, 0, 'f', 0));
    else
        target = given;
}

void Fields::flag(const char* name, bool& target)
{
    const QJsonValue value = take(name);
    if (value.isBool())
        target = value.toBool();
    else if (!value.isUndefined())
        refuse(name, u"must be true or false"_s);
}

void Fields::names(const char* name, QStringList& target)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return;
    QStringList list;
    for (const QJsonValue& entry : value.toArray())
        if (entry.isString())
            list.append(entry.toString());
    if (!value.isArray() || list.size() != value.toArray().size())
        refuse(name, u"must be a list of texts"_s);
    else
        target = list;
}

void Fields::object(const char* name, QJsonObject& target)
{
    const QJsonValue value = take(name);
    if (value.isObject())
        target = value.toObject();
    else if (!value.isUndefined())
        refuse(name, u"must be an object"_s);
}

QJsonValue Fields::any(const char* name)
{
    return take(name);
}

void Fields::choice(const char* name, QString& target, const QStringList& choices)
{
    QString given = target;
    text(name, given);
    if (has(name) && !choices.contains(given))
        refuse(name, u"must be one of: "_s + choices.join(u", "_s));
    else
        target = given;
}

Outcome<Done> Fields::result(Unknown unknown) const
{
    QString wrong = m_wrong;
    if (wrong.isEmpty() && unknown == Unknown::Refused)
        for (auto entry = m_object.begin(); entry != m_object.end() && wrong.isEmpty(); ++entry)
            if (!m_known.contains(entry.key()))
                wrong = u"%1 is not a known field. Known fields: %2."_s.arg(
                    placeOf(entry.key().toUtf8().constData()), m_known.join(u", "_s));
    if (wrong.isEmpty())
        return Done{};
    return failed(FailureKind::Invalid, wrong, 400, m_code);
}

} // namespace jetbridge::simulator
