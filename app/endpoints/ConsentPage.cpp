// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentPage.h"

#include "async/Signal.h"
#include "domain/CompanyId.h"
#include "domain/Redirect.h"
#include "endpoints/Language.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

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
    const auto bad = QStringLiteral("bad");
    const auto warn = QStringLiteral("warn");
    // The partner's side was not ready, and SmartRecruiters was not called (flows/RehearseWayBack).
    if (failure.code.startsWith(QLatin1String("way_back_"))
        || failure.code == QLatin1String("nobody_serves")
        || failure.code == QLatin1String("no_given_pair")
        || failure.code == QLatin1String("unwanted_pair"))
        return {QStringLiteral("partnerSide"), bad, 502, true};
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {QStringLiteral("stopped"), warn, 409, false};
    case FailureKind::TimedOut:
    case FailureKind::Unreachable:
    case FailureKind::Insecure:
    case FailureKind::ServerFault:
    case FailureKind::BadReply:
        return {QStringLiteral("unreachable"), bad, 502, true};
    case FailureKind::RateLimited:
        return {QStringLiteral("busy"), warn, 503, true};
    case FailureKind::Refused:
    case FailureKind::Invalid:
        return {QStringLiteral("refused"), bad, 502, false};
    case FailureKind::NotPermitted:
        if (failure.status == 0) // our own program said so, not SmartRecruiters
            return {QStringLiteral("codeUsed"), warn, 403, false};
        return {QStringLiteral("notPermitted"), bad, 403, false};
    case FailureKind::NotFound:
        return {QStringLiteral("notFound"), bad, 404, false};
    case FailureKind::Conflict:
        return {QStringLiteral("conflict"), warn, 409, false};
    case FailureKind::VaultUnavailable:
    case FailureKind::StorageUnavailable:
        return {QStringLiteral("storage"), bad, 503, false};
    case FailureKind::OutcomeUnknown:
        return {QStringLiteral("unknown"), warn, 504, false};
    }
    Q_UNREACHABLE();
}

} // namespace

struct ConsentPage::Visit {
    Visit(const ConsentPage& page, const web::Request& request)
        : presentation(page.m_decisions.presentation())
        , language(preferredLanguage(request.header("accept-language"), page.m_pages.languages()))
        , toRoot(request.linkTo(u"/"))
    {
        name = presentation.application.name.trimmed();
        if (name.isEmpty())
            name = page.m_pages.text(
                language, QStringLiteral("common"), QStringLiteral("application"), {});
        const QUrl logoUrl = presentation.application.logo;
        if (logoUrl.scheme() == QLatin1String("https")
            || (logoUrl.scheme() == QLatin1String("data")
                && logoUrl.path().startsWith(QLatin1String("image/"))))
            logo = logoUrl;
    }

    QJsonObject values(const CompanyId& company) const
    {
        return {
            {QStringLiteral("name"), name},
            {QStringLiteral("description"), presentation.application.description},
            {QStringLiteral("logo"), logo.toString(QUrl::FullyEncoded)},
            {QStringLiteral("company"), company.text()},
        };
    }

    ConsentDecisions::Presentation presentation;
    QString language;
    QString toRoot; ///< Relative link from this request's page to the root of these endpoints.
    QString name;
    QUrl logo; ///< Embedded or https; empty: none that may be shown.
};

ConsentPage::ConsentPage(
    ConsentDecisions& decisions, const Clock& clock, Randomness& randomness, const Pages& pages)
    : m_decisions(decisions)
    , m_clock(clock)
    , m_randomness(randomness)
    , m_pages(pages)
    , m_seal(Secret(randomness.bytes(32)))
{
}

web::Reply ConsentPage::reply(
    const Visit& visit, const QByteArray& page, int status, const QUrl& formMayLeadTo) const
{
    QString images = QStringLiteral("data:");
    if (visit.logo.scheme() == QLatin1String("https"))
        images += QLatin1Char(' ') + origin(visit.logo);
    // Chromium also applies form-action to the redirect that answers the form.
    QString forms = QStringLiteral("'self'");
    if (!formMayLeadTo.isEmpty())
        forms += QLatin1Char(' ') + origin(formMayLeadTo);
    const QStringList& frames = visit.presentation.frameOrigins;
    const QString policy =
        QStringLiteral("default-src 'none'; style-src %1; img-src %2; form-action %3; "
                       "frame-ancestors %4; base-uri 'none'")
            .arg(QString::fromLatin1(m_pages.styleHash()), images, forms,
                frames.isEmpty() ? QStringLiteral("'none'") : frames.join(QLatin1Char(' ')));

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
    values.insert(QStringLiteral("outcome"), section);
    values.insert(QStringLiteral("tone"), tone);
    values.insert(
        QStringLiteral("role"), status < 400 ? QStringLiteral("status") : QStringLiteral("alert"));
    values.insert(QStringLiteral("hasLinks"),
        values.contains(QStringLiteral("retry")) || values.contains(QStringLiteral("back")));
    return {reply(visit, m_pages.page(visit.language, QStringLiteral("outcome"), section, values),
                status),
        m_decisions.onboardingOf(company)};
}

Answer ConsentPage::signInForm(
    const Visit& visit, ConsentState state, const QString& problem, int status)
{
    state.stage = ConsentState::Stage::SignIn;
    QJsonObject values = visit.values(state.company);
    values.insert(QStringLiteral("action"), visit.toRoot + QStringLiteral("consent/sign-in"));
    values.insert(QStringLiteral("state"), QString::fromLatin1(m_seal.seal(state)));
    values.insert(QStringLiteral("problem"), problem);
    const auto signIn = QStringLiteral("sign-in");
    return {reply(visit, m_pages.page(visit.language, signIn, signIn, values), status),
        m_decisions.onboardingOf(state.company)};
}

