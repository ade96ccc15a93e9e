// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QSslConfiguration>
#include <QString>

namespace jetbridge::endpoints {

/// The server's TLS from two PEM files: the certificate with its chain, and its unencrypted RSA or
/// EC key. Invalid says which of the files is unreadable, empty, out of date, or does not belong to
/// the other.
Outcome<QSslConfiguration> tlsFromFiles(const QString& certificateFile, const QString& keyFile);

} // namespace jetbridge::endpoints
