// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/GeneratedPair.h"

namespace jetbridge {

ClientCredentials generatedPair(Randomness& randomness, const QString& prefix)
{
    ClientCredentials client;
    client.clientId = ClientId(prefix + QString::fromLatin1(randomness.bytes(16).toHex()));
    QByteArray bytes = randomness.bytes(32);
    QByteArray text =
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    client.clientSecret = Secret(text);
    wipe(bytes);
    wipe(text);
    return client;
}

OnboardingId newOnboardingId(Randomness& randomness)
{
    return OnboardingId(QString::fromLatin1(randomness.bytes(16).toHex()));
}

} // namespace jetbridge
