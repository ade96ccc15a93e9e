// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Application.h"
#include "domain/Credentials.h"
#include "fuzz/Require.h"
#include "web/Request.h"

#include <QJsonDocument>

using namespace jetbridge;
using fuzz::require;

namespace {

template <typename Credentials, typename Id>
void credentialsComeBack(const QByteArray& json, Id Credentials::*id)
{
    const auto read = Credentials::fromJson(json);
    if (!read) {
        require(read.error().kind == FailureKind::Invalid && !read.error().detail.isEmpty(),
            "a refusal says why");
        return;
    }
    const auto again = Credentials::fromJson(read->toJson().reveal().toByteArray());
    require(again && (*again).*id == (*read).*id && again->client.clientId == read->client.clientId
            && again->client.clientSecret.equals(read->client.clientSecret),
        "stored credentials come back");
}

} // namespace

/// Requires that JSON bodies and files are refused with a reason, or parsed so that they can be
/// stored and read again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray json = fuzz::bytesOf(data, size);

    web::Request request;
    request.headers = {{"content-type", "application/json; charset=utf-8"}};
    request.body = json;
    const auto body = request.json();
    require(body || body.error().status == 400, "a body that is no object is the sender's fault");

    credentialsComeBack(json, &MasterCredentials::appId);
    credentialsComeBack(json, &CustomerCredentials::integrationId);

    const auto application = Application::fromJson(json);
    require(body || !application, "what is no JSON object is no application");
    if (!application)
        return 0;
    for (const Finding& finding : application->check())
        require(
            !finding.field.isEmpty() && !finding.message.isEmpty(), "a finding says what and why");
    const auto again = Application::fromJson(QJsonDocument(application->toJson()).toJson());
    require(again.has_value(), "a kept application can be read again");
    // The applications themselves are not compared: half a surrogate pair in a URL becomes U+FFFD
    // when it is stored.
    require(again->toJson() == application->toJson(), "a kept application comes back");
    return 0;
}
