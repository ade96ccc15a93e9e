// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentPage.h"

#include "async/Signal.h"
#include "domain/CompanyId.h"
#include "domain/Redirect.h"
#include "endpoints/Language.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s; ///< How long a second submit waits for the result of the first.

/// Returns the origin of a URL as Content-Security-Policy needs it: "https://host:port".
QString origin(const QUrl& url)
{
    return url.url(
        QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

struct FailurePage {
    QString section;
    QString tone;
    int status;
    bool offerRetry;
};

FailurePage pageOf(const Failure& failure)
{
    const auto bad = u"bad"_s;
    const auto warn = u"warn"_s;
    // The partner's side was not ready, and SmartRecruiters was not called (flows/RehearseWayBack,
    // flows/RegisterClient, flows/AnnounceClient).
    if (failure.code.startsWith("way_back_"_L1) || failure.code.startsWith("registration_"_L1)
        || failure.code.startsWith("webhook_"_L1) || failure.code == "no_webhook_secret"_L1
        || failure.code == "no_registration_token"_L1 || failure.code == "nobody_serves"_L1
        || failure.code == "no_given_pair"_L1 || failure.code == "unwanted_pair"_L1)
        return {u"partnerSide"_s, bad, 502, true};
    if (failure.code == "decline_not_kept"_L1)
        return {u"declineNotKept"_s, warn, 503, true};
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {u"stopped"_s, warn, 409, false};
    case FailureKind::TimedOut:
    case FailureKind::Unreachable:
    case FailureKind::Insecure:
    case FailureKind::ServerFault:
    case FailureKind::BadReply:
        return {u"unreachable"_s, bad, 502, true};
    case FailureKind::RateLimited:
        return {u"busy"_s, warn, 503, true};
    case FailureKind::Refused:
    case FailureKind::Invalid:
        return {u"refused"_s, bad, 502, false};
    case FailureKind::NotPermitted:
        if (failure.status == 0) // our own program said so, not SmartRecruiters
            return {u"codeUsed"_s, warn, 403, false};
        return {u"notPermitted"_s, bad, 403, false};
    case FailureKind::NotFound:
        return {u"notFound"_s, bad, 404, false};
    case FailureKind::Conflict:
        // An earlier confirm call may have taken effect, so this one was not sent
        // (flows/UnknownOutcome): SmartRecruiters has said nothing.
        if (failure.code == QLatin1String(outcomeUnknownCode)
            || failure.code == "integration_exists"_L1)
            return {u"earlier"_s, warn, 409, false};
        return {u"conflict"_s, warn, 409, false};
    case FailureKind::VaultUnavailable:
    case FailureKind::StorageUnavailable:
        return {u"storage"_s, bad, 503, false};
    case FailureKind::OutcomeUnknown:
        return {u"unknown"_s, warn, 504, false};
    }
    Q_UNREACHABLE();
}

} // namespace

struct ConsentPage::Visit {
    Visit(const ConsentPage& page, const web::Request& request)
        : presentation(page.m_handler.presentation())
        , language(preferredLanguage(request.header("accept-language"), page.m_pages.languages()))
        , toRoot(request.linkTo(u"/"))
    {
        name = presentation.application.name.trimmed();
        if (name.isEmpty())
            name = page.m_pages.text(language, u"common"_s, u"application"_s, {});
        const QUrl logoUrl = presentation.application.logo;
        if (logoUrl.scheme() == "https"_L1
            || (logoUrl.scheme() == "data"_L1 && logoUrl.path().startsWith("image/"_L1)))
            logo = logoUrl;
    }

    QJsonObject values(const CompanyId& company) const
    {
        return {
            {u"name"_s, name},
            {u"description"_s, presentation.application.description},
            {u"logo"_s, logo.toString(QUrl::FullyEncoded)},
            {u"company"_s, company.text()},
        };
    }

    ConsentHandler::Presentation presentation;
    QString language;
    QString toRoot; ///< Relative link from this request's page to the root of these endpoints.
    QString name;
    QUrl logo; ///< Embedded or https; empty: none that may be shown.
};

ConsentPage::ConsentPage(
    ConsentHandler& handler, const Clock& clock, Randomness& randomness, const Pages& pages)
    : m_handler(handler)
    , m_clock(clock)
    , m_randomness(randomness)
    , m_pages(pages)
    , m_seal(Secret(randomness.bytes(32)))
{
}

web::Reply ConsentPage::reply(
    const Visit& visit, const QByteArray& page, int status, const QUrl& formMayLeadTo) const
{
    QString images = u"data:"_s;
    if (visit.logo.scheme() == "https"_L1)
        images += QLatin1Char(' ') + origin(visit.logo);
    // Chromium also applies form-action to the redirect that answers the form.
    QString forms = u"'self'"_s;
    if (!formMayLeadTo.isEmpty())
        forms += QLatin1Char(' ') + origin(formMayLeadTo);
    const QStringList& frames = visit.presentation.frameOrigins;
    const QString policy =
        u"default-src 'none'; style-src %1; img-src %2; form-action %3; "
        "frame-ancestors %4; base-uri 'none'"_s.arg(QString::fromLatin1(m_pages.styleHash()),
            images, forms, frames.isEmpty() ? u"'none'"_s : frames.join(QLatin1Char(' ')));

    web::Reply reply;
    reply.status = status;
    reply.body = page;
    reply.with("Content-Type", "text/html; charset=utf-8")
        .with("Content-Language", visit.language.toLatin1())
        .with("Vary", "Accept-Language")
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", policy.toLatin1());
    return reply;
}

