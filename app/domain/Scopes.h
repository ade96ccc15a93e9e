// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QStringList>

namespace jetbridge {

/// An ordered set of access scopes (RFC 6749 3.3).
class Scopes {
public:
    Scopes() = default;

    /// Parses a space-delimited list; repeated scopes count once. Invalid: it breaks the grammar
    /// %x21 / %x23-5B / %x5D-7E.
    static Outcome<Scopes> parse(const QString& text);
    /// Makes a set from separate names; fails as parse() does.
    static Outcome<Scopes> of(const QStringList& names);

    QString text() const { return m_names.join(QLatin1Char(' ')); }
    const QStringList& names() const { return m_names; }
    bool isEmpty() const { return m_names.isEmpty(); }
    bool contains(const QString& name) const { return m_names.contains(name); }
    /// Returns the scopes that `other` does not contain.
    QStringList without(const Scopes& other) const;
    /// Tells whether it contains every scope of `other`.
    bool covers(const Scopes& other) const;
    /// Tells whether both contain the same scopes, in any order.
    bool sameAs(const Scopes& other) const { return covers(other) && other.covers(*this); }

private:
    QStringList m_names;
};

} // namespace jetbridge
