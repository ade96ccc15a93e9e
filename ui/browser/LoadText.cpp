// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/LoadText.h"

#include "parts/Mask.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LoadText)
};

/// Returns the sentence for a Chromium error name; %1 is the host.
QString causeOf(const QString& error)
{
    const auto is = [&error](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(),
            [&error](const char* name) { return error == QLatin1String(name); });
    };
    if (is({"net::ERR_NAME_NOT_RESOLVED", "net::ERR_NAME_RESOLUTION_FAILED",
            "net::ERR_DNS_TIMED_OUT"}))
        return Words::tr(
            "No computer is known by the name %1. Check the address, the network and the VPN.");
    if (is({"net::ERR_CONNECTION_REFUSED"}))
        return Words::tr(
            "%1 refused the connection: nothing listens there. Start it, or check the port.");
    if (is({"net::ERR_INTERNET_DISCONNECTED", "net::ERR_ADDRESS_UNREACHABLE",
            "net::ERR_NETWORK_CHANGED", "net::ERR_NETWORK_ACCESS_DENIED"}))
        return Words::tr("%1 cannot be reached from this network. Check the network and the VPN.");
    if (is({"net::ERR_CONNECTION_RESET", "net::ERR_CONNECTION_CLOSED",
            "net::ERR_CONNECTION_ABORTED", "net::ERR_CONTENT_LENGTH_MISMATCH",
            "net::ERR_INCOMPLETE_CHUNKED_ENCODING", "net::ERR_SOCKET_NOT_CONNECTED"}))
        return Words::tr("%1 ended the connection before the page was there. Load it again.");
    if (is({"net::ERR_EMPTY_RESPONSE"}))
        return Words::tr("%1 ended the connection without an answer. Load it again.");
    if (is({"net::ERR_TIMED_OUT", "net::ERR_CONNECTION_TIMED_OUT"}))
        return Words::tr("%1 did not answer in time. Load it again, or check the network.");
    if (is({"net::ERR_TOO_MANY_REDIRECTS"}))
        return Words::tr("%1 redirects the browser without end. Whoever runs it must end that.");
    if (is({"net::ERR_CACHE_MISS"}))
        return Words::tr("This page came from a form that was sent to %1 and was not kept. Loading "
                         "it again sends the form "
                         "again.");
    if (is({"net::ERR_BAD_SSL_CLIENT_AUTH_CERT", "net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED"}))
        return Words::tr("%1 wants a certificate of this computer, which Jetbridge does not show. "
                         "Use your web browser.");
    if (is({"net::ERR_CERT_DATE_INVALID"}))
        return Words::tr("The certificate of %1 has expired or is not valid yet. Check this "
                         "computer's clock; else whoever runs "
                         "it must renew it.");
    if (is({"net::ERR_CERT_COMMON_NAME_INVALID"}))
        return Words::tr("The certificate of %1 is for another name. Check the address.");
    if (is({"net::ERR_CERT_AUTHORITY_INVALID"}))
        return Words::tr(
            "The certificate of %1 is from an authority that this computer does not know.");
    if (error.startsWith("net::ERR_CERT_"_L1))
        return Words::tr("The certificate of %1 is not valid.");
    if (error.startsWith("net::ERR_SSL_"_L1))
        return Words::tr(
            "%1 and this program found no way to encrypt. Check that the port speaks https.");
    if (is({"net::ERR_INVALID_HTTP_RESPONSE", "net::ERR_INVALID_CHUNKED_ENCODING",
            "net::ERR_RESPONSE_HEADERS_TOO_BIG", "net::ERR_CONTENT_DECODING_FAILED",
            "net::ERR_HTTP2_PROTOCOL_ERROR"}))
        return Words::tr("What %1 answered is not HTTP as the standard has it. Check the port.");
    if (is({"net::ERR_PROXY_CONNECTION_FAILED", "net::ERR_TUNNEL_CONNECTION_FAILED",
            "net::ERR_PROXY_AUTH_UNSUPPORTED"}))
        return Words::tr(
            "The proxy did not let this program through to %1. Check the proxy's settings.");
    if (is({"net::ERR_BLOCKED_BY_RESPONSE"}))
        return Words::tr("%1 does not let this page be shown here. Use your web browser.");
    if (is({"net::ERR_ABORTED"}))
        return Words::tr("%1 answered without a page.");
    return Words::tr("%1 did not bring a page.");
}

} // namespace

QString loadTrouble(const QUrl& url, int status, const QString& error)
{
    const QString host =
        Mask::text(url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host());
    const QString cause = status > 0
        ? Words::tr("%1 answered with the status %2 and no page.").arg(host).arg(status)
        : causeOf(error).arg(host);
    const QString address =
        Mask::text(url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment));
    const QString what = cause + QLatin1Char('\n') + address;
    return status > 0 || error.isEmpty() ? what : what + u"\n(%1)"_s.arg(error);
}

} // namespace jetbridge::ui
