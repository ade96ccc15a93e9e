// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <memory>

namespace jetbridge {

/// Tells every program on the same data folder that somebody is in the middle of a run. The kernel
/// takes it back when the program ends, however it ends: no process number is ever compared.
class RunLock {
public:
    /// Null: the data folder cannot be written.
    static std::unique_ptr<RunLock> take(const QString& dataFolder, const OnboardingId& onboarding);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    static bool isHeld(const QString& dataFolder, const OnboardingId& onboarding);
    /// Removes what killed programs left behind.
    static void sweep(const QString& dataFolder);

private:
    RunLock(QByteArray path, int file);

    QByteArray m_path;
    int m_file;
};

} // namespace jetbridge
