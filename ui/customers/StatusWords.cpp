// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/StatusWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace jetbridge::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StatusWords", text);
}

} // namespace

StatusWords statusWords(IntegrationStatus status)
{
    switch (status) {
    case IntegrationStatus::Live:
        return {
            tr("Live"), tr("Connected: a call on the customer's behalf worked."), "ok", Tone::Good};
    case IntegrationStatus::Unproved:
        return {tr("Not proved"), tr("Connected, but no call on the customer's behalf worked yet."),
            "unknown", Tone::Careful};
    case IntegrationStatus::Failing:
        return {tr("Failing"), tr("The last verification did not work."), "bad", Tone::Bad};
    case IntegrationStatus::Disabled:
        return {tr("Disabled"), tr("The customer disabled the integration at SmartRecruiters."),
            "disabled", Tone::Neutral};
    case IntegrationStatus::Unknown:
        return {tr("Unknown"), tr("The confirm request was sent, but no usable answer came."),
            "warn", Tone::Careful};
    }
    Q_UNREACHABLE();
}

QString relativeTime(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const qint64 seconds = at.secsTo(now);
    if (seconds < 60)
        return tr("just now");
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    if (seconds < 24 * 3600)
        return tr("%1 h ago").arg(seconds / 3600);
    if (seconds < 30 * 24 * 3600)
        return tr("%1 d ago").arg(seconds / (24 * 3600));
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace jetbridge::ui
