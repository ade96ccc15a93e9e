// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/HandOver.h"

namespace jetbridge {

Task<Outcome<Secret>> handOver(JournalKeeper keeper, Encryption& encryption,
    Environment environment, Integration integration, CustomerCredentials credentials,
    Handover handover)
{
    Secret document = handoverDocument(handover.format, environment, integration, credentials);
    QString how = handoverFormatName(handover.format);
    if (handover.format == HandoverFormat::Gpg) {
        const auto encrypted = co_await encryption.encrypt(document, handover.recipient);
        if (!encrypted)
            co_return passOn(encrypted);
        document = Secret(QByteArrayView(encrypted->document));
        how += QStringLiteral(" for the key %1").arg(encrypted->fingerprint);
    }
    const auto noted = co_await keeper.write(keeper.line(Step::HandedOver, StepState::Done,
        QStringLiteral("As %1 to %2, by %3.").arg(how, handover.to, handover.by)));
    if (!noted)
        co_return passOn(noted);
    co_return document;
}

} // namespace jetbridge
