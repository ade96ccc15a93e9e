// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Explanation.h"
#include "domain/Integration.h"
#include "domain/Journal.h"
#include "domain/RateUse.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace jetbridge::cli {

/// Functions that turn values of the domain into JSON for stdout, independent of the locale: times
/// in ISO 8601 UTC, empty ones as null. This one describes a failure with its explanation.
QJsonObject describe(const Failure& failure, const Where& where);
QJsonObject describe(const Integration& integration);
QJsonObject describe(const FormerIntegration& former);
/// Describes the state of an integration's way back.
QJsonObject describeWayBack(const Integration& integration);
/// Returns the state of the way back for people: "rehearsed by us 2026-01-02T03:04:05Z (body and
/// Basic); used by ...".
QString wayBackText(const Integration& integration);
/// Describes the use of SmartRecruiters' rate limits by each client.
QJsonArray describe(const QList<RateUse>& rates);
QJsonObject describe(const JournalEntry& entry);
/// `{"code","arguments"}`, or null where there is no code. It stands beside the English text.
QJsonValue describe(const Message& message);
QJsonObject describe(const Notification& notification);
QJsonObject describe(const Forward& forward);
/// Describes a token, which is masked unless `reveal`.
QJsonObject describe(const AccessToken& token, bool reveal = false);

/// Returns text of others for a terminal; characters that control a terminal become \\uXXXX.
QString printable(const QByteArray& bytes);

/// Returns ISO 8601 UTC with seconds; empty for an invalid time.
QString timeText(const QDateTime& time);

/// Returns the difference between SmartRecruiters' clock and ours in words; empty if it is not
/// known.
QString skewText(const std::optional<std::chrono::seconds>& skew);

/// Returns the likely cause and who can fix it; empty if the failure has said it.
QString likelyCause(const Failure& failure, const Where& where);

/// Returns what a person can do about it; may be empty.
QString nextStep(const Failure& failure, const Where& where);

/// Returns rows below a header, in columns as wide as necessary.
QString table(const QStringList& head, const QList<QStringList>& rows);

/// Returns "name:  value" lines with the values in one column.
QString facts(const QList<QPair<QString, QString>>& lines);

} // namespace jetbridge::cli
