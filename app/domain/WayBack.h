// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>
#include <QUrl>

namespace jetbridge {

/// Who serves the registered oauthTokenUrl, where SmartRecruiters gets its tokens (guide, 1).
enum class TokenService {
    Unset, ///< Not set: our own endpoints do, if the registered address is theirs.
    Here, ///< Our own endpoints (`serve`, the window), which know the clients that we generate.
    Given, ///< The partner's own authorization server; staff create each client there and enter it
           ///< here.
    Registration, ///< The partner's own authorization server, which registers a client for each
                  ///< customer (RFC 7591).
    Webhook, ///< The partner's own server, whose backend we tell of each customer's client by a
             ///< webhook.
};

/// Returns "unset", "here", "given", "registration" or "webhook".
QString tokenServiceName(TokenService service);
Outcome<TokenService> tokenServiceFromName(const QString& name);

/// Tells whether we stage each customer's client at the partner's own server before the confirm
/// call, and commit or withdraw it there afterwards.
inline bool isStagedThere(TokenService service)
{
    return service == TokenService::Registration || service == TokenService::Webhook;
}

/// Tells whether an oauthTokenUrl is served by our own endpoints: it is below `publicUrl`, or on
/// this computer with their path.
bool isOurTokenUrl(const QUrl& oauthTokenUrl, const QUrl& publicUrl);

/// Whether oauthTokenUrl accepted each of the two client authentications of RFC 6749 2.3.1. It is
/// unknown which of them SmartRecruiters uses.
struct TokenTrial {
    bool byBody = false;
    bool byBasic = false;

    bool isGood() const { return byBody || byBasic; }
    bool operator==(const TokenTrial&) const = default;
};

QString tokenTrialName(const TokenTrial& trial); ///< Returns "both", "body", "basic" or "none".
TokenTrial tokenTrialFromName(const QString& name);

/// State of the way back: how SmartRecruiters gets tokens with one customer's issued client.
struct WayBack {
    TokenService servedBy = TokenService::Unset; ///< Whose token endpoint knows the client; Unset:
                                                 ///< there is no client.
    QDateTime rehearsedAt; ///< Time in UTC when we last got a token with the client; invalid if
                           ///< never.
    TokenTrial rehearsedBy;
    QDateTime refusedAt; ///< Time in UTC when a token was last refused to us, if that was after
                         ///< `rehearsedAt`.
    Message refusal; ///< Why; without secrets.
    QDateTime firstUsedAt; ///< Time in UTC when SmartRecruiters got its first token from us.
    QDateTime lastUsedAt; ///< Time in UTC of its latest token, to the minute.

    bool operator==(const WayBack&) const = default;
};

/// Summary of the way back, as an indicator shows it.
enum class WayBackState {
    OneWay, ///< The customer has no way back.
    Never, ///< It was never rehearsed or used.
    Rehearsed, ///< We got a token with the client.
    Used, ///< SmartRecruiters got a token from us, and nothing was refused since.
    Refused, ///< We got no token in the last rehearsal.
};

WayBackState wayBackState(bool bidirectional, const WayBack& wayBack);
QString wayBackStateName(WayBackState state); ///< Returns "one-way", "never", "rehearsed", ...
Outcome<WayBackState> wayBackStateFromName(const QString& name);

/// Tells whether this program could see SmartRecruiters use the client.
inline bool isUseSeen(const WayBack& wayBack)
{
    return wayBack.servedBy == TokenService::Here;
}

} // namespace jetbridge
