// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FormBrowser.h"

using namespace Qt::StringLiterals;

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
        http::Request request;
        request.method = method;
        request.url = url;
        request.headers = {{"Accept", "text/html"}};
        if (method == "POST")
            request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
        request.body = Secret(body);
        request.timeout = std::chrono::seconds(30);
        const http::Delivery delivery = co_await m_client.send(std::move(request));
        if (!delivery.reply)
            co_return passOn(delivery.reply);
        const int status = delivery.reply->status;
        if (status == 303 || status == 302) {
            url = url.resolved(QUrl::fromEncoded(delivery.reply->header("Location")));
            method = "GET";
            body.clear();
            continue;
        }
        const auto page = FormPage::parse(url, delivery.reply->body);
        if (page && status >= 400)
            co_return failed(status >= 500 ? FailureKind::ServerFault : FailureKind::NotPermitted,
                u"%1 answered %2: %3"_s.arg(url.path())
                    .arg(status)
                    .arg(page->heading().simplified()),
                status);
        co_return page;
    }
    co_return failed(FailureKind::BadReply, u"The pages redirect in a circle."_s);
}

} // namespace jetbridge
