// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>
#include <QUrl>

namespace jetbridge {

/// Who serves the registered oauthTokenUrl, where SmartRecruiters gets its tokens (guide, 1).
enum class TokenService {
    Unset, ///< Nobody said. Our own endpoints do, if the registered address is theirs.
    Here, ///< Our own endpoints (`serve`, the window): they know the pairs that we generate.
    Given, ///< The partner's own authorization server: staff make each pair there and give it.
};

QString tokenServiceName(TokenService service); ///< "unset", "here", "given"
Outcome<TokenService> tokenServiceFromName(const QString& name);

/// Whether an oauthTokenUrl is one that our own endpoints serve: below `publicUrl`, or on this
/// computer with their path.
bool isOurTokenUrl(const QUrl& oauthTokenUrl, const QUrl& publicUrl);

/// How oauthTokenUrl took the two ways in which a client may prove itself (RFC 6749 2.3.1). Which
/// of them SmartRecruiters uses is unknown.
struct TokenTrial {
    bool byBody = false;
    bool byBasic = false;

    bool isGood() const { return byBody || byBasic; }
    bool operator==(const TokenTrial&) const = default;
};

QString tokenTrialName(const TokenTrial& trial); ///< "both", "body", "basic", "none"
TokenTrial tokenTrialFromName(const QString& name);

/// What is known of the way from SmartRecruiters to one customer's pair.
struct WayBack {
    TokenService servedBy = TokenService::Unset; ///< Who has the pair; Unset: there is none.
    QDateTime rehearsedAt; ///< UTC; when we last got a token with the pair; invalid: never.
    TokenTrial rehearsedBy;
    QDateTime refusedAt; ///< UTC; when we last got none, if that was after `rehearsedAt`.
    Message refusal; ///< Why; without secrets.
    QDateTime firstUsedAt; ///< UTC; when SmartRecruiters got its first token from us.
    QDateTime lastUsedAt; ///< UTC; its latest one, to the minute.

    bool operator==(const WayBack&) const = default;
};

/// How the way back stands: what a lamp shows.
enum class WayBackState {
    OneWay, ///< The customer has none.
    Never, ///< It was never rehearsed nor used.
    Rehearsed, ///< We got a token with the pair.
    Used, ///< SmartRecruiters got one from us, and nothing was refused since.
    Refused, ///< We got none when we tried last.
};

WayBackState wayBackState(bool bidirectional, const WayBack& wayBack);
QString wayBackStateName(WayBackState state); ///< "one-way", "never", "rehearsed", ...
Outcome<WayBackState> wayBackStateFromName(const QString& name);

/// Whether anybody here could see SmartRecruiters use the pair.
inline bool isUseSeen(const WayBack& wayBack)
{
    return wayBack.servedBy == TokenService::Here;
}

} // namespace jetbridge
