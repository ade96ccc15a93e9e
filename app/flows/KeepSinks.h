// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/DeliverDue.h"

namespace jetbridge {

/// A sink that is to be added.
struct NewSink {
    Sink sink; ///< Name, kind and settings.
    Secret secret; ///< Secret by which it is reached; empty if it needs none.
    bool withExisting = false; ///< It also gets the customers who have credentials now.
};

/// Adds a sink after its driver has checked that it can be used. Invalid: name, settings or
/// secret are not acceptable. Conflict: the name is taken. Other kinds: the check failed, and
/// nothing was added.
Task<Outcome<Sink>> addSink(DeliveryServices services, Randomness& randomness, NewSink added);

/// Removes a sink, its secret and what waits for it. What was delivered stays where it is.
/// NotFound: there is none of that name.
Task<Outcome<Sink>> removeSink(DeliveryServices services, QString name);

/// NotFound: there is no sink of that name.
Task<Outcome<Sink>> namedSink(Sinks& sinks, QString name);

/// Returns what the sink would get for this customer if it were connected now, with every secret
/// masked, and checks whether the sink can be used. Nothing is changed there. A customer without an
/// id stands for anybody.
Task<Outcome<DeliveryPreview>> previewDelivery(
    DeliveryServices services, Sink sink, Integration integration);

} // namespace jetbridge
