// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/StatusWords.h"

#include <QLocale>

namespace jetbridge::ui {

StatusWords statusWords(IntegrationStatus status)
{
    switch (status) {
    case IntegrationStatus::Live:
        return {StatusWords::tr("Live"),
            StatusWords::tr("The last test call on the customer's behalf succeeded."), "ok",
            Tone::Good};
    case IntegrationStatus::Expiring:
        return {StatusWords::tr("Expiring"),
            StatusWords::tr(
                "Connected, but the last proof is older than the settings allow: verify "
                "it again."),
            "warn", Tone::Careful};
    case IntegrationStatus::Unstored:
        return {StatusWords::tr("Not stored yet"),
            StatusWords::tr("SmartRecruiters confirmed, but the keychain does not have the "
                            "credentials yet."),
            "warn", Tone::Careful};
    case IntegrationStatus::Unproved:
        return {StatusWords::tr("Not proved"),
            StatusWords::tr("Connected, but no call on the customer's behalf worked yet."),
            "unknown", Tone::Careful};
    case IntegrationStatus::Failing:
        return {StatusWords::tr("Failing"), StatusWords::tr("The last verification did not work."),
            "bad", Tone::Bad};
    case IntegrationStatus::Disabled:
        return {StatusWords::tr("Disabled"),
            StatusWords::tr("The customer disabled the integration at SmartRecruiters."),
            "disabled", Tone::Neutral};
    case IntegrationStatus::Unknown:
        return {StatusWords::tr("Unknown"),
            StatusWords::tr("The confirm request was sent, but no usable answer came."), "warn",
            Tone::Careful};
    case IntegrationStatus::NoCredentials:
        return {StatusWords::tr("No credentials"),
            StatusWords::tr("It was connected, but the keychain here does not have its "
                            "credentials."),
            "bad", Tone::Bad};
    }
    Q_UNREACHABLE();
}

QString relativeTime(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const qint64 seconds = at.secsTo(now);
    if (seconds < 60)
        return StatusWords::tr("just now");
    if (seconds < 3600)
        return StatusWords::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 24 * 3600)
        return StatusWords::tr("%1 h ago").arg(seconds / 3600);
    if (seconds < 30 * 24 * 3600)
        return StatusWords::tr("%n days ago", nullptr, int(seconds / (24 * 3600)));
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

QString timeUntil(const QDateTime& at, const QDateTime& now)
{
    const qint64 seconds = now.secsTo(at);
    if (seconds <= 0)
        return StatusWords::tr("now");
    if (seconds < 60)
        return StatusWords::tr("in %1 s").arg(seconds);
    if (seconds < 3600)
        return StatusWords::tr("in %1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return StatusWords::tr("in %1 h").arg(seconds / 3600);
    return StatusWords::tr("in %n days", nullptr, int(seconds / (24 * 3600)));
}

QString relativeTime(const QDateTime& at)
{
    return relativeTime(at, QDateTime::currentDateTimeUtc());
}

QString timeUntil(const QDateTime& at)
{
    return timeUntil(at, QDateTime::currentDateTimeUtc());
}

QString exactTime(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : QString();
}

} // namespace jetbridge::ui
