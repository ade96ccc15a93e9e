// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Explanation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using Fixer = Explanation::Fixer;
using Certainty = Explanation::Certainty;

/// What happened and what to do about it, in the window and on the command line. If `what` or
/// `next` is empty, the failure's own detail is shown.
struct Advice {
    const char* code;
    const char* what;
    const char* next;
    const char* command;
};

/// Probable cause of a failure, and who can fix it.
struct Cause {
    Fixer fixer;
    const char* text;
    Certainty certainty = Certainty::Known;
};

constexpr auto checkNetwork =
    "Check the network and the environment's URLs (environment show), then try again.";
constexpr auto checkScopes =
    "Check the granted scopes and the role of the integration's user, and that the company's "
    "administrator granted them.";
constexpr auto replaceMaster = "Replace the credentials: jetbridge-cli credentials set-master";
constexpr auto theyMendIt = "The other side must mend this; try again later.";
constexpr auto waysOn =
    "`integrations list --status unknown` names it, `integrations show` tells the ways on.";

/// Tells whether a failure happened here, without the answer of any other side.
bool happenedHere(const Failure& failure)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
    case FailureKind::VaultUnavailable:
    case FailureKind::StorageUnavailable:
        return true;
    case FailureKind::Refused:
    case FailureKind::NotPermitted:
    case FailureKind::NotFound:
    case FailureKind::Conflict:
    case FailureKind::Invalid:
        return failure.status == 0;
    default:
        return false;
    }
}

Cause unreachable(const QString& code)
{
    if (code == "dns"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The address is misspelt, or this computer cannot reach its name server (DNS).")};
    if (code == "connection_refused"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "Nobody listens at this address: it is wrong, or the service does not run.")};
    if (code == "connection_closed"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The connection was cut: by the other side, a firewall or a proxy.")};
    if (code == "proxy"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The proxy that the system names cannot be reached or does not connect.")};
    if (code == "proxy_authentication"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The proxy asks for a user name and a password, which Jetbridge does not have.")};
    return {Fixer::YourIt,
        QT_TRANSLATE_NOOP("Explanation",
            "The network, a firewall or a proxy on the way does not let it through.")};
}

Cause insecure(const QString& code)
{
    if (code == "certificate_expired"_L1)
        return {Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Explanation",
                "The certificate of the other side has ended, or this computer's clock is wrong.")};
    if (code == "certificate_host"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The certificate belongs to another host: the address is wrong, or somebody "
                "stands in between.")};
    if (code == "certificate_authority"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The certificate is signed by nobody whom this computer trusts: a proxy that "
                "inspects TLS needs its authority in the settings.")};
    if (code == "no_tls"_L1)
        return {Fixer::You,
            QT_TRANSLATE_NOOP(
                "Explanation", "The address begins with http, which is for this computer only.")};
    if (code == "tls_version"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "The two sides found no TLS that both take: Jetbridge wants 1.2 or newer.")};
    return {Fixer::YourIt,
        QT_TRANSLATE_NOOP("Explanation",
            "The certificate of the other side, or its version of TLS, is not accepted here.")};
}

Cause refused(const Failure& failure, const Where& where)
{
    if (failure.code == "no_master_credentials"_L1)
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation", "They were not entered yet, or they were forgotten.")};
    if (where == Where(Step::Consent))
        return {Fixer::Customer, QT_TRANSLATE_NOOP("Explanation", "The code was mistyped.")};
    if (where == Where(Step::Prove))
        return {Fixer::Customer,
            QT_TRANSLATE_NOOP("Explanation",
                "The customer disabled the integration, or its credentials were replaced.")};
    return {Fixer::You,
        QT_TRANSLATE_NOOP("Explanation",
            "The pair is mistyped, was withdrawn, belongs to another environment, or is expected "
            "in another place (body or header).")};
}

/// Tells whether a code says what the partner's own authorization server answered when a client was
/// to be registered.
bool isAboutRegistration(const QString& code)
{
    return code.startsWith("registration_"_L1);
}

/// Tells whether a code says what the partner's own backend answered when it was told of a client.
bool isAboutWebhook(const QString& code)
{
    return code.startsWith("webhook_"_L1);
}

