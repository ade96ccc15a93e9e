// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/HandOver.h"

namespace jetbridge {

Task<Outcome<Done>> handOver(JournalKeeper keeper, Encryption& encryption, Environment environment,
    Integration integration, CustomerCredentials credentials, Handover handover,
    DeliverHandover deliver)
{
    const auto made = handoverDocument(handover.format, environment, integration, credentials);
    if (!made)
        co_return passOn(made);
    Secret document = *made;
    QString how = handoverFormatName(handover.format);
    if (handover.format == HandoverFormat::Gpg) {
        const auto encrypted = co_await encryption.encrypt(document, handover.recipient);
        if (!encrypted)
            co_return passOn(encrypted);
        document = Secret(QByteArrayView(encrypted->document));
        how += QStringLiteral(" for the key %1").arg(encrypted->fingerprint);
    }
    const QString detail = QStringLiteral("As %1 to %2, by %3.").arg(how, handover.to, handover.by);
    const auto noted =
        co_await keeper.write(keeper.line(Step::HandedOver, StepState::Started, detail));
    if (!noted)
        co_return passOn(noted);
    const Outcome<Done> delivered = deliver(document);
    // If only this line cannot be written, the result of the delivery is returned: it has happened.
    (void)co_await keeper.write(delivered
            ? keeper.line(Step::HandedOver, StepState::Done, detail)
            : keeper.failedLine(Step::HandedOver, delivered.error(), -1));
    co_return delivered;
}

} // namespace jetbridge
