// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoints/Answer.h"
#include "endpoints/ConsentDecisions.h"
#include "endpoints/ConsentState.h"
#include "endpoints/Pages.h"
#include "oauth/FailureCounter.h"
#include "ports/Clock.h"
#include "ports/ConsentHandler.h"
#include "web/Request.h"

namespace jetbridge::endpoints {

/// The consent page (guide, 3): sign-in with a one-time code, review, approve or decline.
///
/// Works without JavaScript and without cookies, alone or in SmartRecruiters' frame. Used on the
/// endpoints' thread.
class ConsentPage {
public:
    static constexpr std::chrono::minutes lifetime{60}; ///< Lifetime of one visit, from opening the
                                                        ///< page.

    ConsentPage(
        ConsentHandler& handler, const Clock& clock, Randomness& randomness, const Pages& pages);

    Answer open(const web::Request& request); ///< GET /consent
    Answer signIn(const web::Request& request); ///< POST /consent/sign-in
    /// POST /consent/decision. A value keeps the page alive, however late the answer comes.
    static Task<Answer> decide(std::shared_ptr<ConsentPage> page, web::Request request);
    /// Answers GET /: tells that the endpoints are running, and nothing else.
    Answer status(const web::Request& request) const;

private:
    struct Visit; ///< The language, the link to the root and the presentation for one request.

    /// Counts a wrong code and returns how long its answer is delayed, in milliseconds; the delay
    /// grows with every wrong code of this peer.
    int noteWrongCode(const QHostAddress& peer);
    Answer signInForm(
        const Visit& visit, ConsentState state, const QString& problem = {}, int status = 200);
    Answer decisionForm(const Visit& visit, ConsentState state) const;
    Answer endOf(
        const Visit& visit, const ConsentState& state, const ConsentDecision& decision) const;
    /// Makes a page that tells what happened; `values` may add links.
    Answer outcome(const Visit& visit, const QString& section, const QString& tone, int status,
        const CompanyId& company = {}, QJsonObject values = {}) const;
    web::Reply reply(const Visit& visit, const QByteArray& page, int status,
        const QUrl& formMayLeadTo = {}) const;

    ConsentHandler& m_handler;
    const Clock& m_clock;
    Randomness& m_randomness;
    const Pages& m_pages;
    ConsentSeal m_seal;
    oauth::FailureCounter m_wrongCodes;
    ConsentDecisions m_decisions;
};

} // namespace jetbridge::endpoints
