// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/BrowserVersion.h"

#include <QtWebEngineCore/qtwebenginecoreglobal.h>

namespace jetbridge::ui {

// English: --version is read by engineers and programs.
QString browserVersion()
{
    return QStringLiteral("Chromium %1 (Qt WebEngine %2)")
        .arg(QLatin1String(qWebEngineChromiumVersion()), QLatin1String(qWebEngineVersion()));
}

} // namespace jetbridge::ui
