// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ServerHealth.h"

#include "http/Client.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Task<Outcome<Done>> askHealth(QUrl server)
{
    http::Request request;
    request.url = server;
    request.url.setPath(
        server.path() + (server.path().endsWith(u'/') ? u"health"_s : u"/health"_s));
    request.timeout = std::chrono::seconds(5);
    http::Client client;
    const http::Delivery delivery = co_await client.send(request);
    if (!delivery.reply)
        co_return tl::unexpected<Failure>(delivery.reply.error());
    if (delivery.reply->status != 200 || delivery.reply->body.trimmed() != "ok")
        co_return failed(FailureKind::BadReply,
            u"%1 answered with status %2, which is not the answer of a server of Jetbridge."_s.arg(
                request.url.toString(), QString::number(delivery.reply->status)));
    co_return Done{};
}

} // namespace jetbridge
