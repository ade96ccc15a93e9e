// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Message.h"
#include "ports/ClientRegistrar.h"

namespace jetbridge::authorization {

/// Reads the answer to a registration (RFC 7591 3.2). It cannot be requested again, so a client in
/// it is accepted whatever else is unusual: 200 instead of 201, or other metadata than was sent.
/// The failures are those of ClientRegistrar::add().
Outcome<RegisteredClient> readRegistered(const http::Delivery& delivery, const QDateTime& now);

/// Reads the answer to a deletion (RFC 7592 2.3). The failures are those of
/// ClientRegistrar::remove().
Outcome<Done> readRemoved(const http::Delivery& delivery);

/// Returns the registration_endpoint of a server's metadata (RFC 8414 3.2). BadReply or NotFound:
/// there is none, nothing may be sent to its address, or the metadata is another issuer's (3.3).
Outcome<QUrl> readRegistrationEndpoint(const http::Delivery& delivery, const QUrl& metadataUrl);

} // namespace jetbridge::authorization
