// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace jetbridge::http {

/// Host and port of an address, as people read them.
QString place(const QUrl& url);

/// Whether a reply ended with an error below HTTP: Qt's errors above 200 only repeat the status.
bool failedBelowHttp(const QNetworkReply& reply);

/// Why there was no answer: the kind, the code that an explanation is chosen by, and one sentence.
Failure networkFailure(const QNetworkReply& reply, const QList<QSslError>& tlsErrors);

} // namespace jetbridge::http
