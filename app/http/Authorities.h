// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QSslConfiguration>

namespace jetbridge::http {

/// TLS for every connection that this program opens: 1.2 or later, the chain is validated. The
/// authorities are those of `caFile` (PEM); where none is set those of the variable SSL_CERT_FILE,
/// as OpenSSL reads it; else the system's. Invalid (code caFile): the file holds no certificate.
Outcome<QSslConfiguration> tlsWith(const QString& caFile);

} // namespace jetbridge::http
