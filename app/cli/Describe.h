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

/// What the values of the domain look like on stdout: locale-neutral, times in ISO 8601 UTC, empty
/// ones as null.
/// A failure and its explanation.
QJsonObject describe(const Failure& failure, const Where& where);
QJsonObject describe(const Integration& integration);
QJsonObject describe(const FormerIntegration& former);
/// How the way from SmartRecruiters to the partner stands.
QJsonObject describeWayBack(const Integration& integration);
/// The same for people: "rehearsed by us 2026-01-02T03:04:05Z (body and Basic); used by ...".
QString wayBackText(const Integration& integration);
/// How the credentials stand against SmartRecruiters' limits.
QJsonArray describe(const QList<RateUse>& rates);
QJsonObject describe(const JournalEntry& entry);
/// `{"code","arguments"}`, or null where there is no code. It stands beside the English text.
QJsonValue describe(const Message& message);
QJsonObject describe(const Notification& notification);
QJsonObject describe(const Forward& forward);
/// `token` is masked unless `reveal`.
QJsonObject describe(const AccessToken& token, bool reveal = false);

/// Text of others that a terminal may show: what steers a terminal is written as \\uXXXX.
QString printable(const QByteArray& bytes);

/// ISO 8601 UTC with seconds; empty for an invalid time.
QString timeText(const QDateTime& time);

/// How far SmartRecruiters' clock is from ours, in words; empty when that is not known.
QString skewText(const std::optional<std::chrono::seconds>& skew);

/// What probably lies behind it and who can fix it; empty where the failure has said it.
QString likelyCause(const Failure& failure, const Where& where);

/// What a person can do about it; may be empty.
QString nextStep(const Failure& failure, const Where& where);

/// Rows under a head, in columns as wide as needed.
QString table(const QStringList& head, const QList<QStringList>& rows);

/// "name:  value" lines with the values in one column.
QString facts(const QList<QPair<QString, QString>>& lines);

} // namespace jetbridge::cli
