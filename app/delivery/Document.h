// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Encryption.h"
#include "ports/SinkDriver.h"

namespace jetbridge::delivery {

/// Returns the document of handoverDocument() with the parcel's credentials, not encrypted.
Outcome<Secret> plainDocument(HandoverFormat format, const Parcel& parcel);

/// Returns the document with the parcel's credentials in a sink's format. Fails as
/// handoverDocument() and Encryption::encrypt() do.
Task<Outcome<Secret>> documentOf(Encryption& encryption, SinkFormat format, Parcel parcel);

} // namespace jetbridge::delivery
