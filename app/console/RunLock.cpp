// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"

#include "files/DataFolder.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

// One file for all, of which each run locks a byte that its name leads to: a file for each would
// cost an onboarding more than its journal.
QString fileIn(const QString& dataFolder)
{
    return dataFolder + u"/runs.lock"_s;
}

QString nameOf(const OnboardingId& onboarding)
{
    return u"run "_s + onboarding.text();
}

} // namespace

RunLock::RunLock(std::unique_ptr<FileLock> lock)
    : m_lock(std::move(lock))
{
}

RunLock::Taken RunLock::takeRun(const QString& dataFolder, const OnboardingId& onboarding)
{
    return take(
        dataFolder, nameOf(onboarding), u"This onboarding is under way in another program."_s);
}

RunLock::Taken RunLock::takeCompany(
    const QString& dataFolder, const QString& environment, const CompanyId& company)
{
    return take(dataFolder, u"company %1/%2"_s.arg(environment, company.text()),
        u"\"%1\" is being onboarded just now: nothing was sent. Wait for the end of "
        "that run."_s.arg(company.text()));
}

RunLock::Taken RunLock::takeMasters(const QString& dataFolder, const QString& environment)
{
    return take(dataFolder, u"masters %1"_s.arg(environment),
        u"The master credentials of \"%1\" are being changed just now, here or in "
        "another program: nothing was changed. Wait for its end, then look which "
        "pair is in use."_s.arg(environment));
}

RunLock::Taken RunLock::takeSigningKeys(const QString& dataFolder, const QString& environment)
{
    return take(dataFolder, u"signing keys %1"_s.arg(environment),
        u"The signing keys of \"%1\" are being changed just now, here or in another "
        "program: nothing was changed. Try again."_s.arg(environment));
}

RunLock::Taken RunLock::takeBulk(const QString& dataFolder)
{
    return take(
        dataFolder, u"bulk"_s, u"Another bulk run works on this data folder: wait for its end."_s);
}

RunLock::Taken RunLock::takeDeliveries(const QString& dataFolder, const QString& environment)
{
    return take(dataFolder, u"deliveries %1"_s.arg(environment),
        u"Another program on this data folder delivers just now."_s);
}

RunLock::Taken RunLock::takeWindow(const QString& dataFolder, const QString& environment)
{
    if (const auto made = makeDataFolder(dataFolder); !made)
        return passOn(made);
    return take(dataFolder, u"window %1"_s.arg(environment),
        u"A window is open on this data folder already."_s);
}

RunLock::Taken RunLock::take(const QString& dataFolder, const QString& name, const QString& ifHeld)
{
    auto lock = FileLock::take(fileIn(dataFolder), FileLock::byteOf(name));
    if (lock)
        return std::shared_ptr<RunLock>(new RunLock(std::move(*lock)));
    if (lock.error() == FileLock::Refusal::Held)
        return failed(FailureKind::Conflict, ifHeld);
    return failed(FailureKind::StorageUnavailable,
        u"The data folder \"%1\" cannot be written: make room or change its "
        "permissions, then try again."_s.arg(dataFolder));
}

bool RunLock::isHeld(const QString& dataFolder, const OnboardingId& onboarding)
{
    return FileLock::isHeld(fileIn(dataFolder), FileLock::byteOf(nameOf(onboarding)));
}

} // namespace jetbridge
