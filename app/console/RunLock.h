// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"

#include <memory>

namespace jetbridge {

/// Tells every program on the same data folder that somebody is in the middle of a run. The kernel
/// takes it back when the program ends, however it ends: no process number is ever compared.
class RunLock {
public:
    /// Null: the data folder cannot be written.
    static std::unique_ptr<RunLock> take(const QString& dataFolder, const OnboardingId& onboarding);
    /// For a company, of which only one run may be under way. Conflict: one is; StorageUnavailable:
    /// the data folder cannot be written.
    static Outcome<std::shared_ptr<RunLock>> takeCompany(
        const QString& dataFolder, const QString& environment, const CompanyId& company);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    static bool isHeld(const QString& dataFolder, const OnboardingId& onboarding);
    /// Removes what killed programs left behind.
    static void sweep(const QString& dataFolder);

private:
    /// Whether one that is held is waited for.
    enum class Patience { Waits, GivesUp };

    RunLock(QByteArray path, int file);
    static std::unique_ptr<RunLock> take(const QByteArray& path, Patience patience);

    QByteArray m_path;
    int m_file;
};

} // namespace jetbridge
