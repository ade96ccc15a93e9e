// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Simulated.h"

#include <QThread>

/// Others who work on the same data folder meanwhile, on a thread of its own: `serve` gives tokens
/// to the clients that were issued, and a third program onboards companies and forgets them again.
class Others : public QThread {
public:
    /// What came of it.
    struct Tally {
        int onboarded = 0;
        int unknown = 0; ///< Of these nobody knows whether they are connected, and it is said.
        int notConfirmed = 0;
        int lost = 0; ///< They are connected over there, and nothing here says so.
        int duplicates = 0; ///< More than one confirm call.
        int refused = 0; ///< Their client got no token while it was good.
        int tokensAfterwards = 0; ///< Their client got one a second after it was withdrawn.
    };

    /// Both outlive it.
    Others(const Program& program, Simulated& simulated);
    ~Others() override;

    /// Ends when the company that is under way has been forgotten.
    Tally finish();

private:
    void run() override;
    void onboardAndForget(const QString& company, const QUrl& tokenUrl);
    Program::Run program(const QStringList& arguments) const;
    Simulated::Answer ask(const QByteArray& method, const QUrl& url, const QByteArray& body = {},
        const QByteArray& type = "application/json") const;
    Simulated::Answer simulator(
        const QByteArray& method, const QString& path, const QJsonObject& body = {}) const;
    /// The status that the list says; empty: the company is not in it.
    QString statusOf(const QString& company) const;
    bool getsToken(const QUrl& tokenUrl, const QByteArray& client) const;

    const QString m_folder;
    const QProcessEnvironment m_environment;
    const QUrl m_api;
    const QJsonObject m_master;
    TokenServer& m_tokens;
    Tally m_tally;
};
