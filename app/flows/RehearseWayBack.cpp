// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RehearseWayBack.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Tells whether oauthTokenUrl could not be reached. A request with Basic would then fail in the
/// same way as the one with the credentials in the body.
bool isUnreached(FailureKind kind)
{
    return kind == FailureKind::Unreachable || kind == FailureKind::TimedOut
        || kind == FailureKind::Insecure || kind == FailureKind::Cancelled
        || kind == FailureKind::ServerFault || kind == FailureKind::RateLimited;
}

/// Describes the failure by its consequence for the customer, and not as a refusal by
/// SmartRecruiters.
Failure noToken(Failure why, const TokenPlace& place)
{
    const char* code = "way_back_odd";
    if (isUnreached(why.kind)) {
        code = "way_back_unreachable";
    } else if (why.kind == FailureKind::Refused) {
        code = "way_back_refused";
        why.kind = FailureKind::NotPermitted;
    }
    why.code = QLatin1String(code);
    why.detail = Message::of(
        "way_back_no_token", {place.oauthTokenUrl.toString(QUrl::FullyEncoded), why.detail});
    return why;
}

tl::unexpected<Failure> wrongPlace(const char* code, const QString& words)
{
    return failed(FailureKind::Invalid, words, 0, QLatin1String(code));
}

} // namespace

void tellEnd(const WayBack& wayBack, JournalEntry& line)
{
    line.code = u"by_"_s + tokenTrialName(wayBack.rehearsedBy);
    if (wayBack.rehearsedBy.byBody && wayBack.rehearsedBy.byBasic)
        line.detail = Message::of("rehearsed_both_ways");
    else if (wayBack.rehearsedBy.byBody)
        line.detail = Message::of("rehearsed_by_body");
    else
        line.detail = Message::of("rehearsed_by_basic");
}

bool isWayBackUnreached(const Failure& failure)
{
    return isUnreached(failure.kind);
}

Outcome<TokenService> tokenServiceOf(const TokenPlace& place)
{
    if (place.service != TokenService::Unset)
        return place.service;
    if (isOurTokenUrl(place.oauthTokenUrl, place.publicUrl))
        return TokenService::Here;
    return wrongPlace("nobody_serves",
        u"Nobody is known to serve the registered oauthTokenUrl %1, so that SmartRecruiters "
        "would never get a token: nothing was sent. If your own authorization server does, say "
        "`environment set NAME --token-service given` and give each customer's pair, or "
        "`--token-service registration` or `--token-service webhook`; if "
        "`serve` does, behind a proxy of that name, say --public-url or --token-service here; "
        "else register an application without oauthTokenUrl."_s.arg(
            place.oauthTokenUrl.toString(QUrl::FullyEncoded)));
}

Outcome<TokenService> checkTokenPlace(const TokenPlace& place, bool isPairGiven)
{
    const auto service = tokenServiceOf(place);
    if (!service)
        return service;
    if (*service == TokenService::Given && !isPairGiven)
        return wrongPlace("no_given_pair",
            u"The pairs for oauthTokenUrl %1 are made in your own authorization "
            "server: nothing was sent. Make one for this customer there and enter it in "
            "Onboard, or give it to `onboard --client-from-stdin`."_s.arg(
                place.oauthTokenUrl.toString(QUrl::FullyEncoded)));
    if (*service == TokenService::Registration && isPairGiven)
        return wrongPlace("unwanted_pair",
            u"The pairs for oauthTokenUrl %1 are registered at your own authorization "
            "server by Jetbridge: nothing was sent. Give none, or say `environment "
            "set NAME --token-service given`."_s.arg(
                place.oauthTokenUrl.toString(QUrl::FullyEncoded)));
    if (*service == TokenService::Webhook && isPairGiven)
        return wrongPlace("unwanted_pair",
            u"Jetbridge makes the pairs for oauthTokenUrl %1 and tells your backend of them: "
            "nothing was sent. Give none, or say `environment set NAME --token-service "
            "given`."_s.arg(place.oauthTokenUrl.toString(QUrl::FullyEncoded)));
    if (*service == TokenService::Here && isPairGiven)
        return wrongPlace("unwanted_pair",
            u"Jetbridge itself serves oauthTokenUrl %1 and makes the pairs: nothing "
            "was sent. Give none, or say `environment set NAME --token-service "
            "given`."_s.arg(place.oauthTokenUrl.toString(QUrl::FullyEncoded)));
    return service;
}

Task<Outcome<WayBack>> rehearseWayBack(
    Services services, TokenPlace place, ClientCredentials pair, OnboardingId correlation)
{
    const auto byBody = co_await services.tokenTrials.ask(
        place.oauthTokenUrl, pair, ClientAuthentication::Body, correlation);
    Outcome<Done> byBasic = byBody;
    if (byBody || !isUnreached(byBody.error().kind))
        byBasic = co_await services.tokenTrials.ask(
            place.oauthTokenUrl, pair, ClientAuthentication::Basic, correlation);

    WayBackEvent event;
    event.at = services.clock.now();
    event.trial = {byBody.has_value(), byBasic.has_value()};
    const Failure failure = event.trial.isGood()
        ? Failure()
        : noToken(
            byBasic.error().kind == FailureKind::Refused ? byBasic.error() : byBody.error(), place);
    event.kind = event.trial.isGood() ? WayBackEvent::Kind::Rehearsed : WayBackEvent::Kind::Refused;
    event.refusal = failure.detail;
    // If oauthTokenUrl could not be reached, nothing new is known about the client.
    const auto told = !event.trial.isGood() && isUnreached(failure.kind)
        ? Outcome<Done>(Done{})
        : co_await services.issuedClients.tell(pair.clientId, event);
    if (!event.trial.isGood())
        co_return tl::unexpected<Failure>(failure);
    if (!told)
        co_return passOn(told);
    WayBack wayBack;
    wayBack.rehearsedAt = event.at;
    wayBack.rehearsedBy = event.trial;
    co_return wayBack;
}

} // namespace jetbridge