Answer ConsentPage::outcome(const Visit& visit, const QString& section, const QString& tone,
    int status, const CompanyId& company, QJsonObject values) const
{
    const QJsonObject common = visit.values(company);
    for (auto value = common.begin(); value != common.end(); ++value)
        values.insert(value.key(), value.value());
    values.insert(u"outcome"_s, section);
    values.insert(u"tone"_s, tone);
    values.insert(u"role"_s, status < 400 ? u"status"_s : u"alert"_s);
    values.insert(u"hasLinks"_s, values.contains(u"retry"_s) || values.contains(u"back"_s));
    return {reply(visit, m_pages.page(visit.language, u"outcome"_s, section, values), status),
        m_handler.onboardingOf(company)};
}

Answer ConsentPage::signInForm(
    const Visit& visit, ConsentState state, const QString& problem, int status)
{
    state.stage = ConsentState::Stage::SignIn;
    QJsonObject values = visit.values(state.company);
    values.insert(u"action"_s, visit.toRoot + u"consent/sign-in"_s);
    values.insert(u"state"_s, QString::fromLatin1(m_seal.seal(state)));
    values.insert(u"problem"_s, problem);
    const auto signIn = u"sign-in"_s;
    return {reply(visit, m_pages.page(visit.language, signIn, signIn, values), status),
        m_handler.onboardingOf(state.company)};
}

Answer ConsentPage::decisionForm(const Visit& visit, ConsentState state) const
{
    state.stage = ConsentState::Stage::Decision;
    const Application& application = visit.presentation.application;
    QJsonArray scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes.append(QJsonObject{{u"scope"_s, scope.name}, {u"reason"_s, scope.reason}});
    QJsonObject values = visit.values(state.company);
    values.insert(u"action"_s, visit.toRoot + u"consent/decision"_s);
    values.insert(u"state"_s, QString::fromLatin1(m_seal.seal(state)));
    values.insert(u"bidirectional"_s, application.isBidirectional());
    values.insert(u"notified"_s, !application.callbackUrl.isEmpty());
    values.insert(u"hasScopes"_s, !scopes.isEmpty());
    values.insert(u"scopes"_s, scopes);
    const auto decision = u"decision"_s;
    return {
        reply(visit, m_pages.page(visit.language, decision, decision, values), 200, state.redirect),
        state.onboarding, true};
}

Answer ConsentPage::open(const web::Request& request)
{
    const Visit visit(*this, request);
    QString company;
    const auto refuse = [&](const char* section) {
        Answer answer = outcome(visit, QLatin1String(section), u"bad"_s, 400);
        answer.onboarding = m_handler.onboardingOf(CompanyId(company));
        return answer;
    };
    const auto query = request.queryForm();
    if (!query || !query->repeatedName().isEmpty())
        return refuse("addressOdd");
    company = QString::fromUtf8(query->value("companyId"));
    if (company.isEmpty())
        return refuse("companyMissing");
    if (!checkCompanyId(CompanyId(company)))
        return refuse("companyOdd");

    ConsentState state;
    if (visit.presentation.application.consentDisplayMode == ConsentDisplayMode::Redirect) {
        const QString redirect = QString::fromUtf8(query->value("redirect"));
        if (redirect.isEmpty())
            return refuse("redirectMissing");
        const auto target = checkRedirect(redirect, visit.presentation.redirectHosts);
        if (!target)
            return refuse("redirectForeign");
        state.redirect = *target;
    }
    state.company = CompanyId(company);
    state.visit = m_randomness.bytes(16).toHex();
    state.expiresAt = m_clock.now() + lifetime;
    m_handler.opened(state.company);
    return signInForm(visit, state);
}

Answer ConsentPage::signIn(const web::Request& request)
{
    const Visit visit(*this, request);
    const auto form = request.form();
    auto state = form && form->repeatedName().isEmpty()
        ? m_seal.open(form->value("state"), ConsentState::Stage::SignIn, m_clock.now())
        : std::nullopt;
    if (!state)
        return outcome(
            visit, u"stateOdd"_s, u"bad"_s, form ? 400 : std::max(400, form.error().status));

    const auto again = [&](const QString& key, int status) {
        return signInForm(visit, *state,
            m_pages.text(visit.language, u"sign-in"_s, key, visit.values(state->company)), status);
    };
    const QString code = QString::fromUtf8(form->value("code")).trimmed();
    if (code.isEmpty())
        return again(u"empty"_s, 400);

    const auto onboarding = m_handler.signIn(state->company, code);
    if (!onboarding) {
        if (onboarding.error().kind == FailureKind::Refused) {
            Answer answer = again(u"wrong"_s, 403);
            answer.reply.transport.delayMs = noteWrongCode(request.peer);
            return answer;
        }
        if (onboarding.error().kind == FailureKind::NotPermitted)
            return again(u"newCode"_s, 403);
        const FailurePage page = pageOf(onboarding.error());
        return outcome(visit, page.section, page.tone, page.status, state->company);
    }
    state->onboarding = *onboarding;
    return decisionForm(visit, *state);
}

