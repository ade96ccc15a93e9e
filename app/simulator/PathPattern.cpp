// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/PathPattern.h"

namespace jetbridge::simulator {

bool matchesPattern(QStringView pattern, QStringView path)
{
    qsizetype at = 0; // Position in the pattern.
    qsizetype reached = 0; // Position in the path.
    qsizetype star = -1; // Position of the last `*` passed; it matches up to `spanned`.
    qsizetype spanned = 0;
    while (reached < path.size()) {
        if (at < pattern.size() && pattern[at] == QLatin1Char('*')) {
            star = at++;
            spanned = reached;
        } else if (at < pattern.size() && pattern[at] == path[reached]) {
            ++at;
            ++reached;
        } else if (star >= 0) {
            at = star + 1;
            reached = ++spanned;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == QLatin1Char('*'))
        ++at;
    return at == pattern.size();
}

} // namespace jetbridge::simulator
