// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

namespace jetbridge::ui {

/// One load of the embedded browser's main page, as far as the engine reports it.
struct BrowserLoad {
    QByteArray method;
    QUrl url;
    QDateTime at; ///< Time of the request in UTC.
    int milliseconds = -1; ///< Duration until the page was loaded or the browser was redirected.
    int status = 0; ///< HTTP status of an error; the engine reports no other one.
    QString failure; ///< Why no page came; empty if one did.
};

} // namespace jetbridge::ui
