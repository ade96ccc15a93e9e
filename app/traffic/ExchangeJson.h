// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"

#include <QJsonObject>

namespace jetbridge::traffic {

QString laneName(Lane lane); ///< "browser", "smartRecruiters", "partnerApp", "partnerApi"

/// How an exchange is kept and exported as a line of JSON; bodies as text.
QJsonObject toJson(const Exchange& exchange);
/// The way back. What is missing keeps its default.
Exchange fromJson(const QJsonObject& object);

} // namespace jetbridge::traffic
