// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QNetworkReply>

#include <memory>

namespace jetbridge::test {

/// Waits until the reply has arrived, or its request has timed out.
inline std::unique_ptr<QNetworkReply> answered(QNetworkReply* pending)
{
    std::unique_ptr<QNetworkReply> reply(pending);
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return reply;
}

/// Returns the HTTP status; 0 if there was no answer.
inline int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace jetbridge::test
