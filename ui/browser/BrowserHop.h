// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

namespace jetbridge::ui {

/// One thing that happened in the embedded browser: where it went, or was not let go.
struct BrowserHop {
    enum class Kind {
        Opened, ///< The main page went there.
        Submitted, ///< A form was sent there.
        Redirected, ///< The server sent the browser there.
        FrameOpened, ///< A frame inside the page went there (POPUP).
        FrameBlocked, ///< A page refused to be shown in a frame (X-Frame-Options, frame-ancestors).
        Refused, ///< We did not let it: `detail` says what it was.
        CookieSet, ///< A page left a cookie: `detail` is its name and how it may travel, never its
                   ///< value.
        ConsoleError, ///< A script's error, as the page said it.
        LoadFailed, ///< Nothing came: `detail` says why.
        Answered, ///< With an HTTP status that is a refusal: `detail` begins with it.
        Asked, ///< A page asked the person: `detail` is the question and its answer.
        WindowOpened, ///< A page opened a window of its own.
        WindowClosed,
    };

    Kind kind = Kind::Opened;
    QDateTime at; ///< UTC.
    QUrl url;
    QString detail; ///< Plain text of the page or of the engine; may be empty.
};

} // namespace jetbridge::ui
