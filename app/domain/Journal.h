// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ChosenAnswer.h"
#include "domain/Identifier.h"
#include "domain/Outcome.h"

#include <QDateTime>

namespace jetbridge {

/// The steps of one onboarding, in the guide's order.
enum class Step {
    Preflight, ///< The vault can keep a secret; the request is sound.
    Token, ///< 2. Master credentials for a bearer token.
    Consent, ///< 3. The customer signed in and decided.
    Rehearse, ///< 3. A token from oauthTokenUrl with the pair, before SmartRecruiters gets to know
              ///< it.
    Confirm, ///< 3. POST integrations: started = "confirming", written before the request is sent.
    Store, ///< 3. The reply's credentials are in the keychain and were read back.
    Finish, ///< 4. The browser was sent back (REDIRECT) or the frame may close (POPUP).
    Prove, ///< First call on the customer's behalf.
    Notified, ///< A notification arrived at callbackUrl.
    Removed, ///< Staff had the customer's credentials deleted here.
    Replaced, ///< The company was onboarded again: another integration took this one's place.
    Rotated, ///< Other master credentials took the place of those before; of no company.
    HandedOver, ///< The customer-level credentials left Jetbridge for another program or person.
};

/// How far a step is; Unknown: sent, and no answer came.
enum class StepState { Started, Done, Failed, Unknown };

QString stepName(Step step); ///< "preflight", "token", ...
QString stepStateName(StepState state); ///< "started", ...
Outcome<Step> stepFromName(const QString& name);
Outcome<StepState> stepStateFromName(const QString& name);

/// One line of what happened, kept before the next thing happens.
struct JournalEntry {
    qint64 number = 0; ///< Given by the registry.
    OnboardingId onboarding;
    CompanyId company;
    Step step = Step::Preflight;
    StepState state = StepState::Started;
    QDateTime at; ///< UTC.
    int milliseconds = -1; ///< How long the step took; -1 while it runs.
    Message detail; ///< Without secrets.
    FailureKind failure = FailureKind::Invalid; ///< Meaningful when state is Failed or Unknown.
    int status = 0; ///< The HTTP status of that failure, 0 if there was none.
    QString code; ///< Its code (Failure::code), may be empty.
};

/// Whether the line must be on disk before anything else happens. The others tell of the begin or
/// the success of something that can simply be done again: they survive the program's death, and a
/// power cut with the next line that must.
bool mustReachTheDisk(const JournalEntry& line);

/// What arrived at callbackUrl with a valid bearer token (guide, 1).
struct Notification {
    qint64 number = 0; ///< Given by the inbox.
    ClientId client; ///< Whose token it was; names the customer.
    CompanyId company;
    OnboardingId onboarding; ///< That the client was issued in; empty: not known.
    QString eventType; ///< "INTEGRATION_DISABLED", or something we do not know and keep.
    QByteArray body; ///< As received.
    bool isBodyDropped = false; ///< It took room, and was among the oldest: not kept any more.
    QDateTime at; ///< UTC.
    bool repeat = false; ///< The same body from the same client came before.
    bool isOwed = false; ///< When it is kept: the partner's own backend must get it too.
    ChosenAnswer answer; ///< Given by the inbox when it is kept: what callbackUrl says to it.
};

/// A notification on its way to the partner's own backend.
struct Forward {
    Notification notification;
    int tries = 0;
    QDateTime due; ///< UTC; when it is tried next.
    QDateTime deliveredAt; ///< UTC; invalid as long as the backend did not take it.
    QString lastFailure; ///< Why the last try failed; plain, without secrets.
};

} // namespace jetbridge
