// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Deliveries.h"

#include "async/Later.h"
#include "async/Signal.h"
#include "console/CurrentEnvironment.h"
#include "console/RunLock.h"
#include "delivery/CommandSink.h"
#include "delivery/FolderSink.h"
#include "delivery/VaultSink.h"
#include "delivery/WebhookSink.h"
#include "ports/Exchanges.h"

#include <algorithm>

namespace jetbridge {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// While another program delivers.
constexpr std::chrono::milliseconds whileBusy = 3s;
// Between two looks whether another program still delivers.
constexpr std::chrono::milliseconds oneLook = 100ms;

} // namespace

QString placeOf(const Sink& sink)
{
    switch (sink.kind) {
    case SinkKind::Command:
        return CommandSettings::fromJson(sink.settings).program;
    case SinkKind::Folder:
        return FolderSettings::fromJson(sink.settings).folder;
    case SinkKind::Vault: {
        const VaultSettings settings = VaultSettings::fromJson(sink.settings);
        return u"%1 %2/%3"_s.arg(settings.address.toString(), settings.mount, settings.path);
    }
    case SinkKind::Webhook:
        return WebhookSinkSettings::fromJson(sink.settings).url.toString();
    }
    Q_UNREACHABLE();
}

QList<Delivery> standingDeliveries(const QList<Delivery>& newestFirst)
{
    QList<Delivery> standing;
    for (const Delivery& one : newestFirst) {
        const auto known = std::find_if(standing.begin(), standing.end(),
            [&one](const Delivery& other) { return other.sink == one.sink; });
        if (known == standing.end())
            standing.append(one);
        else if (one.state == DeliveryState::Waiting)
            *known = one;
    }
    return standing;
}

Deliveries::Deliveries(Parts parts)
    : m_parts(std::move(parts))
    , m_round(m_parts.timer.alarm(), [this] { return round(); })
{
    m_drivers[SinkKind::Command] = std::make_unique<delivery::CommandSink>(m_parts.encryption);
    m_drivers[SinkKind::Folder] = std::make_unique<delivery::FolderSink>(m_parts.encryption);
    auto vault = std::make_unique<delivery::VaultSink>(m_parts.clock, &m_parts.recorder);
    auto webhook = std::make_unique<delivery::WebhookSink>(m_parts.clock, &m_parts.recorder);
    connect(&m_parts.current, &CurrentEnvironment::changed, this,
        [this, vault = vault.get(), webhook = webhook.get()] {
            vault->setAuthorities(m_parts.current.environment().caFile);
            webhook->setAuthorities(m_parts.current.environment().caFile);
        });
    m_drivers[SinkKind::Vault] = std::move(vault);
    m_drivers[SinkKind::Webhook] = std::move(webhook);
}

Deliveries::~Deliveries() = default;

DeliveryServices Deliveries::services(std::function<Standing()> standing)
{
    return {m_parts.current.environment(), m_parts.sinks, m_parts.outbox, m_parts.vault,
        m_parts.journal, m_parts.clock,
        [this](SinkKind kind) -> SinkDriver& { return *m_drivers.at(kind); }, std::move(standing),
        [this](const Delivery& delivery) { Q_EMIT tried(delivery); }, m_leftToOthers};
}

Task<Outcome<Sink>> Deliveries::add(NewSink added)
{
    return addSink(services([] { return Standing::Here; }), m_parts.randomness, std::move(added));
}

Task<Outcome<Sink>> Deliveries::remove(QString name)
{
    return removeSink(services([] { return Standing::Here; }), std::move(name));
}

Task<Outcome<DeliveryPreview>> Deliveries::preview(Sink sink, Integration integration)
{
    return previewDelivery(
        services([] { return Standing::Here; }), std::move(sink), std::move(integration));
}

void Deliveries::start()
{
    if (!m_isStopped)
        m_round.start(0ms);
}

void Deliveries::take(const IntegrationId& integration)
{
    m_hasNews = true;
    m_round.wake();
    Q_EMIT changed(integration);
}

Task<std::optional<async::Round::Pause>> Deliveries::round()
{
    // The system releases it when this program ends, however it ends.
    const auto lock =
        RunLock::takeDeliveries(m_parts.dataFolder, m_parts.current.environment().name);
    if (!lock)
        co_return whileBusy;
    const auto next =
        co_await within(m_scope, deliverDue(services([this, hasEnded = m_scope.hasEnded()] {
            if (hasEnded())
                return Standing::Gone;
            return m_round.isOn() ? Standing::Here : Standing::Stopping;
        })));
    co_return sleepUntil(next, m_parts.clock.now());
}

Task<bool> Deliveries::deliverNow(std::chrono::milliseconds patience, IfBusy ifBusy)
{
    if (m_isStopped || m_round.isOn())
        co_return false;
    const qint64 end = m_parts.clock.steadyMs() + patience.count();
    const auto take = [this] {
        return RunLock::takeDeliveries(m_parts.dataFolder, m_parts.current.environment().name);
    };
    RunLock::Taken lock = take();
    const auto mayWait = [this, ifBusy, end](const RunLock::Taken& taken) {
        return !taken && taken.error().kind == FailureKind::Conflict && ifBusy == IfBusy::Wait
            && !m_isStopped && m_parts.clock.steadyMs() < end;
    };
    while (mayWait(lock)) {
        const async::Later<bool> rung;
        m_parts.timer.ringAfter(oneLook, [rung] { rung.settle(true); });
        const auto kept = m_scope.keep(rung, false);
        if (!co_await rung)
            co_return false;
        lock = take();
    }
    if (!lock)
        co_return false;
    // What is not delivered now stays due.
    disregard(
        co_await within(m_scope, deliverDue(services([this, end, hasEnded = m_scope.hasEnded()] {
            if (hasEnded())
                return Standing::Gone;
            return !m_isStopped && m_parts.clock.steadyMs() < end ? Standing::Here
                                                                  : Standing::Stopping;
        }))));
    co_return true;
}

void Deliveries::stop()
{
    m_isStopped = true;
    m_round.stop();
    for (const auto& [kind, driver] : m_drivers)
        driver->abortAll();
}

Task<Done> Deliveries::settled()
{
    if (!m_round.isIdle())
        co_await async::emission(&m_round, &async::Round::idle, std::chrono::seconds(5));
    co_return Done{};
}

} // namespace jetbridge
