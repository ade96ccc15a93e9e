// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FormBrowser.h"

#include "ports/Finished.h"

#include <QNetworkReply>

namespace jetbridge {

Task<Outcome<FormPage>> FormBrowser::press(
    FormPage page, QString buttonId, QHash<QString, QString> typed)
{
    const auto submission = page.press(buttonId, typed);
    if (!submission)
        co_return passOn(submission);
    co_return co_await follow(submission->action, "POST", submission->body);
}

Task<Outcome<FormPage>> FormBrowser::follow(QUrl url, QByteArray method, QByteArray body)
{
    // Portal -> consent page -> portal is three hops; more than ten would be a loop.
    for (int hop = 0; hop < 10; ++hop) {
        QNetworkRequest request(url);
        request.setTransferTimeout(30'000);
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        if (method == "POST")
            request.setHeader(QNetworkRequest::ContentTypeHeader,
                QStringLiteral("application/x-www-form-urlencoded"));
        const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(
            m_network->sendCustomRequest(request, method, body));
        co_await Finished(reply.get());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0)
            co_return failed(FailureKind::Unreachable,
                QStringLiteral("No answer from %1: %2").arg(url.authority(), reply->errorString()));
        if (status == 303 || status == 302) {
            url = url.resolved(reply->header(QNetworkRequest::LocationHeader).toUrl());
            method = "GET";
            body.clear();
            continue;
        }
        const auto page = FormPage::parse(url, reply->readAll());
        if (page && status >= 400)
            co_return failed(status >= 500 ? FailureKind::ServerFault : FailureKind::NotPermitted,
                QStringLiteral("%1 answered %2: %3")
                    .arg(url.path())
                    .arg(status)
                    .arg(page->heading().simplified()),
                status);
        co_return page;
    }
    co_return failed(FailureKind::BadReply, QStringLiteral("The pages redirect in a circle."));
}

} // namespace jetbridge
