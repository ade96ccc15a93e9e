// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Require.h"
#include "oauth/ClientAuthentication.h"

using namespace Qt::StringLiterals;

using namespace jetbridge;
using fuzz::require;

namespace {

QByteArray basic(const QByteArray& id, const QByteArray& secret)
{
    return "Basic " + (id.toPercentEncoding() + ':' + secret.toPercentEncoding()).toBase64();
}

} // namespace

/// Requires that any header is parsed or refused, and that any pair of credentials survives a round
/// trip through a header (clause 2).
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    for (const QByteArray& header : {bytes, "Basic " + bytes, "Basic " + bytes.toBase64()}) {
        const auto parsed = oauth::parseBasic(header);
        require(parsed || parsed.error().code == "invalid_request"_L1,
            "what cannot be read is invalid_request");
        require(!parsed || parsed->clientSecret.reveal().isValidUtf8(), "a secret is UTF-8");
    }

    const qsizetype half = bytes.indexOf(':') < 0 ? bytes.size() / 2 : bytes.indexOf(':');
    const QByteArray id = bytes.first(half);
    const QByteArray secret = bytes.sliced(half);
    const auto pair = oauth::parseBasic(basic(id, secret));
    const bool isText = QByteArrayView(id).isValidUtf8() && QByteArrayView(secret).isValidUtf8();
    require(pair.has_value() == isText, "text is read, other bytes are refused");
    if (!pair)
        return 0;
    require(pair->clientId.text() == QString::fromUtf8(id), "the id comes back");
    require(pair->clientSecret.equals(Secret(secret)), "the secret comes back");

    web::Request request;
    request.headers = {{"authorization", basic(id, secret)}};
    const auto presented = oauth::presentedClient(request, {});
    require(presented && presented->byBasic && presented->client.clientId == pair->clientId,
        "the header authenticates like its credentials");
    return 0;
}
