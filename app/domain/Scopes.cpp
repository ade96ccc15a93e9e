// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

bool isScopeCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x21 || (u >= 0x23 && u <= 0x5B) || (u >= 0x5D && u <= 0x7E);
}

} // namespace

Outcome<Scopes> Scopes::parse(const QString& text)
{
    return of(text.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

Outcome<Scopes> Scopes::of(const QStringList& names)
{
    Scopes scopes;
    for (const QString& name : names) {
        if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isScopeCharacter))
            return failed(FailureKind::Invalid,
                u"The scope \"%1\" has a character that RFC 6749 3.3 does not allow."_s.arg(name),
                0, u"invalid_scope"_s);
        if (!scopes.m_names.contains(name))
            scopes.m_names.append(name);
    }
    return scopes;
}

QStringList Scopes::without(const Scopes& other) const
{
    QStringList names = m_names;
    names.removeIf([&other](const QString& name) { return other.contains(name); });
    return names;
}

bool Scopes::covers(const Scopes& other) const
{
    return std::all_of(other.m_names.begin(), other.m_names.end(),
        [this](const QString& name) { return m_names.contains(name); });
}

} // namespace jetbridge