/// Returns the cause for a code of our own, wherever it happened.
std::optional<Cause> codedCause(const QString& code)
{
    struct Coded {
        const char* code;
        Cause cause;
    };
    static constexpr Coded table[]{
        {"way_back_unreachable",
            {Fixer::YourIt,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your token endpoint did not answer: it does not run (`jetbridge-cli serve`, "
                    "where Jetbridge serves it), its address is wrong, or a proxy or firewall is "
                    "in the way."),
                Certainty::Seen}},
        {"way_back_refused",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your token endpoint does not know this pair, or wants to be asked in another "
                    "way: it belongs to another server, was mistyped, or may not use "
                    "client_credentials."),
                Certainty::Seen}},
        {"way_back_odd",
            {Fixer::YourIt,
                QT_TRANSLATE_NOOP("Explanation",
                    "What answers at the registered oauthTokenUrl is no OAuth 2.0 token endpoint."),
                Certainty::Seen}},
        {"nobody_serves",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Who serves the registered oauthTokenUrl is a setting of the environment, and "
                    "the pairs come from there."),
                Certainty::Seen}},
        {"no_given_pair",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Who serves the registered oauthTokenUrl is a setting of the environment, and "
                    "the pairs come from there."),
                Certainty::Seen}},
        {"unwanted_pair",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Who serves the registered oauthTokenUrl is a setting of the environment, and "
                    "the pairs come from there."),
                Certainty::Seen}},
        {"no_registration_token",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your authorization server registers a client only for an initial access "
                    "token."),
                Certainty::Seen}},
        {"registration_token_refused",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your authorization server does not accept the initial access token: it is "
                    "wrong, has expired or was used up."),
                Certainty::Seen}},
        {"no_webhook_secret",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your backend checks the signature of each webhook, which needs a secret."),
                Certainty::Seen}},
        {"webhook_signature_refused",
            {Fixer::YourIt,
                QT_TRANSLATE_NOOP("Explanation",
                    "Your backend does not accept the webhook's signature: it has another secret, "
                    "or its clock differs."),
                Certainty::Seen}},
        {"production_not_confirmed",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation", "In production nothing starts without it."),
                Certainty::Seen}},
        {"integration_disabled",
            {Fixer::Customer,
                QT_TRANSLATE_NOOP("Explanation", "The customer disabled the integration."),
                Certainty::Seen}},
        {"unauthorized_client",
            {Fixer::SmartRecruiters,
                QT_TRANSLATE_NOOP("Explanation", "This client may not use client credentials.")}},
        {"secret_found",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "What would leave holds a secret that is known here."),
                Certainty::Seen}},
        {"declined",
            {Fixer::Customer,
                QT_TRANSLATE_NOOP("Explanation", "Decline was pressed on the consent page."),
                Certainty::Seen}},
        {"code_exhausted",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation", "It was misread, or somebody tried to guess it."),
                Certainty::Seen}},
        {"code_expired",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "The customer came later than the code was good for."),
                Certainty::Seen}},
        {"code_used",
            {Fixer::You, QT_TRANSLATE_NOOP("Explanation", "One code is good for one decision."),
                Certainty::Seen}},
        {"customer_level",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "A customer's credentials were entered as the master's.")}},
        {"file",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "The disk is full, or this file may not be written."),
                Certainty::Seen}},
        {"no_customer_credentials",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "They were deleted here, or this is another keychain.")}},
        {outcomeUnknownCode,
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Nobody has looked yet whether the earlier confirm call took effect."),
                Certainty::Seen}},
        {"integration_exists",
            {Fixer::Customer,
                QT_TRANSLATE_NOOP("Explanation", "The earlier confirm call took effect."),
                Certainty::Seen}},
        {"newer_format",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "A newer version of Jetbridge wrote it, in a format that this version cannot "
                    "read."),
                Certainty::Seen}},
        {"newer_backup",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "A newer version of Jetbridge wrote it, in a format that this version cannot "
                    "read."),
                Certainty::Seen}},
        {"incomplete_backup",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "The file was cut off when it was written, copied or downloaded."),
                Certainty::Seen}},
        {"damaged_backup",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "The file was changed after it was written, or the disk that holds it is "
                    "damaged."),
                Certainty::Seen}},
        {"foreign_database",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation", "The file was created by another program."),
                Certainty::Seen}},
        {"damaged_database",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "The file was changed or cut off by something else, or its disk is damaged."),
                Certainty::Seen}},
        {"locked_database",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "Another program has locked the file and does not release it."),
                Certainty::Seen}},
        {"standard_output",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "The file or device behind standard output is full, closed or read-only."),
                Certainty::Seen}},
        {"reader_gone",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "The program that read standard output ended before everything was written."),
                Certainty::Seen}},
        {"nobody_approved",
            {Fixer::Customer,
                QT_TRANSLATE_NOOP("Explanation",
                    "The customer did not open the consent page, or did not decide there in time."),
                Certainty::Seen}},
        {"gpg_silent",
            {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "gpg waits for something: a passphrase, a smart card, or another gpg that "
                    "uses the same key ring."),
                Certainty::Seen}},
        {"state_folder",
            {Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Explanation", "The folder of the state file is missing, or is not yours."),
                Certainty::Seen}},
    };
    for (const Coded& one : table)
        if (code == QLatin1String(one.code))
            return one.cause;
    if (isAboutRegistration(code))
        return Cause{Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "That is between Jetbridge and your own authorization server: SmartRecruiters was "
                "not asked."),
            Certainty::Seen};
    if (isAboutWebhook(code))
        return Cause{Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "That is between Jetbridge and your own backend: SmartRecruiters was not asked."),
            Certainty::Seen};
    return {};
}

