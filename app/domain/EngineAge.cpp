// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EngineAge.h"

#include <algorithm>

namespace jetbridge {

namespace {

constexpr int monthsUntilOld = 6;
constexpr int monthsUntilVeryOld = 12;

FixesAge::Level levelOf(QDate date, QDate today)
{
    if (date.addMonths(monthsUntilVeryOld) < today)
        return FixesAge::Level::VeryOld;
    return date.addMonths(monthsUntilOld) < today ? FixesAge::Level::Old : FixesAge::Level::Recent;
}

int wholeMonths(QDate from, QDate to)
{
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return std::max(0, from.addMonths(months) > to ? months - 1 : months);
}

} // namespace

ChromiumReleases ChromiumReleases::fromText(const QByteArray& text)
{
    ChromiumReleases releases;
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        const ChromiumRelease release{
            QVersionNumber::fromString(QString::fromLatin1(words.constFirst())),
            QDate::fromString(QString::fromLatin1(words.constLast()), Qt::ISODate)};
        if (words.size() == 2 && !release.version.isNull() && release.date.isValid())
            releases.m_releases.append(release);
    }
    std::sort(releases.m_releases.begin(), releases.m_releases.end(),
        [](const ChromiumRelease& a, const ChromiumRelease& b) { return a.version < b.version; });
    return releases;
}

FixesAge ChromiumReleases::ageOf(const QString& version, QDate today) const
{
    FixesAge age;
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    if (wanted.isNull())
        return age;
    const auto next = std::lower_bound(m_releases.begin(), m_releases.end(), wanted,
        [](const ChromiumRelease& release, const QVersionNumber& number) {
            return release.version < number;
        });
    if (next != m_releases.end() && next->version == wanted) {
        age.date = next->date;
        age.months = wholeMonths(age.date, today);
        age.level = levelOf(age.date, today);
        return age;
    }
    if (next != m_releases.begin())
        age.older = *std::prev(next);
    if (next != m_releases.end()) {
        age.newer = *next;
        // The fixes are at most as new as those of the next known version.
        const FixesAge::Level atBest = levelOf(next->date, today);
        age.level = atBest == FixesAge::Level::Recent ? FixesAge::Level::Unknown : atBest;
    }
    return age;
}

} // namespace jetbridge