Answer ConsentPage::decisionForm(const Visit& visit, ConsentState state) const
{
    state.stage = ConsentState::Stage::Decision;
    const Application& application = visit.presentation.application;
    QJsonArray scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes.append(QJsonObject{
            {QStringLiteral("scope"), scope.name}, {QStringLiteral("reason"), scope.reason}});
    QJsonObject values = visit.values(state.company);
    values.insert(QStringLiteral("action"), visit.toRoot + QStringLiteral("consent/decision"));
    values.insert(QStringLiteral("state"), QString::fromLatin1(m_seal.seal(state)));
    values.insert(QStringLiteral("bidirectional"), application.isBidirectional());
    values.insert(QStringLiteral("notified"), !application.callbackUrl.isEmpty());
    values.insert(QStringLiteral("hasScopes"), !scopes.isEmpty());
    values.insert(QStringLiteral("scopes"), scopes);
    const auto decision = QStringLiteral("decision");
    return {
        reply(visit, m_pages.page(visit.language, decision, decision, values), 200, state.redirect),
        state.onboarding, true};
}

Answer ConsentPage::open(const web::Request& request)
{
    const Visit visit(*this, request);
    QString company;
    const auto refuse = [&](const char* section) {
        Answer answer = outcome(visit, QLatin1String(section), QStringLiteral("bad"), 400);
        answer.onboarding = m_decisions.onboardingOf(CompanyId(company));
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
    m_decisions.opened(state.company);
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
        return outcome(visit, QStringLiteral("stateOdd"), QStringLiteral("bad"),
            form ? 400 : std::max(400, form.error().status));

    const auto again = [&](const QString& key, int status) {
        return signInForm(visit, *state,
            m_pages.text(
                visit.language, QStringLiteral("sign-in"), key, visit.values(state->company)),
            status);
    };
    const QString code = QString::fromUtf8(form->value("code")).trimmed();
    if (code.isEmpty())
        return again(QStringLiteral("empty"), 400);

    const auto onboarding = m_decisions.signIn(state->company, code);
    if (!onboarding) {
        if (onboarding.error().kind == FailureKind::Refused) {
            Answer answer = again(QStringLiteral("wrong"), 403);
            answer.reply.transport.delayMs = noteWrongCode(request.peer);
            return answer;
        }
        if (onboarding.error().kind == FailureKind::NotPermitted)
            return again(QStringLiteral("newCode"), 403);
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
        co_return page->outcome(visit, QStringLiteral("stateOdd"), QStringLiteral("bad"),
            form ? 400 : std::max(400, form.error().status));

    // The redirect is checked again before anything is confirmed: the settings may have changed
    // since the page was shown.
    if (!state->redirect.isEmpty()
        && !checkRedirect(
            state->redirect.toString(QUrl::FullyEncoded), visit.presentation.redirectHosts))
        co_return page->outcome(
            visit, QStringLiteral("redirectForeign"), QStringLiteral("bad"), 400, state->company);

    auto decision = page->m_decisions.find(*state);
    if (decision) {
        if (!decision->end())
            co_await async::emission(decision.get(), &ConsentDecision::settled, patience);
        co_return page->endOf(visit, *state, *decision);
    }

    decision = page->m_decisions.begin(*state, page->m_clock.now());
    if (choice == "decline") {
        // The customer declined, whether or not it could be noted.
        disregard(co_await page->m_decisions.decline(state->onboarding, state->company));
        decision->settle(ConsentDecision::End::Declined);
        co_return page->endOf(visit, *state, *decision);
    }
    const auto mode =
        state->redirect.isEmpty() ? ConsentDisplayMode::Popup : ConsentDisplayMode::Redirect;
    const auto approved =
        co_await page->m_decisions.approve(state->onboarding, state->company, mode);
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
        return belongingTo(
            outcome(visit, QStringLiteral("working"), QStringLiteral("warn"), 202, state.company));

    if (*decision.end() != ConsentDecision::End::Failed) {
        if (!state.redirect.isEmpty())
            return {
                web::Reply::seeOther(state.redirect), state.onboarding, true}; // 303: RFC 9700 4.12
        const bool connected = decision.end() == ConsentDecision::End::Connected;
        return belongingTo(
            outcome(visit, connected ? QStringLiteral("connected") : QStringLiteral("declined"),
                connected ? QStringLiteral("ok") : QString(), 200, state.company));
    }

    const FailurePage page = pageOf(decision.failure());
    QJsonObject values{{QStringLiteral("reference"), state.onboarding.text()}};
    if (page.offerRetry) {
        QUrlQuery query{{QStringLiteral("companyId"), state.company.text()}};
        if (!state.redirect.isEmpty())
            query.addQueryItem(QStringLiteral("redirect"),
                QString::fromLatin1(
                    QUrl::toPercentEncoding(state.redirect.toString(QUrl::FullyEncoded))));
        values.insert(QStringLiteral("retry"),
            visit.toRoot + QStringLiteral("consent?") + query.toString(QUrl::FullyEncoded));
    }
    if (!state.redirect.isEmpty())
        values.insert(QStringLiteral("back"), state.redirect.toString(QUrl::FullyEncoded));
    return belongingTo(outcome(visit, page.section, page.tone, page.status, state.company, values));
}

Answer ConsentPage::status(const web::Request& request) const
{
    const auto status = QStringLiteral("status");
    const QString language =
        preferredLanguage(request.header("accept-language"), m_pages.languages());
    auto page = web::Reply::html(m_pages.page(language, status, status, {}));
    return {page, {}};
}

} // namespace jetbridge::endpoints
