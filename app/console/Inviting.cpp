// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Inviting.h"

#include "console/CurrentEnvironment.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "domain/CompanyId.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Checks what must hold before a customer is asked for anything.
Task<Outcome<Application>> checkMayInvite(InvitingTopics topics, InvitingRequest request)
{
    if (const auto sound = checkCompanyId(request.company); !sound)
        co_return passOn(sound);
    const Environment environment = topics.current.environment();
    if (const auto sound = environment.checkTyped(request.company, request.typed); !sound)
        co_return passOn(sound);
    const auto application = co_await topics.partnerAccess.applications().load();
    if (!application)
        co_return passOn(application);
    if (!application->has_value())
        co_return failed(FailureKind::Invalid, Message::of("no_application"));
    const auto master = co_await topics.partnerAccess.masterCredentials();
    if (!master)
        co_return passOn(master);
    const auto mayConfirm = co_await topics.onboardings.mayConfirm(request.company);
    if (!mayConfirm)
        co_return passOn(mayConfirm);
    co_return Application(**application);
}

} // namespace

Task<Outcome<InvitationToSend>> inviteByMail(InvitingTopics topics, InvitingRequest request)
{
    const auto application = co_await checkMayInvite(topics, request);
    if (!application)
        co_return passOn(application);
    const QUrl start = topics.current.environment().startUrl(request.company.text());
    InvitationMail::Facts facts{application->name, request.company.text(), start, {}};
    // The language is checked before anything is made.
    if (const auto known = InvitationMail::write(request.language, facts); !known)
        co_return passOn(known);
    const auto invitation = co_await topics.onboardings.invite(
        request.company, request.typed, {}, request.validFor, request.language);
    if (!invitation)
        co_return passOn(invitation);
    facts.until = invitation->expiresAt();
    const auto mail = InvitationMail::write(request.language, facts);
    if (!mail)
        co_return passOn(mail);
    co_return InvitationToSend{*invitation, start, *mail};
}

} // namespace jetbridge
