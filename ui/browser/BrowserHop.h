// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

namespace jetbridge::ui {

/// An event in the embedded browser: an address that it went to, or was not allowed to go to.
struct BrowserHop {
    enum class Kind {
        Opened, ///< The main page went to the address.
        Submitted, ///< A form was sent to the address.
        Redirected, ///< The server redirected the browser to the address.
        FrameOpened, ///< A frame inside the page went to the address (POPUP).
        FrameBlocked, ///< The page refused to be shown in a frame (X-Frame-Options,
                      ///< frame-ancestors).
        Refused, ///< Jetbridge refused it; `detail` says what it was.
        CookieSet, ///< A page set a cookie; `detail` is its name and its attributes, never its
                   ///< value.
        ConsoleError, ///< A script reported an error in the console.
        LoadFailed, ///< No page came; `detail` says why.
        Answered, ///< The answer had an HTTP error status; `detail` begins with it.
        Asked, ///< A page asked the person; `detail` is the question with its answer.
        WindowOpened, ///< A page opened another window.
        WindowClosed,
    };

    Kind kind = Kind::Opened;
    QDateTime at; ///< Time in UTC.
    QUrl url;
    QString detail; ///< Plain text from the page or the engine; may be empty.
};

} // namespace jetbridge::ui
