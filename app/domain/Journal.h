// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ChosenAnswer.h"
#include "domain/Identifier.h"
#include "domain/Outcome.h"

#include <QDateTime>

namespace jetbridge {

/// Steps of one onboarding, in the guide's order, and later events of its integration.
enum class Step {
    Preflight, ///< The vault can store a secret, and the request is valid.
    Token, ///< 2. Exchange of the master credentials for a bearer token.
    Consent, ///< 3. The customer signed in and decided.
    Register, ///< 3. The partner's authorization server registered a client for the customer (RFC
              ///< 7591).
    Rehearse, ///< 3. A token was requested from oauthTokenUrl with the issued client, before
              ///< SmartRecruiters receives it.
    Confirm, ///< 3. POST integrations. Started means "confirming" and is written before the request
             ///< is sent.
    Store, ///< 3. The credentials of the answer are in the keychain and were read back.
    Finish, ///< 4. The browser was sent back (REDIRECT) or the frame may close (POPUP).
    Prove, ///< First call on the customer's behalf.
    Notified, ///< A notification arrived at callbackUrl.
    Removed, ///< Staff had the customer's credentials deleted here.
    Replaced, ///< The company was onboarded again, and another integration replaced this one.
    Rotated, ///< Other master credentials replaced the previous ones; belongs to no company.
    HandedOver, ///< The customer-level credentials left Jetbridge for another program or person.
};

/// State of a step; Unknown: sent, and no answer came.
enum class StepState { Started, Done, Failed, Unknown };

QString stepName(Step step); ///< Returns "preflight", "token", ...
QString stepStateName(StepState state); ///< Returns "started", ...
Outcome<Step> stepFromName(const QString& name);
Outcome<StepState> stepStateFromName(const QString& name);

/// One line of the journal, written before the next thing happens.
struct JournalEntry {
    qint64 number = 0; ///< Number assigned by the registry.
    OnboardingId onboarding;
    CompanyId company;
    Step step = Step::Preflight;
    StepState state = StepState::Started;
    QDateTime at; ///< Time in UTC.
    int milliseconds = -1; ///< Duration of the step; -1 while it runs.
    Message detail; ///< Without secrets.
    FailureKind failure = FailureKind::Invalid; ///< Kind of the failure; meaningful if state is
                                                ///< Failed or Unknown.
    int status = 0; ///< HTTP status of the failure; 0 if there was none.
    QString code; ///< Code of the failure (Failure::code); may be empty.
};

/// Tells whether the line must be on disk before anything else happens. Other lines record the
/// begin or the success of something that can simply be repeated: they survive the program's death,
/// and a power failure as soon as the next line that must be on disk is written.
bool mustReachTheDisk(const JournalEntry& line);

/// A notification that arrived at callbackUrl with a valid bearer token (guide, 1).
struct Notification {
    qint64 number = 0; ///< Number assigned by the inbox.
    ClientId client; ///< Client that the token was issued to; it identifies the customer.
    CompanyId company;
    OnboardingId onboarding; ///< Onboarding in which the client was issued; empty if it is not
                             ///< known.
    QString eventType; ///< "INTEGRATION_DISABLED", or an unknown type, which is stored, too.
    QByteArray body; ///< Body as received.
    bool isBodyDropped = false; ///< True if the body was removed later, to limit the storage.
    QDateTime at; ///< Time in UTC.
    bool repeat = false; ///< True if the same body from the same client came before.
    bool isOwed = false; ///< True if it must be forwarded to the partner's own backend; read when
                         ///< it is stored.
    ChosenAnswer answer; ///< Answer that callbackUrl gives; set by the inbox when it is stored.
};

/// A notification that is to be forwarded to the partner's own backend.
struct Forward {
    Notification notification;
    int tries = 0;
    QDateTime due; ///< Time of the next try in UTC.
    QDateTime deliveredAt; ///< Time of the delivery in UTC; invalid until the backend has accepted
                           ///< it.
    QString lastFailure; ///< Why the last try failed; plain text without secrets.
};

} // namespace jetbridge
