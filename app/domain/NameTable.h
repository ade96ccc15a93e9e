// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <type_traits>

namespace jetbridge {

/// Returns the name of a value in a table of pairs (value, name) that has every value.
template <typename Table, typename T> QString nameIn(const Table& table, T value)
{
    for (const auto& [known, name] : table)
        if (known == value)
            return QLatin1String(name);
    Q_UNREACHABLE();
}

/// Returns the value with a name in such a table; nullopt if none has it.
template <typename Table>
auto valueIn(const Table& table, const QString& name)
    -> std::optional<std::remove_const_t<decltype(table[0].first)>>
{
    for (const auto& [value, known] : table)
        if (name == QLatin1String(known))
            return value;
    return std::nullopt;
}

} // namespace jetbridge
