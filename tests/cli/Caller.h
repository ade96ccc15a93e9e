// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Program.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

class QNetworkReply;

/// SmartRecruiters' side of `serve`: a client that was issued to it for "globex", a token, and
/// notifications.
class Caller {
public:
    /// Puts the client into the program's registry; before `serve` is started.
    explicit Caller(const Program& program);

    /// `ready`: what serve printed. False: there was no token.
    bool connectTo(const QJsonObject& ready);
    /// What a token request gets now; the token of connectTo() stays.
    int askForToken(const QJsonObject& ready);
    /// The status of the answer; 0: there was none.
    int notify(const QByteArray& body);
    /// The same, without waiting: `answered` gets the status.
    void startNotify(const QByteArray& body, std::function<void(int)> answered);
    QByteArray token() const { return m_token; }
    int tokenLifetime() const { return m_tokenLifetime; } ///< Seconds, as `expires_in` said.

private:
    int requestToken(const QJsonObject& ready, QByteArray* answer);
    QNetworkReply* start(const QUrl& url, const QByteArray& type, const QByteArray& body);
    int post(const QUrl& url, const QByteArray& type, const QByteArray& body, QByteArray* answer);

    QNetworkAccessManager m_network;
    QUrl m_callback;
    QByteArray m_token;
    int m_tokenLifetime = 0;
};
