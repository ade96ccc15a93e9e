// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

namespace jetbridge::ui {

/// One load of the embedded browser's main page, as far as the engine tells.
struct BrowserLoad {
    QByteArray method;
    QUrl url;
    QDateTime at; ///< UTC, when it was asked for.
    int milliseconds = -1; ///< Until the page was there, or the browser was sent on.
    int status = 0; ///< Of a refusal; the engine tells no other.
    QString failure; ///< Empty, or why nothing came.
};

} // namespace jetbridge::ui
