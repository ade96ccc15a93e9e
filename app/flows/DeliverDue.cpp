// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/DeliverDue.h"

#include "flows/AnnounceClient.h"
#include "flows/JournalKeeper.h"
#include "flows/StoredCredentials.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using namespace std::chrono_literals;
using What = LeftToOthers::What;

/// Longest pause in seconds of what is left to others.
constexpr qint64 longestLeft = 60;
/// Longest pause that a sink may ask for.
constexpr std::chrono::seconds longestPause = 24h;

/// One try and what it means for others.
struct Attempt {
    DeliveryResult result;
    bool isSuperseded = false; ///< The credentials are gone, and a later event tells why.
    /// Set if this program has not the secrets for it; what else it cannot do without them.
    std::optional<What> left = {};
};

tl::unexpected<Failure> stopped()
{
    return failed(FailureKind::Cancelled, u"Delivering was stopped."_s);
}

Attempt failedAttempt(const Failure& failure)
{
    Attempt attempt;
    attempt.result.outcome = tl::unexpected<Failure>(failure);
    return attempt;
}

/// Returns a try that failed because a secret cannot be read here.
Attempt withoutSecret(const Failure& failure, What what)
{
    Attempt attempt = failedAttempt(failure);
    attempt.left = failure.kind == FailureKind::VaultUnavailable ? What::Everything : what;
    return attempt;
}

Task<Outcome<Sink>> sinkOf(Sinks& sinks, Delivery delivery)
{
    const auto all = co_await sinks.all();
    if (!all)
        co_return passOn(all);
    for (const Sink& sink : *all)
        if (sink.number == delivery.sink)
            co_return Sink(sink);
    co_return failed(FailureKind::NotFound, u"The sink was removed."_s);
}

/// Brings together what the delivery needs, and gives it to the sink's driver.
Task<Attempt> attempt(DeliveryServices services, Delivery delivery)
{
    const auto sink = co_await sinkOf(services.sinks, delivery);
    if (!sink)
        co_return failedAttempt(sink.error());
    const auto secret = co_await storedSinkSecret(services.vault, services.environment.name, *sink);
    if (!secret)
        co_return withoutSecret(secret.error(), What::Sink);
    Parcel parcel{delivery, services.environment};
    parcel.secret = *secret;
    if (handsOver(delivery.event)) {
        const auto credentials = co_await storedCustomerCredentials(
            services.vault, services.environment.name, delivery.integration);
        if (!credentials) {
            Attempt gone = withoutSecret(credentials.error(), What::Delivery);
            gone.isSuperseded =
                credentials.error().kind == FailureKind::NotFound && !delivery.isLast;
            co_return gone;
        }
        parcel.credentials = *credentials;
    }
    if (services.standing() != Standing::Here) // nobody would end it any more
        co_return failedAttempt(stopped().value());
    Attempt done;
    done.result = co_await services.driver(sink->kind).deliver(*sink, parcel);
    co_return done;
}

/// Writes into the customer's history that its credentials left, or were taken back.
Task<Outcome<Done>> note(DeliveryServices services, Delivery delivery)
{
    const JournalKeeper keeper(
        services.journal, services.clock, delivery.onboarding, delivery.company);
    const QStringList facts{delivery.sinkName, delivery.place};
    const Message detail = handsOver(delivery.event) ? Message::of("delivered_to_sink", facts)
                                                     : Message::of("taken_back_from_sink", facts);
    co_return co_await keeper.write(keeper.line(Step::HandedOver, StepState::Done, detail));
}

Task<Outcome<Done>> end(
    DeliveryServices services, Delivery delivery, DeliveryState state, QString why)
{
    delivery.state = state;
    delivery.why = std::move(why);
    delivery.endedAt = services.clock.now();
    if (state == DeliveryState::Done) {
        const auto noted = co_await note(services, delivery);
        if (!noted)
            co_return noted;
    }
    services.tell(delivery);
    co_return co_await services.outbox.end(
        delivery.number, state, delivery.endedAt, delivery.place, delivery.why);
}

Task<Outcome<Done>> postpone(DeliveryServices services, Delivery delivery, Attempt tried)
{
    const Failure& failure = tried.result.outcome.error();
    const auto asked = std::min(tried.result.pause, longestPause);
    delivery.due =
        services.clock.now().addSecs(std::max(pauseAfter(delivery.tries), asked).count());
    delivery.why = failure.detail;
    const bool wantsNoMore = tried.result.wantsNoMore;
    // When staff retry another delivery of the sink, this one has its own pause only.
    const auto postponed =
        co_await services.outbox.postpone(delivery.number, delivery.due, delivery.why);
    if (wantsNoMore)
        delivery.due = whenStaffRetry();
    services.tell(delivery);
    if (!postponed || !(wantsNoMore || asked > 0s || takesNothing(failure.kind)))
        co_return postponed;
    co_return co_await services.outbox.postponeSink(delivery.sink, delivery.due);
}

Task<Outcome<Done>> leaveToOthers(DeliveryServices services, Delivery delivery, Attempt tried)
{
    services.leftToOthers.leave(delivery, *tried.left, services.clock.now());
    delivery.why = tried.result.outcome.error().detail;
    services.tell(delivery);
    co_return co_await services.outbox.giveBack(delivery.number, delivery.why);
}

