// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Server.h"

#include <QMutex>

#include <functional>

/// A partner's backend on a thread of its own, which keeps the requests and answers as a test
/// wants.
class PartnerBackend {
public:
    /// `answer` returns the answer to the n-th call, counted from 1.
    explicit PartnerBackend(
        std::function<jetbridge::web::Reply(int)> answer =
            [](int) { return jetbridge::web::Reply::empty(204); },
        quint16 port = 0, std::optional<QSslConfiguration> tls = {});

    bool listens() const { return m_server.port() != 0; }
    quint16 port() const { return m_server.port(); }
    QString url() const { return m_server.url().toString() + QStringLiteral("/notifications"); }
    QList<jetbridge::web::Request> calls() const;

private:
    jetbridge::web::Router router();

    std::function<jetbridge::web::Reply(int)> m_answer;
    mutable QMutex m_lock;
    QList<jetbridge::web::Request> m_calls;
    jetbridge::web::Server m_server;
};
