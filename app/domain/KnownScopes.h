// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace jetbridge {

/// An access scope, with its purpose, that SmartRecruiters' public pages or other clients name.
/// Their spellings differ in places, so any other scope may be used as well.
struct KnownScope {
    const char* name;
    const char* purpose; ///< Purpose of the scope, marked for translation in the context
                         ///< "KnownScopes".
};

std::span<const KnownScope> knownScopes();
bool isKnownScope(const QString& name);

} // namespace jetbridge
