// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Encryption.h"
#include "ports/SinkDriver.h"

namespace jetbridge::delivery {

/// Writes one file for each customer into a folder (FolderSettings), which its owner alone may read
/// (0600), and removes it when the customer disables the integration or is forgotten. The file's
/// name is that of the integration. The folder is made by its owner, who alone may write there:
/// whoever else could, could lead the file elsewhere by a link.
class FolderSink final : public SinkDriver {
public:
    /// `encryption` must outlive it.
    explicit FolderSink(Encryption& encryption)
        : m_encryption(encryption)
    {
    }
    Task<DeliveryResult> deliver(Sink sink, Parcel parcel) override;
    Task<Outcome<DeliveryPreview>> preview(Sink sink, Parcel parcel) override;
    void abortAll() override { } ///< A file is written in no time.

private:
    Encryption& m_encryption;
};

} // namespace jetbridge::delivery
