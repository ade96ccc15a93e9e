// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QJsonObject>

namespace jetbridge {

/// The object that these bytes are. Invalid: no JSON (and where it ends to be), or no object.
Outcome<QJsonObject> jsonObject(const QByteArray& json);

} // namespace jetbridge
