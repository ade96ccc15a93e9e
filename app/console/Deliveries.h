// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Round.h"
#include "flows/KeepSinks.h"
#include "ports/Closing.h"
#include "ports/Encryption.h"
#include "ports/Timer.h"

#include <QObject>

#include <chrono>
#include <map>
#include <memory>

namespace jetbridge {

class CurrentEnvironment;
class ExchangeRecorder;

/// Returns where a sink puts what it gets, such as a folder or a program.
QString placeOf(const Sink& sink);

/// Returns for each sink the delivery of a customer that tells how the customer stands there: the
/// oldest that waits, because the later ones wait for it, else the newest. `newestFirst` are
/// deliveries of one customer.
QList<Delivery> standingDeliveries(const QList<Delivery>& newestFirst);

/// Where customers' events and credentials are delivered to by themselves, and the deliveries. Of
/// all programs on a data folder one at a time delivers.
class Deliveries : public QObject {
    Q_OBJECT

public:
    /// What they need; everything outlives them.
    struct Parts {
        CurrentEnvironment& current;
        Sinks& sinks;
        Outbox& outbox;
        Vault& vault;
        Journal& journal;
        Encryption& encryption;
        const Clock& clock;
        Randomness& randomness;
        Timer& timer;
        ExchangeRecorder& recorder;
        QString dataFolder;
    };
    explicit Deliveries(Parts parts);
    ~Deliveries() override;

    Sinks& sinks() { return m_parts.sinks; }
    Outbox& outbox() { return m_parts.outbox; }
    /// The three operations of KeepSinks.h.
    Task<Outcome<Sink>> add(NewSink added);
    Task<Outcome<Sink>> remove(QString name);
    Task<Outcome<DeliveryPreview>> preview(Sink sink, Integration integration);

    /// Delivers from now on in the background, whatever is due and whenever it is. Off at first.
    void start();
    /// What deliverNow() does while another program delivers.
    enum class IfBusy { Leave, Wait };
    /// Delivers what is due now, and stops to begin new deliveries when `patience` is over. False:
    /// another program delivers, or this one all the time.
    Task<bool> deliverNow(std::chrono::milliseconds patience, IfBusy ifBusy = IfBusy::Leave);

    // --- For the rest of the console
    /// Something was noted, made due, added or removed, in whatever program.
    void take(const IntegrationId& integration);
    /// Whether take() was called since the start.
    bool hasNews() const { return m_hasNews; }
    void stop();
    /// Nothing is being delivered; 5 s at most.
    Task<Done> settled();

Q_SIGNALS:
    void changed(const jetbridge::IntegrationId& integration); ///< Empty: the sinks.
    /// A sink has taken a delivery, or has not.
    void tried(const jetbridge::Delivery& delivery);

private:
    DeliveryServices services(std::function<Standing()> standing);
    /// How long to rest after it.
    Task<std::optional<async::Round::Pause>> round();

    const Parts m_parts;
    std::map<SinkKind, std::unique_ptr<SinkDriver>> m_drivers;
    LeftToOthers m_leftToOthers;
    bool m_hasNews = false;
    bool m_isStopped = false; ///< The console ends.
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
