// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Backend.h"

#include <QHostAddress>
#include <QUrl>

#include <optional>

namespace jetbridge {

/// Where and how the partner's endpoints are served.
struct EndpointsSetup {
    quint16 port = 0; ///< 0: any free one.
    QUrl publicUrl; ///< How a tunnel or proxy calls them; empty: as the environment says.
    std::optional<int> tokenLifetimeSeconds; ///< Of the tokens of oauthTokenUrl; nullopt: as the
                                             ///< environment says.
    QHostAddress address{QHostAddress::LocalHost};
    QHostAddress forwardingPeer; ///< The tunnel's end, whose X-Forwarded-For is believed; null:
                                 ///< nobody's is.
    QString certificateFile; ///< PEM, with keyFile: they speak TLS themselves; empty: http.
    QString keyFile;
    BackendAddress forwardTo; ///< Where notifications are passed on to; empty: as the environment
                              ///< says.
};

} // namespace jetbridge
