// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QStringList>

namespace jetbridge {

/// A set of access scopes, in the order they were named (RFC 6749 3.3).
class Scopes {
public:
    Scopes() = default;

    /// Splits a space-delimited list; Invalid if it breaks the grammar %x21 / %x23-5B / %x5D-7E.
    /// Repeats count once.
    static Outcome<Scopes> parse(const QString& text);
    /// The same from separate names.
    static Outcome<Scopes> of(const QStringList& names);

    QString text() const { return m_names.join(QLatin1Char(' ')); }
    const QStringList& names() const { return m_names; }
    bool isEmpty() const { return m_names.isEmpty(); }
    bool contains(const QString& name) const { return m_names.contains(name); }
    /// Those that `other` does not have.
    QStringList without(const Scopes& other) const;
    /// Whether every scope of `other` is in here.
    bool covers(const Scopes& other) const;
    /// Whether both hold the same scopes, in whatever order.
    bool sameAs(const Scopes& other) const { return covers(other) && other.covers(*this); }

private:
    QStringList m_names;
};

} // namespace jetbridge
