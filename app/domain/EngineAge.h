// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QVersionNumber>

#include <optional>

namespace jetbridge {

/// Versions of the window's embedded browser engine.
struct EngineVersion {
    QString chromium; ///< Chromium version that it was built from, such as "102.0.5005.177".
    QString fixedUpTo; ///< Chromium version up to which it has security fixes; empty if it does not
                       ///< tell.
    QString webEngine; ///< Version of Qt WebEngine.
};

/// A stable version of Chromium with its release date.
struct ChromiumRelease {
    QVersionNumber version;
    QDate date;
};

/// Age of an engine's security fixes, as far as it is known.
struct FixesAge {
    enum class Level {
        Recent,
        Old, ///< Older than six months.
        VeryOld, ///< Older than twelve months.
        Unknown,
    };
    Level level = Level::Unknown;
    QDate date; ///< Date of the fixes; invalid if it is not known and only bounded by `older` and
                ///< `newer`.
    int months = 0; ///< Full months since `date`; 0 without a date.
    std::optional<ChromiumRelease> older; ///< Nearest known version before it.
    std::optional<ChromiumRelease> newer; ///< Nearest known version after it.
};

/// List of Chromium versions with their release dates.
class ChromiumReleases {
public:
    /// Reads lines of the form "VERSION YYYY-MM-DD"; lines that begin with '#', and all others, are
    /// ignored.
    static ChromiumReleases fromText(const QByteArray& text);

    /// Returns the age of a version's fixes. A version without a date of its own counts as old only
    /// if the next newer known version is old, that is, if it is certain. A version newer than all
    /// known ones is Unknown.
    FixesAge ageOf(const QString& version, QDate today) const;
    const QList<ChromiumRelease>& all() const { return m_releases; }

private:
    QList<ChromiumRelease> m_releases; ///< Sorted by version, the oldest first.
};

} // namespace jetbridge
