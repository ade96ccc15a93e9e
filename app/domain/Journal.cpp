// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Journal.h"

namespace jetbridge {

QString stepName(Step step)
{
    switch (step) {
    case Step::Preflight:
        return QStringLiteral("preflight");
    case Step::Token:
        return QStringLiteral("token");
    case Step::Consent:
        return QStringLiteral("consent");
    case Step::Rehearse:
        return QStringLiteral("rehearse");
    case Step::Confirm:
        return QStringLiteral("confirm");
    case Step::Store:
        return QStringLiteral("store");
    case Step::Finish:
        return QStringLiteral("finish");
    case Step::Prove:
        return QStringLiteral("prove");
    case Step::Notified:
        return QStringLiteral("notified");
    case Step::Removed:
        return QStringLiteral("removed");
    case Step::Replaced:
        return QStringLiteral("replaced");
    case Step::Rotated:
        return QStringLiteral("rotated");
    case Step::HandedOver:
        return QStringLiteral("handedOver");
    }
    Q_UNREACHABLE();
}

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Started:
        return QStringLiteral("started");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

Outcome<Step> stepFromName(const QString& name)
{
    for (const auto step : {Step::Preflight, Step::Token, Step::Consent, Step::Rehearse,
             Step::Confirm, Step::Store, Step::Finish, Step::Prove, Step::Notified, Step::Removed,
             Step::Replaced, Step::Rotated, Step::HandedOver})
        if (stepName(step) == name)
            return step;
    return failed(FailureKind::Invalid, QStringLiteral("\"%1\" is no step.").arg(name));
}

Outcome<StepState> stepStateFromName(const QString& name)
{
    for (const auto state :
        {StepState::Started, StepState::Done, StepState::Failed, StepState::Unknown})
        if (stepStateName(state) == name)
            return state;
    return failed(FailureKind::Invalid, QStringLiteral("\"%1\" is no state of a step.").arg(name));
}

bool mustReachTheDisk(const JournalEntry& line)
{
    switch (line.step) {
    case Step::Preflight:
    case Step::Token:
    case Step::Rehearse:
    case Step::Finish:
    case Step::Prove:
        return line.state == StepState::Failed || line.state == StepState::Unknown;
    case Step::Consent: // An approval is acted on at once, so its line is written together with
                        // that of the confirm call.
        return line.state != StepState::Done;
    default:
        return true;
    }
}

} // namespace jetbridge
