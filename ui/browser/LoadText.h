// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace jetbridge::ui {

/// Why a page did not come, and what to do: its address, and the HTTP `status` of an answer without
/// a page or else the engine's `error` ("net::ERR_CONNECTION_REFUSED").
QString loadTrouble(const QUrl& url, int status, const QString& error);

} // namespace jetbridge::ui
