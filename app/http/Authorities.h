// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QSslConfiguration>

namespace jetbridge::http {

/// Returns the TLS settings for every connection that this program opens: TLS 1.2 or later, and the
/// certificate chain is validated. The trusted authorities are those of `caFile` (PEM) if set, else
/// those of the variable SSL_CERT_FILE as OpenSSL reads it, else the system's. Fails with Invalid
/// (code caFile) when the file contains no certificate.
Outcome<QSslConfiguration> tlsWith(const QString& caFile);

} // namespace jetbridge::http
