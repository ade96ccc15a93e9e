// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace jetbridge::http {

/// Returns the host and port of a URL for display.
QString place(const QUrl& url);

/// Tells whether a reply ended with an error below HTTP; Qt's errors above 200 only repeat the HTTP
/// status.
bool failedBelowHttp(const QNetworkReply& reply);

/// Explains why there was no answer: the kind, the code by which an explanation is chosen, and one
/// sentence.
Failure networkFailure(const QNetworkReply& reply, const QList<QSslError>& tlsErrors);

} // namespace jetbridge::http
