// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace jetbridge::ui {

/// What a page, or the server behind it, asks the person. The page waits for the answer.
struct BrowserQuestion {
    enum class Kind {
        Message, ///< alert(): there is nothing to decide.
        YesOrNo, ///< confirm()
        Text, ///< prompt()
        Leave, ///< beforeunload: the page would rather stay.
        SignIn, ///< HTTP authentication of a server (401).
        ProxySignIn, ///< HTTP authentication of a proxy (407).
        SendAgain, ///< Ours: what is to be loaded again came from a form that was sent.
    };

    Kind kind = Kind::Message;
    QUrl origin; ///< Who asks.
    QString text; ///< The page's words; the realm of a sign-in. Plain text of others.
    QString preset; ///< Text only: what the page suggests.
    int attempt = 1; ///< Sign-ins only: above 1 the one before was wrong.
    bool mayStop = false; ///< The page asked before: it may be one that never ends to ask.
};

/// "No" unless it says otherwise.
struct BrowserAnswer {
    bool isYes = false;
    QString text; ///< Text only.
    QString user; ///< Sign-ins only.
    QString password; ///< Sign-ins only.
    bool stopsPage = false; ///< The person has had enough: the page ends.
};

} // namespace jetbridge::ui