Cause causeHere(const Failure& failure)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {Fixer::You, QT_TRANSLATE_NOOP("Explanation", "Somebody stopped it here.")};
    case FailureKind::VaultUnavailable:
        return {Fixer::You,
            QT_TRANSLATE_NOOP(
                "Explanation", "The keychain is locked, does not run, or has no place for it.")};
    case FailureKind::StorageUnavailable:
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation", "The disk is full, read-only or damaged.")};
    case FailureKind::NotFound:
        return {
            Fixer::You, QT_TRANSLATE_NOOP("Explanation", "It was never here, or is forgotten.")};
    case FailureKind::Conflict:
        return {Fixer::You, QT_TRANSLATE_NOOP("Explanation", "Somebody else has it.")};
    case FailureKind::NotPermitted:
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation", "Jetbridge does not do this as things stand.")};
    default:
        return {Fixer::You, QT_TRANSLATE_NOOP("Explanation", "Something that was entered.")};
    }
}

Cause notPermitted(const Where& where)
{
    if (where == Where(Step::Prove))
        return {Fixer::Customer,
            QT_TRANSLATE_NOOP("Explanation",
                "A scope was not granted, or a system role blocks a scope that was.")};
    if (where == Where(Step::Confirm))
        return {Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Explanation",
                "Not documented. Probably the company did not start at SmartRecruiters, or the "
                "application is not approved for it."),
            Certainty::Guessed};
    return {Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP("Explanation",
            "A scope is missing, or a system role blocks a scope that was granted.")};
}

Cause rejected(const Failure& failure, const Where& where)
{
    if (failure.code == "invalid_scope"_L1)
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation",
                "The application asks for a scope that SmartRecruiters does not know.")};
    if (where == Where(Step::Confirm))
        return {Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Explanation",
                "Not documented. Probably the application or company identifier is wrong, or "
                "credentials for calls back are missing or not wanted."),
            Certainty::Guessed};
    return {Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP("Explanation",
            "Not documented. Something in our request is not as SmartRecruiters wants it."),
        Certainty::Guessed};
}

Cause badReply(const Failure& failure)
{
    if (failure.status >= 300 && failure.status < 400)
        return {Fixer::You,
            QT_TRANSLATE_NOOP(
                "Explanation", "The address has moved, or it is not that of the API.")};
    if (failure.code == "html"_L1)
        return {Fixer::YourIt,
            QT_TRANSLATE_NOOP("Explanation",
                "A web page came instead of an answer: from a proxy, a sign-in page, a maintenance "
                "page, or because the address is not that of the API.")};
    return {Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP("Explanation", "Their side speaks otherwise than the guide says.")};
}

/// Returns the cause that an answer of SmartRecruiters, or a missing answer, indicates.
Cause causeThere(const Failure& failure, const Where& where)
{
    switch (failure.kind) {
    case FailureKind::TimedOut:
        return {Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Explanation",
                "Their side is slow today, or a firewall on the way swallows the request.")};
    case FailureKind::Unreachable:
        return unreachable(failure.code);
    case FailureKind::Insecure:
        return insecure(failure.code);
    case FailureKind::Refused:
        return refused(failure, where);
    case FailureKind::NotPermitted:
        return notPermitted(where);
    case FailureKind::NotFound:
        if (failure.status == 404 && where == Where(Step::Confirm))
            return {Fixer::You,
                QT_TRANSLATE_NOOP("Explanation",
                    "Not documented. Probably the company identifier is wrong, or the application "
                    "is not visible to this company."),
                Certainty::Guessed};
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation",
                "The address is not that of the API, or what was asked for is gone.")};
    case FailureKind::Conflict:
        return {Fixer::Customer,
            QT_TRANSLATE_NOOP("Explanation",
                "Not documented. Probably the company is connected already, or the clientId is "
                "taken."),
            Certainty::Guessed};
    case FailureKind::RateLimited:
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation",
                "This credential makes more requests than it may (10 a second and 8 at once are "
                "published), perhaps from another program.")};
    case FailureKind::ServerFault:
        return {Fixer::SmartRecruiters,
            failure.status == 503 ? QT_TRANSLATE_NOOP(
                "Explanation", "Their service is overloaded or being maintained.")
                                  : QT_TRANSLATE_NOOP("Explanation", "Their service failed.")};
    case FailureKind::BadReply:
        return badReply(failure);
    case FailureKind::OutcomeUnknown:
        return {Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Explanation",
                "No answer came that could be used. What SmartRecruiters did before is not known "
                "here."),
            Certainty::Guessed};
    default:
        return rejected(failure, where);
    }
}

