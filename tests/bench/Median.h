// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

/// The middle one of what was measured, the upper of two; 0: nothing was.
template <typename Values> double median(Values values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values.at(values.size() / 2);
}
