// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "ports/Encryption.h"
#include "ports/SinkDriver.h"

#include <QProcessEnvironment>

namespace jetbridge::delivery {

/// Runs a program for each event (CommandSettings), never by a shell. It reads the document with
/// the credentials from standard input, or the event as JSON (eventDocument()) if credentials are
/// taken back. Exit code 0: it has taken the event. What it writes is shown to nobody, because it
/// may repeat the secret. It gets a few variables of our environment and those that the settings
/// name, and no terminal; what takes too long is killed with all that it started.
class CommandSink final : public SinkDriver {
public:
    /// `encryption` must outlive it.
    explicit CommandSink(Encryption& encryption)
        : m_encryption(encryption)
    {
    }
    Task<DeliveryResult> deliver(Sink sink, Parcel parcel) override;
    Task<Outcome<DeliveryPreview>> preview(Sink sink, Parcel parcel) override;
    void abortAll() override { m_scope.end(); }

private:
    Encryption& m_encryption;
    async::Scope m_scope; ///< Ends first.
};

/// Returns the environment of a program that has these settings.
QProcessEnvironment environmentOf(const CommandSettings& settings);

} // namespace jetbridge::delivery
