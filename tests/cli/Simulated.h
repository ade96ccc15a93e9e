// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Program.h"
#include "cli/TokenServer.h"

#include <QNetworkAccessManager>

/// SmartRecruiters, simulated by the program in a process of its own, and an installation that is
/// set up for it.
class Simulated {
public:
    /// Answer to a request.
    struct Answer {
        int status = 0;
        QJsonObject json;
    };

    /// `oauthTokenUrl`: the application's, where it is not that of tokens(); `options`: more of
    /// them for `simulate`; `callbackUrl`: the application's, where notifications shall arrive.
    explicit Simulated(const QUrl& oauthTokenUrl = {}, const QStringList& options = {},
        const QUrl& callbackUrl = QUrl(QStringLiteral("https://partner.example/callback")));
    ~Simulated();

    /// Sets up an installation: the simulator's address, the application and its master
    /// credentials.
    bool setUp(const Program& program, const QString& environment = QStringLiteral("simulator"),
        const QString& kind = QStringLiteral("simulator"));
    Answer ask(const QByteArray& method, const QString& path, const QByteArray& body = {},
        const QByteArray& type = "application/json");
    /// Adds a company whose administrator has granted the scopes.
    void grantTo(const QString& company);
    /// Returns the number of confirm calls that arrived for a company.
    int confirms(const QString& company);
    /// Returns the id of a company's integration in the simulator; empty if there is none.
    QString integrationOf(const QString& company);
    /// Tells whether the simulator has got a token from oauthTokenUrl after it enabled its first
    /// integration.
    bool hasFirstToken();
    QByteArray masterSecret() const;
    QString apiUrl() const;
    /// Adds further client credentials for the application, and returns them in the format of
    /// `master()`.
    QByteArray otherMaster();
    /// Returns the content of an address.
    QByteArray fetch(const QUrl& url);
    /// Returns the input of `credentials set-master`.
    QByteArray master() const;
    /// Returns the server of the application's oauthTokenUrl, which accepts every client.
    TokenServer& tokens() { return m_tokens; }

private:
    Program m_elsewhere;
    QProcess m_simulator;
    TokenServer m_tokens;
    const QUrl m_oauthTokenUrl; ///< The application's.
    const QUrl m_callbackUrl; ///< The application's.
    QNetworkAccessManager m_network;
    QJsonObject m_ready;
};
