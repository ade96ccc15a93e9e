// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Walkthrough.h"

#include <QString>

namespace jetbridge {

/// Whose application the guided demo shows.
struct DemoOf {
    QString dataFolder; ///< The partner's own data folder; empty: nobody's.
    QString environment; ///< Its application is preferred to those of the other environments.
};

/// The demo's own data folder: inside the partner's, so that nobody else can enter it, and one for
/// each. Its secrets are in memory only. Nothing of the partner's is in it.
QString demoFolder(const QString& dataFolder);
/// Removes what a demo left that ended unexpectedly; one that is open stays.
void removeLeftDemo(const QString& dataFolder);
/// Empties the demo's folder for a demo that begins; the caller holds the lock of its window.
void emptyDemoFolder(const QString& folder);

/// The partner's own application, of this environment or of another one; nullopt: none was saved.
/// Changes nothing, except that the registry of an earlier version is brought up to date.
Task<Outcome<std::optional<Application>>> savedApplication(DemoOf partner);

/// Prepares a demo on the console of a throw-away place: both parties, the application with its
/// master credentials, and a few customers that were connected before, one of whom disabled the
/// integration since. What `partner` calls its application, and its logo and scopes, are shown.
Task<Outcome<Done>> prepareDemo(WalkthroughTopics topics, DemoOf partner);

} // namespace jetbridge