/// Records the result of one try.
Task<Outcome<Done>> settle(DeliveryServices services, Delivery delivery, Attempt tried)
{
    const DeliveryResult& result = tried.result;
    delivery.place = result.place;
    if (!tried.left)
        services.leftToOthers.resume(delivery);
    if (result.outcome)
        co_return co_await end(services, delivery,
            result.nothingBecause.isEmpty() ? DeliveryState::Done : DeliveryState::LeftAlone,
            result.nothingBecause);
    if (result.outcome.error().kind == FailureKind::Cancelled)
        co_return co_await services.outbox.postpone(
            delivery.number, services.clock.now(), delivery.why);
    if (tried.isSuperseded)
        co_return co_await end(services, delivery, DeliveryState::Superseded,
            u"Its credentials were removed before it could be delivered."_s);
    if (tried.left)
        co_return co_await leaveToOthers(services, delivery, tried);
    if (result.isFinal)
        co_return co_await end(
            services, delivery, DeliveryState::GivenUp, result.outcome.error().detail);
    co_return co_await postpone(services, delivery, tried);
}

} // namespace

bool LeftToOthers::Pause::lasts(const QDateTime& now) const
{
    return until > now && until <= now.addSecs(longestLeft); // The clock may have been put back.
}

void LeftToOthers::leave(const Delivery& delivery, What what, const QDateTime& now)
{
    Pause& pause = what == What::Everything ? m_everything
        : what == What::Sink                ? m_sinks[delivery.sink]
                                            : m_deliveries[delivery.number];
    pause.until = now.addSecs(std::min<qint64>(pauseAfter(++pause.tries).count(), longestLeft));
}

void LeftToOthers::resume(const Delivery& delivery)
{
    m_everything = {};
    m_sinks.remove(delivery.sink);
    m_deliveries.remove(delivery.number);
}

std::optional<QDateTime> LeftToOthers::nothingUntil(const QDateTime& now) const
{
    return m_everything.lasts(now) ? std::optional(m_everything.until) : std::nullopt;
}

Outbox::Except LeftToOthers::exceptions(const QDateTime& now) const
{
    const auto lasting = [&now](const QHash<qint64, Pause>& pauses) {
        QList<qint64> numbers;
        for (auto pause = pauses.cbegin(); pause != pauses.cend(); ++pause)
            if (pause->lasts(now))
                numbers.append(pause.key());
        return numbers;
    };
    return {lasting(m_sinks), lasting(m_deliveries)};
}

std::optional<QDateTime> LeftToOthers::orAgain(
    std::optional<QDateTime> next, const QDateTime& now) const
{
    for (const auto* pauses : {&m_sinks, &m_deliveries})
        for (const Pause& pause : *pauses)
            if (pause.lasts(now) && (!next || pause.until < *next))
                next = pause.until;
    return next;
}

bool takesNothing(FailureKind kind)
{
    switch (kind) {
    case FailureKind::TimedOut:
    case FailureKind::Unreachable:
    case FailureKind::Insecure:
    case FailureKind::Refused:
    case FailureKind::RateLimited:
    case FailureKind::ServerFault:
    case FailureKind::StorageUnavailable:
    case FailureKind::VaultUnavailable:
        return true;
    default:
        return false;
    }
}

Task<Outcome<Secret>> storedSinkSecret(Vault& vault, QString environment, Sink sink)
{
    if (sink.kind == SinkKind::Webhook) {
        const auto secrets = co_await webhookSecrets(vault, environment);
        if (secrets)
            co_return secrets->toJson();
        Failure none = secrets.error();
        if (none.kind == FailureKind::Invalid) // The sink gets nothing at all without it.
            none.kind = FailureKind::Refused;
        co_return tl::unexpected<Failure>(std::move(none));
    }
    if (sink.secretItem.isEmpty())
        co_return Secret();
    const auto item = co_await vault.read(VaultKey::sink(environment, sink.secretItem));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return failed(FailureKind::Refused,
            u"The keychain does not hold the secret of the sink \"%1\": remove the sink and add it "
            "again."_s.arg(sink.name),
            0, u"no_sink_secret"_s);
    co_return Secret(**item);
}

Task<Outcome<std::optional<QDateTime>>> deliverDue(DeliveryServices services)
{
    while (services.standing() == Standing::Here) {
        const QDateTime now = services.clock.now();
        if (const auto later = services.leftToOthers.nothingUntil(now))
            co_return later;
        const Outbox::Except except = services.leftToOthers.exceptions(now);
        const auto due = co_await services.outbox.take(now, except);
        if (services.standing() == Standing::Gone)
            co_return stopped();
        if (!due)
            co_return passOn(due);
        if (!due->has_value()) {
            const auto next = co_await services.outbox.nextDue(except);
            if (!next || services.standing() == Standing::Gone)
                co_return next;
            co_return services.leftToOthers.orAgain(*next, now);
        }

        const Delivery delivery = **due;
        const Attempt tried = co_await attempt(services, delivery);
        if (services.standing() == Standing::Gone)
            co_return stopped();
        const auto settled = co_await settle(services, delivery, tried);
        if (!settled)
            co_return passOn(settled);
    }
    co_return stopped();
}

} // namespace jetbridge
