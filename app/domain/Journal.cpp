// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Journal.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

QString stepName(Step step)
{
    switch (step) {
    case Step::Preflight:
        return u"preflight"_s;
    case Step::Token:
        return u"token"_s;
    case Step::Consent:
        return u"consent"_s;
    case Step::Register:
        return u"register"_s;
    case Step::Rehearse:
        return u"rehearse"_s;
    case Step::Confirm:
        return u"confirm"_s;
    case Step::Store:
        return u"store"_s;
    case Step::Finish:
        return u"finish"_s;
    case Step::Prove:
        return u"prove"_s;
    case Step::Notified:
        return u"notified"_s;
    case Step::Removed:
        return u"removed"_s;
    case Step::Replaced:
        return u"replaced"_s;
    case Step::Rotated:
        return u"rotated"_s;
    case Step::HandedOver:
        return u"handedOver"_s;
    }
    Q_UNREACHABLE();
}

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Started:
        return u"started"_s;
    case StepState::Done:
        return u"done"_s;
    case StepState::Failed:
        return u"failed"_s;
    case StepState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

Outcome<Step> stepFromName(const QString& name)
{
    for (const auto step : {Step::Preflight, Step::Token, Step::Consent, Step::Register,
             Step::Rehearse, Step::Confirm, Step::Store, Step::Finish, Step::Prove, Step::Notified,
             Step::Removed, Step::Replaced, Step::Rotated, Step::HandedOver})
        if (stepName(step) == name)
            return step;
    return failed(FailureKind::Invalid, u"\"%1\" is no step."_s.arg(name));
}

Outcome<StepState> stepStateFromName(const QString& name)
{
    for (const auto state :
        {StepState::Started, StepState::Done, StepState::Failed, StepState::Unknown})
        if (stepStateName(state) == name)
            return state;
    return failed(FailureKind::Invalid, u"\"%1\" is no state of a step."_s.arg(name));
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
    case Step::Store: // The next start finds credentials of a run whose last line is missing.
        return line.state != StepState::Done;
    case Step::Consent: // An approval is acted on at once, so its line is written together with
                        // that of the confirm call.
        return line.state != StepState::Done;
    default:
        return true;
    }
}

} // namespace jetbridge
