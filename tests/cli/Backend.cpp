// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Backend.h"

using namespace jetbridge::web;

PartnerBackend::PartnerBackend(
    std::function<Reply(int)> answer, quint16 port, std::optional<QSslConfiguration> tls)
    : m_answer(std::move(answer))
    , m_server(router(), [port, &tls] {
        ServerOptions options;
        options.port = port;
        options.tls = std::move(tls);
        return options;
    }())
{
    if (const auto listening = m_server.listen(); !listening)
        qFatal("The backend does not listen: %s", qPrintable(listening.error().detail));
}

QList<Request> PartnerBackend::calls() const
{
    const QMutexLocker locker(&m_lock);
    return m_calls;
}

Router PartnerBackend::router()
{
    Router router;
    router.on(Method::Post, "/notifications", [this](const Request& request) {
        const QMutexLocker locker(&m_lock);
        // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it loses sight of `this` here.
        m_calls.append(request);
        return m_answer(int(m_calls.size()));
    });
    return router;
}
