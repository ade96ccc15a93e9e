// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepSinks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Stands for a secret in previews; it says nothing about the secret, not even its length.
constexpr QByteArrayView mask = "********";

/// Returns a delivery that nobody has noted, for a preview.
Delivery imagined(const DeliveryServices& services, const Sink& sink, const Integration& customer)
{
    Delivery delivery;
    delivery.id = QString(32, QLatin1Char('0'));
    delivery.sink = sink.number;
    delivery.sinkName = sink.name;
    delivery.company = customer.company;
    delivery.integration = customer.id;
    delivery.client = customer.clientId;
    delivery.onboarding = customer.onboarding;
    delivery.notedAt = services.clock.now();
    return delivery;
}

Parcel maskedParcel(const DeliveryServices& services, const Sink& sink, const Integration& customer)
{
    Parcel parcel{imagined(services, sink, customer), services.environment};
    parcel.credentials = CustomerCredentials{customer.id, {customer.clientId, Secret(mask)}};
    return parcel;
}

/// Returns a customer whom there is not, for checking a new sink.
Integration anybody()
{
    Integration customer;
    customer.id = IntegrationId(u"00000000-0000-0000-0000-000000000000"_s);
    customer.company = CompanyId(u"example"_s);
    customer.clientId = ClientId(u"example-client"_s);
    return customer;
}

/// Invalid: a sink in Vault has no secret that can be sent in a header.
Outcome<Done> checkSecret(const Sink& sink, const Secret& secret)
{
    if (sink.kind != SinkKind::Vault)
        return Done{};
    const QByteArrayView bytes = secret.reveal();
    const bool isSane = !bytes.isEmpty()
        && std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (isSane)
        return Done{};
    const bool hasRole = !VaultSettings::fromJson(sink.settings).roleId.isEmpty();
    return failed(FailureKind::Invalid,
        u"As the sink's secret %1 is expected, on one line."_s.arg(
            hasRole ? u"the secret id of the AppRole"_s : u"a token of Vault"_s));
}

} // namespace

Task<Outcome<Sink>> namedSink(Sinks& sinks, QString name)
{
    const auto all = co_await sinks.all();
    if (!all)
        co_return passOn(all);
    for (const Sink& sink : *all)
        if (sink.name == name)
            co_return Sink(sink);
    co_return failed(
        FailureKind::NotFound, u"There is no sink \"%1\": see `sinks list`."_s.arg(name));
}

Task<Outcome<Sink>> addSink(DeliveryServices services, Randomness& randomness, NewSink added)
{
    Sink sink = added.sink;
    if (const auto sane = checkSinkName(sink.name); !sane)
        co_return passOn(sane);
    if (const auto sane = checkSecret(sink, added.secret); !sane)
        co_return passOn(sane);
    Parcel parcel = maskedParcel(services, sink, anybody());
    const auto shared = co_await storedSinkSecret(services.vault, services.environment.name, sink);
    if (!shared)
        co_return passOn(shared);
    parcel.secret = added.secret.isEmpty() ? *shared : added.secret;
    const auto usable = co_await services.driver(sink.kind).preview(sink, parcel);
    if (!usable)
        co_return passOn(usable);
    // The secret comes first: as soon as there is a sink, any program may deliver to it.
    if (!added.secret.isEmpty()) {
        const auto remembered = co_await services.vault.remember(added.secret);
        if (!remembered)
            co_return passOn(remembered);
        sink.secretItem = QString::fromLatin1(randomness.bytes(16).toHex());
        const auto kept = co_await services.vault.store(
            VaultKey::sink(services.environment.name, sink.secretItem), added.secret);
        if (!kept)
            co_return passOn(kept);
    }
    sink.addedAt = services.clock.now();
    const auto number = co_await services.sinks.add(sink, added.withExisting);
    if (!number) {
        if (!sink.secretItem.isEmpty())
            // Nobody looks for the item any more; the reason is the failure to add the sink.
            disregard(co_await services.vault.remove(
                VaultKey::sink(services.environment.name, sink.secretItem)));
        co_return passOn(number);
    }
    sink.number = *number;
    co_return sink;
}

Task<Outcome<Sink>> removeSink(DeliveryServices services, QString name)
{
    const auto sink = co_await namedSink(services.sinks, name);
    if (!sink)
        co_return passOn(sink);
    // The registry comes first: a locked keychain must not keep staff from removing a sink.
    const auto removed = co_await services.sinks.remove(sink->number);
    if (!removed)
        co_return passOn(removed);
    if (sink->secretItem.isEmpty())
        co_return Sink(*sink);
    const VaultKey key = VaultKey::sink(services.environment.name, sink->secretItem);
    const auto forgotten = co_await services.vault.remove(key);
    if (!forgotten)
        co_return failed(forgotten.error().kind,
            u"\"%1\" is removed and gets nothing any more, but its item \"%2\" is still in the "
            "keychain: %3"_s.arg(name, key.text(), forgotten.error().detail));
    co_return Sink(*sink);
}

Task<Outcome<DeliveryPreview>> previewDelivery(
    DeliveryServices services, Sink sink, Integration integration)
{
    const auto secret = co_await storedSinkSecret(services.vault, services.environment.name, sink);
    if (!secret)
        co_return passOn(secret);
    Parcel parcel =
        maskedParcel(services, sink, integration.id.isEmpty() ? anybody() : integration);
    parcel.secret = *secret;
    co_return co_await services.driver(sink.kind).preview(sink, parcel);
}

} // namespace jetbridge
