// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QNetworkProxy>
#include <QUrl>

#include <optional>

namespace jetbridge::http {

/// Whether a host is this computer: its names and its loopback addresses.
bool isThisComputer(const QString& host);

/// A proxy, and the variable that names it.
struct NamedProxy {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QString variable; ///< "https_proxy", "no_proxy"; empty: none speaks about the address.
};

/// The proxy that the environment names for an address, read as curl reads it: http_proxy,
/// https_proxy, all_proxy (and in capitals, but for http_proxy), with a scheme or without, and
/// no_proxy with names, addresses and networks. This computer is never asked for by a proxy.
/// Invalid: a variable that cannot be understood is named.
Outcome<NamedProxy> environmentProxyFor(const QUrl& url);

/// The proxy as people read it, without a password: "http://proxy.example:3128".
QString proxyText(const QNetworkProxy& proxy);

} // namespace jetbridge::http
