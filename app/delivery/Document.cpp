// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/Document.h"

namespace jetbridge::delivery {

Outcome<Secret> plainDocument(HandoverFormat format, const Parcel& parcel)
{
    Integration integration;
    integration.id = parcel.delivery.integration;
    integration.company = parcel.delivery.company;
    CustomerCredentials credentials = parcel.credentials.value_or(CustomerCredentials());
    if (credentials.integrationId.isEmpty()) // SmartRecruiters' answer had none
        credentials.integrationId = integration.id;
    return handoverDocument(format, parcel.environment, integration, credentials);
}

Task<Outcome<Secret>> documentOf(Encryption& encryption, SinkFormat format, Parcel parcel)
{
    const auto document = plainDocument(format.format, parcel);
    if (!document || format.format != HandoverFormat::Gpg)
        co_return document;
    const auto encrypted = co_await encryption.encrypt(*document, format.recipient);
    if (!encrypted)
        co_return passOn(encrypted);
    co_return Secret(QByteArrayView(encrypted->document));
}

} // namespace jetbridge::delivery
