// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Version.h"

#include "storage/Keyring.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Task<QString> versionText(QString program, QStringList alsoOn)
{
    const QString keychain = co_await storage::keyringName();
    QStringList lines{
        program + u" " JETBRIDGE_VERSION ""_s, u"Qt %1"_s.arg(QLatin1String(qVersion()))};
    lines += alsoOn;
    lines += u"Keychain: %1"_s.arg(keychain.isEmpty() ? u"none in this session"_s : keychain);
    co_return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace jetbridge
