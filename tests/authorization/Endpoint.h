// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Exchanges.h"

#include <QByteArrayList>
#include <QTcpServer>
#include <QUrl>

namespace jetbridge::test {

class StoppedClock final : public Clock {
public:
    QDateTime now() const override;
};

class Recorder final : public ExchangeRecorder {
public:
    void record(Exchange exchange) override { exchanges.append(std::move(exchange)); }
    void knowSecret(Secret secret) override { known.append(secret); }
    using ExchangeRecorder::withoutSecrets;
    QByteArray withoutSecrets(QByteArray text) const override;
    QList<Exchange> exchanges;
    QList<Secret> known;
};

/// Somebody's endpoint, which answers one request after the other, the last answer for ever.
class Endpoint : public QObject {
public:
    explicit Endpoint(const QByteArrayList& answers);
    explicit Endpoint(const QByteArray& answer)
        : Endpoint(QByteArrayList{answer})
    {
    }
    QUrl url(const QString& path = QStringLiteral("/token?tenant=1")) const;
    /// What is answered from now on.
    void answer(const QByteArrayList& answers) { m_answers = answers; }
    QByteArrayList requests;
    bool keepsOpen = false; ///< Whether the connection stays open after the answer.

private:
    QTcpServer m_server;
    QByteArrayList m_answers;
    QByteArray m_received;
};

QByteArray reply(const char* status, const QByteArray& body, const char* type = "application/json");

} // namespace jetbridge::test
