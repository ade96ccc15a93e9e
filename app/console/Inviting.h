// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/InvitationMail.h"
#include "domain/Invitation.h"
#include "ports/Task.h"

#include <chrono>

namespace jetbridge {

class CurrentEnvironment;
class Onboardings;
class PartnerAccess;

/// What an invitation is made with; each outlives it.
struct InvitingTopics {
    CurrentEnvironment& current;
    PartnerAccess& partnerAccess;
    Onboardings& onboardings;
};

/// Whom staff invite, and how.
struct InvitingRequest {
    CompanyId company;
    QString typed; ///< In production the company's identifier again (Environment::checkTyped).
    std::chrono::seconds validFor{std::chrono::hours(24 * 14)};
    QString language = QStringLiteral("en"); ///< Language of the mail (InvitationMail::languages).
};

/// An invitation with what goes to the customer's administrator: the mail with the link, and apart
/// from it the code (Invitation::code), which is not stored and cannot be shown again.
struct InvitationToSend {
    Invitation invitation;
    QUrl start; ///< Where the administrator begins.
    InvitationMail mail;
};

/// Makes a one-time code and a mail for a company's administrator; the company's earlier code ends.
/// It is checked first that the customer can be connected: application and master credentials are
/// there, and a confirm call may be sent. Invalid: the company, the time, the language or what was
/// typed is wrong, or there is no application. Other failures as of Onboardings::mayConfirm() and
/// invite().
Task<Outcome<InvitationToSend>> inviteByMail(InvitingTopics topics, InvitingRequest request);

} // namespace jetbridge
