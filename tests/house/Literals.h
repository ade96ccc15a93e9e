// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace house {

/// A string literal of a C++ source file, with the calls that it is an argument of, outermost
/// first: {"setText", "QStringLiteral"}. Literals in comments and #includes are not included.
struct Literal {
    int line = 1;
    QString text; ///< The text as written, including its escapes.
    QStringList calls;
    bool isRaw = false; ///< R"(...)": it contains a script or another language.
};

QList<Literal> literalsOf(const QByteArray& source);

} // namespace house
