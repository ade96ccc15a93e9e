// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Utc.h"
#include "ports/Encryption.h"
#include "ports/SinkDriver.h"

namespace jetbridge {

/// Encryption that only marks what it got, without a key ring.
class MarkingEncryption final : public Encryption {
public:
    Task<Outcome<Encrypted>> encrypt(Secret document, QString recipient) override
    {
        if (recipient.isEmpty())
            co_return failed(FailureKind::Invalid, QStringLiteral("no key"));
        co_return Encrypted{
            "encrypted " + QByteArray::number(document.size()), std::move(recipient)};
    }
};

inline const QByteArray customerSecret = "the customer's secret";

/// Returns a parcel of the company "globex" whose integration has this id.
inline Parcel parcelOf(DeliveryEvent event, const char* integration = "int-1")
{
    Parcel parcel;
    Delivery& delivery = parcel.delivery;
    delivery.number = 1;
    delivery.id = QStringLiteral("0123456789abcdef");
    delivery.tries = 1;
    delivery.event = event;
    delivery.company = CompanyId(QStringLiteral("globex"));
    delivery.integration = IntegrationId(QString::fromLatin1(integration));
    delivery.client = ClientId(QStringLiteral("client-1"));
    delivery.notedAt = QDateTime::fromSecsSinceEpoch(1'800'000'000, utc);
    parcel.environment = Environment::builtIn().constFirst();
    if (handsOver(event))
        parcel.credentials =
            CustomerCredentials{delivery.integration, {delivery.client, Secret(customerSecret)}};
    return parcel;
}

} // namespace jetbridge
