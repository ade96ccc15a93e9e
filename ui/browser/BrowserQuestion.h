// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace jetbridge::ui {

/// A question of a page, or of the server behind it, to the person. The page waits for the answer.
struct BrowserQuestion {
    enum class Kind {
        Message, ///< alert(): nothing to decide.
        YesOrNo, ///< confirm()
        Text, ///< prompt()
        Leave, ///< beforeunload: the page asks before it is left.
        SignIn, ///< HTTP authentication of a server (401).
        ProxySignIn, ///< HTTP authentication of a proxy (407).
        SendAgain, ///< Question of Jetbridge: reloading the page would send a form again.
    };

    Kind kind = Kind::Message;
    QUrl origin; ///< Origin that asks.
    QString text; ///< Text of the page, or the realm of a sign-in; untrusted plain text.
    QString preset; ///< Value that the page suggests, for Text only.
    int attempt = 1; ///< Number of the attempt, for sign-ins only; above 1 the previous one was
                     ///< wrong.
    bool mayStop = false; ///< True if the page has asked before, so that the person may stop it
                          ///< from asking endlessly.
};

/// Answer to a BrowserQuestion; by default "no".
struct BrowserAnswer {
    bool isYes = false;
    QString text; ///< Typed text, for Text only.
    QString user; ///< User name, for sign-ins only.
    QString password; ///< Password, for sign-ins only.
    bool stopsPage = false; ///< True if the person wants to stop the page.
};

} // namespace jetbridge::ui
