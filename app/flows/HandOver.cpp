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
    QStringList facts{handoverFormatName(handover.format), handover.to, handover.by};
    if (handover.format == HandoverFormat::Gpg) {
        const auto encrypted = co_await encryption.encrypt(document, handover.recipient);
        if (!encrypted)
            co_return passOn(encrypted);
        document = Secret(QByteArrayView(encrypted->document));
        facts.append(encrypted->fingerprint);
    }
    const Message detail = Message::of(
        handover.format == HandoverFormat::Gpg ? "handed_over_encrypted" : "handed_over", facts);
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
