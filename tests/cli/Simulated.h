// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Program.h"
#include "cli/TokenServer.h"

#include <QNetworkAccessManager>

/// SmartRecruiters' side, played by the program in a process of its own, and an installation that
/// is set up for it.
class Simulated {
public:
    /// What a request got.
    struct Answer {
        int status = 0;
        QJsonObject json;
    };

    /// `oauthTokenUrl`: the application's, where it is not that of tokens(); `options`: more of
    /// them for `simulate`.
    explicit Simulated(const QUrl& oauthTokenUrl = {}, const QStringList& options = {});
    ~Simulated();

    /// Points the program to it and gives it the application and its master credentials.
    bool setUp(const Program& program, const QString& environment = QStringLiteral("simulator"),
        const QString& kind = QStringLiteral("simulator"));
    Answer ask(const QByteArray& method, const QString& path, const QByteArray& body = {},
        const QByteArray& type = "application/json");
    /// A company whose administrator has granted the scopes.
    void grantTo(const QString& company);
    /// How many confirm calls came for a company.
    int confirms(const QString& company);
    /// The integration of a company over there; empty: there is none.
    QString integrationOf(const QString& company);
    QByteArray masterSecret() const;
    QString apiUrl() const;
    /// Another pair of the application that it knows from now on, as `master()`.
    QByteArray otherMaster();
    /// Whatever is at an address.
    QByteArray fetch(const QUrl& url);
    /// What `credentials set-master` reads.
    QByteArray master() const;
    /// What serves the application's oauthTokenUrl, and takes every pair.
    TokenServer& tokens() { return m_tokens; }

private:
    Program m_elsewhere;
    QProcess m_simulator;
    TokenServer m_tokens;
    const QUrl m_oauthTokenUrl; ///< The application's.
    QNetworkAccessManager m_network;
    QJsonObject m_ready;
};
