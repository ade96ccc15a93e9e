// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace jetbridge {

/// An access scope that SmartRecruiters' public pages or other clients name, and what it is for.
/// Their spellings differ here and there, so that any other may be used as well.
struct KnownScope {
    const char* name;
    const char* purpose; ///< Marked for translation in the context "KnownScopes".
};

std::span<const KnownScope> knownScopes();
bool isKnownScope(const QString& name);

} // namespace jetbridge
