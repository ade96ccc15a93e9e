// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReplaceFormer.h"

namespace jetbridge {

Task<Outcome<Done>> replaceFormer(
    Integrations& integrations, JournalKeeper keeper, Integration current)
{
    const auto left = co_await integrations.retireOthers(current.company, current.id, keeper.now());
    if (!left)
        co_return passOn(left);
    for (const Integration& former : *left) {
        JournalEntry line = keeper.line(Step::Replaced, StepState::Done,
            QString::fromLatin1(
                QT_TRANSLATE_NOOP(
                    "Spoken", "Onboarded again: integration \"%1\" took the place of this one."))
                .arg(current.id.text()));
        line.onboarding = former.onboarding;
        keeper.owe(line);
    }
    co_return co_await keeper.settle();
}

} // namespace jetbridge
