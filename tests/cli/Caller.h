// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Program.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

class QNetworkReply;

/// SmartRecruiters as a caller of `serve`: it has a client that was issued for "globex", gets a
/// token, and sends notifications.
class Caller {
public:
    /// Adds the client to the program's registry; to be called before `serve` is started.
    explicit Caller(const Program& program);

    /// Gets a token; `ready` is the line that serve printed. False: there was no token.
    bool connectTo(const QJsonObject& ready);
    /// Requests a token and returns the status; the token of connectTo() stays.
    int askForToken(const QJsonObject& ready, const QByteArray& scope = {});
    /// Sends a notification and returns the status of the answer; 0 if there was none.
    int notify(const QByteArray& body);
    /// Sends a notification without waiting; `answered` gets the status.
    void startNotify(const QByteArray& body, std::function<void(int)> answered);
    QByteArray token() const { return m_token; }
    int tokenLifetime() const { return m_tokenLifetime; } ///< In seconds, from `expires_in`.

private:
    int requestToken(const QJsonObject& ready, const QByteArray& scope, QByteArray* answer);
    QNetworkReply* start(const QUrl& url, const QByteArray& type, const QByteArray& body);
    int post(const QUrl& url, const QByteArray& type, const QByteArray& body, QByteArray* answer);

    QNetworkAccessManager m_network;
    QUrl m_callback;
    QByteArray m_token;
    int m_tokenLifetime = 0;
};
