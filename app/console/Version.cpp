// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Version.h"

#include "storage/Keyring.h"

namespace jetbridge {

Task<QString> versionText(QString program, QStringList alsoOn)
{
    const QString keychain = co_await storage::keyringName();
    QStringList lines{program + QStringLiteral(" " JETBRIDGE_VERSION),
        QStringLiteral("Qt %1").arg(QLatin1String(qVersion()))};
    lines += alsoOn;
    lines += QStringLiteral("Keychain: %1")
                 .arg(keychain.isEmpty() ? QStringLiteral("none in this session") : keychain);
    co_return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace jetbridge
