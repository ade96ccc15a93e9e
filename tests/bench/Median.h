// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

/// Returns the median of the values, the upper one of the middle two; 0 if there are none.
template <typename Values> double median(Values values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values.at(values.size() / 2);
}
