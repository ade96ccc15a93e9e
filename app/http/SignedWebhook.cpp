// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/SignedWebhook.h"

namespace jetbridge::http {

Request signedWebhook(const QUrl& url, const WebhookSecrets& secrets, const QByteArray& id,
    const Secret& body, const QDateTime& now)
{
    const qint64 timestamp = now.toSecsSinceEpoch();
    Request request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    QByteArray content = body.reveal().toByteArray();
    request.headers = {{"Content-Type", "application/json"}, {"webhook-id", id},
        {"webhook-timestamp", QByteArray::number(timestamp)},
        {"webhook-signature", secrets.sign(id, timestamp, content)}};
    wipe(content);
    request.once = true; // A further try has another timestamp.
    request.isStatusEnough = true;
    return request;
}

} // namespace jetbridge::http
