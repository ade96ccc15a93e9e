// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace house {

/// A string literal of a C++ source, and what it is an argument of, outermost first:
/// {"setText", "QStringLiteral"}. Literals in comments and #includes are none.
struct Literal {
    int line = 1;
    QString text; ///< As it is written, escapes and all.
    QStringList calls;
    bool isRaw = false; ///< R"(...)": a script or another language inside.
};

QList<Literal> literalsOf(const QByteArray& source);

} // namespace house
