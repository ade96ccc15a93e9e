// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QVersionNumber>

#include <optional>

namespace jetbridge {

/// Which engine the window's embedded browser has.
struct EngineVersion {
    QString chromium; ///< What it was built from: "102.0.5005.177".
    QString fixedUpTo; ///< The Chromium version up to which it has security fixes; empty: not told.
    QString webEngine; ///< Qt WebEngine's own version.
};

/// A stable version of Chromium and the day it came.
struct ChromiumRelease {
    QVersionNumber version;
    QDate date;
};

/// How old the security fixes of an engine are, as far as is known.
struct FixesAge {
    enum class Level {
        Recent,
        Old, ///< More than six months.
        VeryOld, ///< More than twelve months.
        Unknown,
    };
    Level level = Level::Unknown;
    QDate date; ///< The day of the fixes; invalid: not known, and the neighbours bound it.
    int months = 0; ///< Since `date`, whole ones; 0 without a date.
    std::optional<ChromiumRelease> older; ///< The nearest known version before it.
    std::optional<ChromiumRelease> newer; ///< The nearest known version after it.
};

/// Which version of Chromium came when.
class ChromiumReleases {
public:
    /// Lines of "VERSION YYYY-MM-DD"; lines that begin with '#' and all others are left out.
    static ChromiumReleases fromText(const QByteArray& text);

    /// Without a date of its own, fixes count as old only when they are so by the newer neighbour,
    /// that is for certain. Newer than all known versions: Unknown.
    FixesAge ageOf(const QString& version, QDate today) const;
    const QList<ChromiumRelease>& all() const { return m_releases; }

private:
    QList<ChromiumRelease> m_releases; ///< By version, the oldest first.
};

} // namespace jetbridge
