// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"

#include "files/DataFolder.h"

namespace jetbridge {

namespace {

// One file for all, of which each run locks a byte that its name leads to: a file for each would
// cost an onboarding more than its journal.
QString fileIn(const QString& dataFolder)
{
    return dataFolder + QStringLiteral("/runs.lock");
}

QString nameOf(const OnboardingId& onboarding)
{
    return QStringLiteral("run ") + onboarding.text();
}

} // namespace

RunLock::RunLock(std::unique_ptr<FileLock> lock)
    : m_lock(std::move(lock))
{
}

RunLock::Taken RunLock::takeRun(const QString& dataFolder, const OnboardingId& onboarding)
{
    return take(dataFolder, nameOf(onboarding),
        QStringLiteral("This onboarding is under way in another program."));
}

RunLock::Taken RunLock::takeCompany(
    const QString& dataFolder, const QString& environment, const CompanyId& company)
{
    return take(dataFolder, QStringLiteral("company %1/%2").arg(environment, company.text()),
        QStringLiteral("\"%1\" is being onboarded just now: nothing was sent. Wait for the end of "
                       "that run.")
            .arg(company.text()));
}

RunLock::Taken RunLock::takeMasters(const QString& dataFolder, const QString& environment)
{
    return take(dataFolder, QStringLiteral("masters %1").arg(environment),
        QStringLiteral("The master credentials of \"%1\" are being changed just now, here or in "
                       "another program: nothing was changed. Wait for its end, then look which "
                       "pair is in use.")
            .arg(environment));
}

RunLock::Taken RunLock::takeBulk(const QString& dataFolder)
{
    return take(dataFolder, QStringLiteral("bulk"),
        QStringLiteral("Another bulk run works on this data folder: wait for its end."));
}

RunLock::Taken RunLock::takeWindow(const QString& dataFolder, const QString& environment)
{
    if (const auto made = makeDataFolder(dataFolder); !made)
        return passOn(made);
    return take(dataFolder, QStringLiteral("window %1").arg(environment),
        QStringLiteral("A window is open on this data folder already."));
}

RunLock::Taken RunLock::take(const QString& dataFolder, const QString& name, const QString& ifHeld)
{
    auto lock = FileLock::take(fileIn(dataFolder), FileLock::byteOf(name));
    if (lock)
        return std::shared_ptr<RunLock>(new RunLock(std::move(*lock)));
    if (lock.error() == FileLock::Refusal::Held)
        return failed(FailureKind::Conflict, ifHeld);
    return failed(FailureKind::StorageUnavailable,
        QStringLiteral("The data folder \"%1\" cannot be written: make room or change its "
                       "permissions, then try again.")
            .arg(dataFolder));
}

bool RunLock::isHeld(const QString& dataFolder, const OnboardingId& onboarding)
{
    return FileLock::isHeld(fileIn(dataFolder), FileLock::byteOf(nameOf(onboarding)));
}

} // namespace jetbridge