/// Delays only wrong codes: many customers may share one proxy, and the right code is never held
/// back.
int ConsentPage::noteWrongCode(const QHostAddress& peer)
{
    constexpr qint64 mostMs = 10'000;
    const QByteArray key = oauth::peerKey(peer);
    const qint64 now = m_clock.steadyMs();
    const qint64 wait = m_wrongCodes.waitMs(key, now);
    m_wrongCodes.failed(key, now);
    return int(std::min(wait, mostMs));
}

Task<Answer> ConsentPage::decide(std::shared_ptr<ConsentPage> page, web::Request request)
{
    const Visit visit(*page, request);
    const auto form = request.form();
    const auto state = form && form->repeatedName().isEmpty() ? page->m_seal.open(
                           form->value("state"), ConsentState::Stage::Decision, page->m_clock.now())
                                                              : std::nullopt;
    const QByteArray choice = form ? form->value("decision") : QByteArray();
    if (!state || (choice != "approve" && choice != "decline"))
        co_return page->outcome(
            visit, u"stateOdd"_s, u"bad"_s, form ? 400 : std::max(400, form.error().status));

    // The redirect is checked again before anything is confirmed: the settings may have changed
    // since the page was shown.
    if (!state->redirect.isEmpty()
        && !checkRedirect(
            state->redirect.toString(QUrl::FullyEncoded), visit.presentation.redirectHosts))
        co_return page->outcome(visit, u"redirectForeign"_s, u"bad"_s, 400, state->company);

    auto decision = page->m_decisions.find(*state);
    if (decision) {
        if (!decision->end())
            co_await async::emission(decision.get(), &ConsentDecision::settled, patience);
        co_return page->endOf(visit, *state, *decision);
    }

    decision = page->m_decisions.begin(*state, page->m_clock.now());
    if (choice == "decline") {
        const auto declined = co_await page->m_handler.decline(state->onboarding, state->company);
        if (declined)
            decision->settle(ConsentDecision::End::Declined);
        else if (declined.error().kind == FailureKind::NotPermitted) // it is over already
            decision->settle(ConsentDecision::End::Failed, declined.error());
        else
            decision->settle(ConsentDecision::End::Failed,
                {FailureKind::StorageUnavailable, 0, u"decline_not_kept"_s, declined.error().detail,
                    {}});
        co_return page->endOf(visit, *state, *decision);
    }
    const auto mode =
        state->redirect.isEmpty() ? ConsentDisplayMode::Popup : ConsentDisplayMode::Redirect;
    const auto approved = co_await page->m_handler.approve(state->onboarding, state->company, mode);
    if (approved)
        decision->settle(ConsentDecision::End::Connected);
    else
        decision->settle(ConsentDecision::End::Failed, approved.error());
    co_return page->endOf(visit, *state, *decision);
}

Answer ConsentPage::endOf(
    const Visit& visit, const ConsentState& state, const ConsentDecision& decision) const
{
    const auto belongingTo = [&state](Answer answer) {
        answer.onboarding = state.onboarding;
        answer.isProven = true;
        return answer;
    };
    if (!decision.end())
        return belongingTo(outcome(visit, u"working"_s, u"warn"_s, 202, state.company));

    if (*decision.end() != ConsentDecision::End::Failed) {
        if (!state.redirect.isEmpty())
            return {
                web::Reply::seeOther(state.redirect), state.onboarding, true}; // 303: RFC 9700 4.12
        const bool connected = decision.end() == ConsentDecision::End::Connected;
        return belongingTo(outcome(visit, connected ? u"connected"_s : u"declined"_s,
            connected ? u"ok"_s : QString(), 200, state.company));
    }

    const FailurePage page = pageOf(decision.failure());
    QJsonObject values{{u"reference"_s, state.onboarding.text()}};
    if (page.offerRetry) {
        QUrlQuery query{{u"companyId"_s, state.company.text()}};
        if (!state.redirect.isEmpty())
            query.addQueryItem(u"redirect"_s,
                QString::fromLatin1(
                    QUrl::toPercentEncoding(state.redirect.toString(QUrl::FullyEncoded))));
        values.insert(
            u"retry"_s, visit.toRoot + u"consent?"_s + query.toString(QUrl::FullyEncoded));
    }
    if (!state.redirect.isEmpty())
        values.insert(u"back"_s, state.redirect.toString(QUrl::FullyEncoded));
    return belongingTo(outcome(visit, page.section, page.tone, page.status, state.company, values));
}

Answer ConsentPage::status(const web::Request& request) const
{
    const auto status = u"status"_s;
    const QString language =
        preferredLanguage(request.header("accept-language"), m_pages.languages());
    auto page = web::Reply::html(m_pages.page(language, status, status, {}));
    return {page, {}};
}

} // namespace jetbridge::endpoints
