// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "files/FileLock.h"

#include <memory>

namespace jetbridge {

/// Tells every program on the same data folder that somebody is in the middle of a run (FileLock).
///
/// Whoever takes one that is held gets Conflict; StorageUnavailable: the data folder cannot be
/// written, or its file system knows no locks.
class RunLock {
public:
    using Taken = Outcome<std::shared_ptr<RunLock>>;
    static Taken takeRun(const QString& dataFolder, const OnboardingId& onboarding);
    /// Of a company only one run may be under way.
    static Taken takeCompany(
        const QString& dataFolder, const QString& environment, const CompanyId& company);
    /// The master credentials of an environment are changed by one program at a time.
    static Taken takeMasters(const QString& dataFolder, const QString& environment);
    /// The signing keys of an environment are changed by one program at a time.
    static Taken takeSigningKeys(const QString& dataFolder, const QString& environment);
    /// Two bulk runs at once would not see what the other is just confirming.
    static Taken takeBulk(const QString& dataFolder);
    /// Of an environment one program at a time delivers to sinks, so that the events of a customer
    /// stay in order.
    static Taken takeDeliveries(const QString& dataFolder, const QString& environment);

    /// Of a folder and environment one window is enough. Makes the folder where it is missing.
    static Taken takeWindow(const QString& dataFolder, const QString& environment);

    static bool isHeld(const QString& dataFolder, const OnboardingId& onboarding);

private:
    explicit RunLock(std::unique_ptr<FileLock> lock);
    static Taken take(const QString& dataFolder, const QString& name, const QString& ifHeld);

    std::unique_ptr<FileLock> m_lock;
};

} // namespace jetbridge
