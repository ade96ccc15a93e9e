// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChildEnvironment.h"

namespace jetbridge::storage {

QProcessEnvironment childEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        if (name.startsWith(QLatin1String("JETBRIDGE_")))
            environment.remove(name);
    return environment;
}

} // namespace jetbridge::storage