/// Returns the cause if the other side is the simulator or the partner's own server, whose answers
/// are never blamed on SmartRecruiters.
Cause causeElsewhere(const Failure& failure, Errand errand)
{
    if (failure.kind == FailureKind::Unreachable)
        return unreachable(failure.code);
    if (failure.kind == FailureKind::Insecure && failure.code != "certificate_expired"_L1)
        return insecure(failure.code);
    if (errand == Errand::Simulator)
        return {Fixer::You,
            QT_TRANSLATE_NOOP("Explanation",
                "The simulator was stopped, or what was asked does not fit how it stands.")};
    return {Fixer::YourIt,
        QT_TRANSLATE_NOOP("Explanation", "Your own server did not take the request.")};
}

Cause causeOf(const Failure& failure, const Where& where)
{
    if (const auto coded = codedCause(failure.code))
        return *coded;
    // Between the partner and the customer there is no answer of SmartRecruiters.
    if (failure.kind == FailureKind::NotPermitted && where == Where(Step::Consent))
        return {Fixer::Customer,
            QT_TRANSLATE_NOOP("Explanation", "The customer decided so, or took too long.")};
    if (failure.kind == FailureKind::Refused
        && (failure.code == "no_master_credentials"_L1 || where == Where(Step::Consent)))
        return refused(failure, where);
    if (happenedHere(failure))
        return causeHere(failure);
    if (const Errand* errand = std::get_if<Errand>(&where); errand && *errand != Errand::Here)
        return causeElsewhere(failure, *errand);
    return causeThere(failure, where);
}

Advice adviceForRefused(const Failure& failure, const Where& where)
{
    if (failure.code == "no_master_credentials"_L1)
        return {"no_master_credentials",
            QT_TRANSLATE_NOOP(
                "Explanation", "No master credentials are stored for this environment."),
            QT_TRANSLATE_NOOP("Explanation",
                "Enter the master credentials that SmartRecruiters gave you, under Application."),
            replaceMaster};
    if (where == Where(Step::Prove))
        return {"customer_refused",
            QT_TRANSLATE_NOOP(
                "Explanation", "SmartRecruiters refused the customer-level credentials."),
            QT_TRANSLATE_NOOP("Explanation",
                "Ask the customer whether the integration is still enabled; if it is, onboard them "
                "again."),
            "Ask the customer whether the integration is still enabled; if it is, onboard them "
            "again."};
    if (where == Where(Step::Consent))
        return {"code_wrong",
            QT_TRANSLATE_NOOP(
                "Explanation", "The customer could not sign in: the one-time code was wrong."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Give the customer the code once more, or make a new one."),
            "Give the customer the code once more, or make a new one."};
    return {"master_refused",
        QT_TRANSLATE_NOOP("Explanation", "SmartRecruiters refused the master credentials."),
        QT_TRANSLATE_NOOP("Explanation",
            "Enter the current master credentials under Application; if they are right, ask "
            "SmartRecruiters whether they were withdrawn."),
        replaceMaster};
}

/// Returns the advice for a registration that failed. SmartRecruiters was not asked to confirm
/// anything.
std::optional<Advice> registrationAdvice(const QString& code)
{
    if (code == "registration_unanswered"_L1)
        return Advice{"registration_unanswered",
            QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation",
                "Look for the client in your authorization server and delete it there, then start "
                "again."),
            "jetbridge-cli registrations list"};
    if (code == "registration_token_refused"_L1 || code == "no_registration_token"_L1)
        return Advice{"registration_token",
            QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation",
                "Give the environment a new initial access token (jetbridge-cli environment set), "
                "then start again."),
            "jetbridge-cli environment set NAME --registration-token-from-stdin"};
    if (!isAboutRegistration(code))
        return std::nullopt;
    return Advice{"registration_refused",
        QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
        QT_TRANSLATE_NOOP("Explanation",
            "Fix it in your authorization server or in the environment's registration settings, "
            "then start again."),
        "Fix it in your authorization server or in the environment (environment show), then "
        "onboard once more."};
}

