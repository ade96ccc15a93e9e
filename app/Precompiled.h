// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the project includes; precompiled once a room. Never included by hand.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <QCoro/QCoroTask>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
