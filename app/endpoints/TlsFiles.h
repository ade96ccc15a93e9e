// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QSslConfiguration>
#include <QString>

namespace jetbridge::endpoints {

/// Makes a server's TLS settings from two PEM files: the certificate with its chain, and its
/// unencrypted RSA or EC key. Invalid tells which file is unreadable, empty or out of date, or that
/// the two do not match.
Outcome<QSslConfiguration> tlsFromFiles(const QString& certificateFile, const QString& keyFile);

} // namespace jetbridge::endpoints
