// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/KnownScopes.h"

#include "domain/KnownScopes.h"

#include <QCoreApplication>

namespace jetbridge::ui {

QList<ScopeChoice> scopeChoices()
{
    QList<ScopeChoice> choices;
    for (const KnownScope& scope : knownScopes())
        choices.append({QString::fromLatin1(scope.name),
            QCoreApplication::translate("KnownScopes", scope.purpose)});
    return choices;
}

} // namespace jetbridge::ui