/// Returns the advice for a webhook that the partner's backend did not take before the confirm
/// call.
std::optional<Advice> webhookAdvice(const QString& code)
{
    if (code == "no_webhook_secret"_L1 || code == "webhook_signature_refused"_L1)
        return Advice{"webhook_secret",
            QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation",
                "Give the environment the secret that your backend knows (jetbridge-cli "
                "environment set), then start again."),
            "jetbridge-cli environment set NAME --webhook-secret-from-stdin"};
    if (code == "webhook_gone"_L1)
        return Advice{"webhook_gone", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation",
                "When your backend takes webhooks again, retry what it has not taken "
                "(jetbridge-cli registrations retry), then start again."),
            "jetbridge-cli registrations retry"};
    if (code == "webhook_busy"_L1)
        return Advice{"webhook_busy", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Wait until then, then start again."),
            "Wait until then, then onboard once more."};
    if (!isAboutWebhook(code))
        return std::nullopt;
    return Advice{"webhook_refused", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
        QT_TRANSLATE_NOOP("Explanation",
            "Fix it in your backend or in the environment's webhook settings, then start again."),
        "Fix it in your backend or in the environment (environment show), then onboard once more."};
}

/// Returns the advice for a code of our own, wherever it happened.
std::optional<Advice> codedAdvice(const QString& code)
{
    if (const auto advice = registrationAdvice(code))
        return advice;
    if (const auto advice = webhookAdvice(code))
        return advice;
    static constexpr Advice table[]{
        {"way_back_unreachable", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Mend your token endpoint, then start again."),
            "Mend your token endpoint, then onboard once more."},
        {"way_back_refused", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Mend your token endpoint, then start again."),
            "Mend your token endpoint, then onboard once more."},
        {"way_back_odd", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Mend your token endpoint, then start again."),
            "Mend your token endpoint, then onboard once more."},
        {"nobody_serves", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP(
                "Explanation", "Choose in Settings who serves oauthTokenUrl, then start again."),
            "jetbridge-cli environment set NAME --token-service here|given|registration|webhook"},
        {"no_given_pair", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP(
                "Explanation", "Choose in Settings who serves oauthTokenUrl, then start again."),
            "jetbridge-cli environment set NAME --token-service here|given|registration|webhook"},
        {"unwanted_pair", QT_TRANSLATE_NOOP("Explanation", "Nothing was confirmed: %1"),
            QT_TRANSLATE_NOOP(
                "Explanation", "Choose in Settings who serves oauthTokenUrl, then start again."),
            "jetbridge-cli environment set NAME --token-service here|given|registration|webhook"},
        {"production_not_confirmed",
            QT_TRANSLATE_NOOP("Explanation",
                "Nothing was started: in production the company's identifier must be typed once "
                "more."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Type it exactly as it stands in the company's field, then start."),
            "Repeat the company with --confirm-production ID."},
        {"integration_disabled",
            QT_TRANSLATE_NOOP("Explanation",
                "Nothing was sent: the customer disabled the integration at SmartRecruiters."),
            QT_TRANSLATE_NOOP("Explanation",
                "Ask the customer whether it is enabled again, then verify it; otherwise onboard "
                "them again."),
            "Ask the customer whether it is enabled again, then: jetbridge-cli integrations "
            "verify"},
        {"declined", QT_TRANSLATE_NOOP("Explanation", "The customer declined."),
            QT_TRANSLATE_NOOP("Explanation",
                "Ask the customer why they declined. For another decision they need a new one-time "
                "code."),
            "For another decision the customer needs a new one-time code."},
        {"code_exhausted",
            QT_TRANSLATE_NOOP(
                "Explanation", "Too many wrong attempts: the one-time code is no longer valid."),
            QT_TRANSLATE_NOOP("Explanation",
                "Give the customer a new one-time code, by a way on which nobody else reads it."),
            "Give the customer a new one-time code, by a way on which nobody else reads it."},
        {"code_expired",
            QT_TRANSLATE_NOOP("Explanation", "The one-time code was entered after it had expired."),
            QT_TRANSLATE_NOOP("Explanation",
                "Give the customer a new one-time code, and say until when it is good."),
            "Give the customer a new one-time code, and say until when it is good."},
        {"code_used",
            QT_TRANSLATE_NOOP(
                "Explanation", "The one-time code was entered again after it had been used."),
            QT_TRANSLATE_NOOP(
                "Explanation", "For another decision give the customer a new one-time code."),
            "For another decision give the customer a new one-time code."},
        {"no_customer_credentials",
            QT_TRANSLATE_NOOP("Explanation", "The keychain has no credentials of this customer."),
            QT_TRANSLATE_NOOP("Explanation",
                "Onboard the customer again to get new ones, or restore a backup that has them "
                "(Settings)."),
            "Onboard the customer again to get new ones, or restore a backup that has them: "
            "jetbridge-cli restore FILE"},
        {outcomeUnknownCode,
            QT_TRANSLATE_NOOP("Explanation",
                "No second confirm request was sent: the outcome of the earlier one for this "
                "company is unknown."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Open the company under Customers and resolve it first."),
            waysOn},
        {"integration_exists",
            QT_TRANSLATE_NOOP("Explanation",
                "No second confirm request was sent: the earlier one for this company took "
                "effect, but its credentials never reached us."),
            QT_TRANSLATE_NOOP("Explanation",
                "Have the customer disable the integration, then resolve it under Customers and "
                "start again."),
            "Have the customer disable the integration, then end this with `integrations resolve "
            "ID` and bring the company on board again."},
        // Their own sentence names the exchange, the version, the folder or the file, and what to
        // do.
        {"newer_format", nullptr, nullptr, nullptr},
        {"secret_found", nullptr, nullptr, nullptr},
        {"state_folder", nullptr, nullptr, nullptr},
        {"STATE_NOT_KEPT", nullptr, nullptr, nullptr},
        {"damaged_backup", nullptr, nullptr, nullptr},
        {"incomplete_backup", nullptr, nullptr, nullptr},
        {"newer_backup", nullptr, nullptr, nullptr},
        {"reader_gone", nullptr, nullptr, nullptr},
        {"nobody_approved", nullptr,
            QT_TRANSLATE_NOOP(
                "Explanation", "Talk to the customer, then give them a new one-time code."),
            "Talk to the customer, then run the command again for a new one-time code."},
        {"gpg_silent", nullptr, nullptr,
            "`gpg --list-secret-keys` in this session shows what gpg waits for."},
        {"standard_output", nullptr, nullptr,
            "Send standard output somewhere else, then run the command again."},
        {"folder_in_use", nullptr, nullptr,
            "restore --replace puts what is there into a folder before-restore-TIME."},
    };
    for (const Advice& one : table)
        if (code == QLatin1String(one.code))
            return one;
    return {};
}

Advice adviceHere(const Failure& failure, const Where& where)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {"cancelled",
            QT_TRANSLATE_NOOP("Explanation", "It was stopped before anything was confirmed."),
            QT_TRANSLATE_NOOP("Explanation", "Start again whenever you like."), nullptr};
    case FailureKind::VaultUnavailable:
        if (where == Where(Step::Store))
            return {"not_stored",
                QT_TRANSLATE_NOOP(
                    "Explanation", "The keychain did not keep the customer's credentials."),
                QT_TRANSLATE_NOOP("Explanation",
                    "Unlock the keychain. Jetbridge holds the credentials in memory until then and "
                    "stores them by itself; do not quit."),
                "Unlock or start the keychain (jetbridge-cli doctor tells more)."};
        return {"vault_unavailable",
            QT_TRANSLATE_NOOP(
                "Explanation", "The keychain is locked or missing, so no secret was asked for."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Unlock the keychain of this computer, then try again."),
            "Unlock or start the keychain (jetbridge-cli doctor tells more)."};
    case FailureKind::StorageUnavailable:
        if (where == Where(Step::Store))
            return {"not_noted",
                QT_TRANSLATE_NOOP("Explanation",
                    "The keychain has the customer's credentials, but the data folder cannot be "
                    "written."),
                QT_TRANSLATE_NOOP("Explanation",
                    "Free some disk space and check who may write to the data folder. Jetbridge "
                    "holds the credentials in memory until then and goes on by itself; do not "
                    "quit."),
                "Make the data folder writable, or choose another one with --data."};
        // The failure's own sentence says what to do about such a cause; room on the disk does not
        // help.
        if (codedCause(failure.code))
            return {"storage_unavailable", nullptr, nullptr, nullptr};
        return {"storage_unavailable",
            QT_TRANSLATE_NOOP("Explanation", "The data folder cannot be read or written."),
            QT_TRANSLATE_NOOP("Explanation",
                "Free some disk space and check who may write to the data folder, then try "
                "again."),
            "Make the data folder writable, or choose another one with --data."};
    case FailureKind::NotFound:
        return {"not_here", QT_TRANSLATE_NOOP("Explanation", "It is not here (any more)."),
            QT_TRANSLATE_NOOP("Explanation", "Look again at what there is now."), nullptr};
    case FailureKind::Conflict:
        return {"taken_here",
            QT_TRANSLATE_NOOP("Explanation",
                "It is already there, was changed meanwhile, or the name is already taken."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Choose another one, or close what holds it, then try again."),
            nullptr};
    case FailureKind::NotPermitted:
    case FailureKind::Refused:
        return {"not_done", QT_TRANSLATE_NOOP("Explanation", "Nothing was sent: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Correct it, then try again."), nullptr};
    default:
        return {"not_valid",
            failure.detail.isEmpty()
                ? QT_TRANSLATE_NOOP("Explanation", "Something that was entered is not valid.")
                : QT_TRANSLATE_NOOP("Explanation", "Not valid: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Correct it, then try again."), nullptr};
    }
}

/// Returns the advice if no usable answer came, whoever the other side is.
std::optional<Advice> adviceForNoAnswer(const Failure& failure)
{
    switch (failure.kind) {
    case FailureKind::TimedOut:
        return Advice{"timed_out",
            QT_TRANSLATE_NOOP("Explanation", "No answer came in time while %1."),
            QT_TRANSLATE_NOOP("Explanation", "Try again; nothing was changed."), checkNetwork};
    case FailureKind::Unreachable:
        return Advice{"unreachable",
            QT_TRANSLATE_NOOP("Explanation", "The other side could not be reached while %1."),
            QT_TRANSLATE_NOOP("Explanation",
                "Check the network, the proxy and the addresses in Settings, then try again."),
            checkNetwork};
    case FailureKind::Insecure:
        return Advice{"insecure",
            QT_TRANSLATE_NOOP("Explanation", "The connection is not secure, so nothing was sent."),
            QT_TRANSLATE_NOOP("Explanation",
                "Check the clock of this computer, the certificate and the authority in "
                "Settings."),
            "Check the environment's URLs; an own authority is named by environment set "
            "--ca-file."};
    default:
        return {};
    }
}

Advice adviceElsewhere(const Failure& failure, Errand errand)
{
    if (const auto advice = adviceForNoAnswer(failure))
        return *advice;
    if (errand == Errand::Simulator)
        return {"simulator_answered",
            QT_TRANSLATE_NOOP("Explanation", "The simulator did not do this: %1"),
            QT_TRANSLATE_NOOP("Explanation", "Look at the Simulator's page, then try again."),
            "Correct what the answer names, then try again."};
    return {"backend_answered",
        QT_TRANSLATE_NOOP("Explanation", "Your own server did not take it: %1"),
        QT_TRANSLATE_NOOP("Explanation", "Look at your server's log, then try again."),
        "Look at your server's log, then try again."};
}

Advice adviceThere(const Failure& failure, const Where& where)
{
    if (const auto advice = adviceForNoAnswer(failure))
        return *advice;
    switch (failure.kind) {
    case FailureKind::NotPermitted:
        if (where == Where(Step::Prove))
            return {"call_not_permitted",
                QT_TRANSLATE_NOOP("Explanation",
                    "The integration is there, but the first call on the customer's behalf was not "
                    "allowed."),
                QT_TRANSLATE_NOOP("Explanation",
                    "Ask the customer to check the granted scopes and the role of the "
                    "integration's user, then verify again."),
                checkScopes};
        return {"not_permitted",
            QT_TRANSLATE_NOOP("Explanation", "SmartRecruiters does not allow this request."),
            QT_TRANSLATE_NOOP("Explanation",
                "Make sure that the customer started from the Apps & Integrations page, then tell "
                "the Partner & API Team."),
            checkScopes};
    case FailureKind::NotFound:
        return {"not_found",
            QT_TRANSLATE_NOOP(
                "Explanation", "SmartRecruiters does not know this company or integration."),
            QT_TRANSLATE_NOOP("Explanation", "Check the company identifier and the environment."),
            "Check the company's identifier and the environment's URLs."};
    case FailureKind::Conflict:
        return {"conflict",
            QT_TRANSLATE_NOOP("Explanation", "It is already there, or the name is already taken."),
            QT_TRANSLATE_NOOP("Explanation",
                "Ask the customer to disable the integration first, then onboard them again."),
            "Have the customer disable the integration, then onboard it again."};
    case FailureKind::RateLimited:
        return {"rate_limited",
            QT_TRANSLATE_NOOP("Explanation", "SmartRecruiters asks us to slow down."),
            QT_TRANSLATE_NOOP("Explanation", "Wait a minute, then try again."),
            "Wait a little, then try again."};
    case FailureKind::ServerFault:
        return {"server_fault",
            QT_TRANSLATE_NOOP("Explanation", "SmartRecruiters has a problem of its own."),
            QT_TRANSLATE_NOOP("Explanation",
                "Try again in a few minutes; if it stays, tell the Partner & API Team."),
            theyMendIt};
    case FailureKind::BadReply:
        return {"bad_reply",
            QT_TRANSLATE_NOOP("Explanation", "The answer was not what the guide promises."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Try again; if it stays, tell the Partner & API Team."),
            failure.code == "html"_L1 || failure.status / 100 == 3
                ? "Check the environment's URLs (environment show) and the proxy, then try again."
                : theyMendIt};
    case FailureKind::OutcomeUnknown:
        return {"outcome_unknown_now",
            QT_TRANSLATE_NOOP("Explanation",
                "The confirm request was sent, but no usable answer came: the integration may or "
                "may not exist."),
            QT_TRANSLATE_NOOP("Explanation",
                "Ask SmartRecruiters whether it exists, then resolve it under Customers."),
            "Look at SmartRecruiters whether the integration exists before you do it again; "
            "`integrations list --status unknown` names it, `integrations show` tells the ways "
            "on."};
    default:
        return {"not_accepted",
            QT_TRANSLATE_NOOP(
                "Explanation", "SmartRecruiters did not accept the request while %1."),
            QT_TRANSLATE_NOOP("Explanation",
                "Correct what its answer names, if it names something; otherwise tell the Partner "
                "& API Team."),
            "Correct what the answer names, or ask SmartRecruiters."};
    }
}

Advice adviceFor(const Failure& failure, const Where& where)
{
    if (const auto coded = codedAdvice(failure.code))
        return *coded;
    if (failure.kind == FailureKind::NotPermitted && where == Where(Step::Consent))
        // The line is older than the version in which the journal began to record the code.
        return {"not_consented",
            QT_TRANSLATE_NOOP(
                "Explanation", "The customer did not approve, or the one-time code has ended."),
            QT_TRANSLATE_NOOP(
                "Explanation", "Talk to the customer, then give them a new one-time code."),
            "Talk to the customer, then give them a new one-time code."};
    const Errand* errand = std::get_if<Errand>(&where);
    const bool isElsewhere = errand && *errand != Errand::Here;
    if (failure.kind == FailureKind::Refused
        && ((failure.status > 0 && !isElsewhere) || where == Where(Step::Consent)
            || failure.code == "no_master_credentials"_L1))
        return adviceForRefused(failure, where);
    if (happenedHere(failure))
        return adviceHere(failure, where);
    if (isElsewhere)
        return adviceElsewhere(failure, *errand);
    return adviceThere(failure, where);
}

const char* doing(const Where& where)
{
    if (const Step* step = std::get_if<Step>(&where))
        return doingAt(*step);
    switch (std::get<Errand>(where)) {
    case Errand::Here:
        return QT_TRANSLATE_NOOP("Explanation", "getting ready");
    case Errand::Simulator:
        return QT_TRANSLATE_NOOP("Explanation", "asking the simulator");
    case Errand::Backend:
        return QT_TRANSLATE_NOOP("Explanation", "calling your own server");
    }
    Q_UNREACHABLE();
}

} // namespace

Explanation explanationOf(const Failure& failure, const Where& where)
{
    const Advice advice = adviceFor(failure, where);
    const Cause cause = causeOf(failure, where);
    const QString what = QString::fromUtf8(advice.what);
    const bool isAboutDoing = what.contains("while %1"_L1);
    return {QLatin1String(advice.code), what,
        isAboutDoing ? QString::fromUtf8(doing(where)) : QString(), QString::fromUtf8(cause.text),
        cause.fixer, cause.certainty, QString::fromUtf8(advice.next),
        QString::fromUtf8(advice.command), happenedHere(failure)};
}

const char* doingAt(Step step)
{
    switch (step) {
    case Step::Preflight:
        return QT_TRANSLATE_NOOP("Explanation", "getting ready");
    case Step::Token:
        return QT_TRANSLATE_NOOP("Explanation", "getting the bearer token");
    case Step::Consent:
        return QT_TRANSLATE_NOOP("Explanation", "waiting for the customer's consent");
    case Step::Register:
        return QT_TRANSLATE_NOOP("Explanation", "registering a client at your own server");
    case Step::Rehearse:
        return QT_TRANSLATE_NOOP(
            "Explanation", "rehearsing how SmartRecruiters gets a token from you");
    case Step::Confirm:
        return QT_TRANSLATE_NOOP("Explanation", "confirming the integration");
    case Step::Store:
        return QT_TRANSLATE_NOOP("Explanation", "storing the credentials");
    case Step::Finish:
        return QT_TRANSLATE_NOOP("Explanation", "sending the customer back");
    case Step::Prove:
        return QT_TRANSLATE_NOOP("Explanation", "proving that it works");
    case Step::Notified:
        return QT_TRANSLATE_NOOP("Explanation", "receiving a notification");
    case Step::Removed:
        return QT_TRANSLATE_NOOP("Explanation", "deleting the credentials");
    case Step::Replaced:
        return QT_TRANSLATE_NOOP("Explanation", "keeping the history");
    case Step::Rotated:
        return QT_TRANSLATE_NOOP("Explanation", "putting other master credentials to use");
    case Step::HandedOver:
        return QT_TRANSLATE_NOOP("Explanation", "handing over the credentials");
    }
    Q_UNREACHABLE();
}

QString fixerName(Fixer fixer)
{
    switch (fixer) {
    case Fixer::You:
        return u"you"_s;
    case Fixer::Customer:
        return u"customer"_s;
    case Fixer::SmartRecruiters:
        return u"smartRecruiters"_s;
    case Fixer::YourIt:
        return u"yourIt"_s;
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge
