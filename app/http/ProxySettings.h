// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QNetworkProxy>
#include <QUrl>

#include <optional>

namespace jetbridge::http {

/// Tells whether a host is this computer: one of its names or a loopback address.
bool isThisComputer(const QString& host);

/// A proxy, and the variable that names it.
struct NamedProxy {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QString variable; ///< "https_proxy", "no_proxy"; empty: no variable applies to the URL.
};

/// Returns the proxy for a URL from the environment, read as curl reads it: http_proxy, https_proxy
/// and all_proxy (upper case too, except for http_proxy), with or without a scheme, and no_proxy
/// with names, addresses and networks. This computer is never reached through a proxy. Fails with
/// Invalid, naming the variable, when a value cannot be parsed.
Outcome<NamedProxy> environmentProxyFor(const QUrl& url);

/// Formats a proxy for display, without its password: "http://proxy.example:3128".
QString proxyText(const QNetworkProxy& proxy);

} // namespace jetbridge::http
