// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/PassOnNotifications.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Longer than a delivery may take, so that a running program is never overtaken.
constexpr std::chrono::seconds lease(60);

tl::unexpected<Failure> stopped()
{
    return failed(FailureKind::Cancelled, u"Passing on was stopped."_s);
}

/// Tells whether a result shows that the backend accepts nothing at all, and not only this
/// notification.
bool takesNothing(const Outcome<BackendAnswer>& answer)
{
    return !answer || answer->status >= 500 || answer->status == 429 || answer->status == 408;
}

/// Records the result of one try.
Task<Outcome<Done>> settle(PassOnServices services, Forward forward, Outcome<BackendAnswer> answer)
{
    const qint64 number = forward.notification.number;
    const QDateTime now = services.clock.now();
    if (!answer && answer.error().kind == FailureKind::Cancelled)
        co_return co_await services.queue.postpone(number, now, forward.lastFailure);
    // Nobody is told before it is written: what is not written is delivered again.
    if (answer && answer->status >= 200 && answer->status < 300) {
        const auto delivered = co_await services.queue.markDelivered(number, now);
        if (services.standing() == Standing::Gone)
            co_return stopped();
        if (!delivered)
            co_return delivered;
        forward.deliveredAt = now;
        forward.lastFailure.clear();
        services.tell(forward);
        co_return delivered;
    }
    forward.due = now.addSecs(pauseAfter(forward.tries).count());
    forward.lastFailure =
        answer ? u"The backend answered %1."_s.arg(answer->status) : answer.error().detail;
    const auto postponed =
        co_await services.queue.postpone(number, forward.due, forward.lastFailure);
    if (services.standing() == Standing::Gone)
        co_return stopped();
    if (!postponed)
        co_return postponed;
    services.tell(forward);
    if (!takesNothing(answer))
        co_return postponed;
    co_return co_await services.queue.postponeAll(forward.due);
}

} // namespace

Task<Outcome<std::optional<QDateTime>>> passOnNotifications(
    PassOnServices services, BackendAddress address)
{
    while (services.standing() == Standing::Here) {
        const QDateTime now = services.clock.now();
        const auto due = co_await services.queue.take(now, now.addSecs(lease.count()));
        if (services.standing() == Standing::Gone)
            co_return stopped();
        if (!due)
            co_return passOn(due);
        if (!due->has_value())
            co_return co_await services.queue.nextDue();

        const auto answer = co_await services.backend.deliver(address, (*due)->notification);
        if (services.standing() == Standing::Gone)
            co_return stopped();
        const auto settled = co_await settle(services, **due, answer);
        if (!settled)
            co_return passOn(settled);
    }
    co_return stopped();
}

} // namespace jetbridge
