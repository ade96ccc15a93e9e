// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/ChildEnvironment.h"

using namespace Qt::StringLiterals;

namespace jetbridge::process {

QProcessEnvironment childEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        if (name.startsWith("JETBRIDGE_"_L1))
            environment.remove(name);
    return environment;
}

} // namespace jetbridge::process
