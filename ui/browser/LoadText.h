// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace jetbridge::ui {

/// Explains why a page did not arrive and what to do. It takes the address, and either the HTTP
/// `status` of an answer without a page or the engine's `error` ("net::ERR_CONNECTION_REFUSED").
QString loadTrouble(const QUrl& url, int status, const QString& error);

} // namespace jetbridge::ui
