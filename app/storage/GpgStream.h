// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <functional>

namespace jetbridge::storage {

/// Returns the next bytes; an empty array means the end.
using NextBytes = std::function<Outcome<QByteArray>()>;
/// Takes some of the bytes that arrived; a failure ends the run.
using TakeBytes = std::function<Outcome<Done>(QByteArrayView)>;

/// Result of one run of gpg.
struct GpgEnd {
    bool isGood = false;
    QByteArrayList status; ///< Lines of --status-fd (GnuPG's doc/DETAILS) without their prefix.
    QByteArray complaint; ///< The last line that gpg wrote for people.

    bool says(const char* keyword) const;
};

/// Returns the failure for a gpg that did not start: Invalid, with the system's reason.
Failure cannotStart(const QString& reason);

/// Streams bytes through gpg, so that no part of them is ever in a file. Blocks, so it needs a
/// thread of its own. `passphrase`, unless empty, is the first line that gpg reads (--passphrase-fd
/// 0); it is in no argument, environment or file. Cancelled as soon as the flag is set. Invalid:
/// gpg cannot be started.
Outcome<GpgEnd> streamThroughGpg(const QStringList& arguments, const Secret& passphrase,
    const NextBytes& next, const TakeBytes& take, const std::atomic<bool>& isCancelled);

} // namespace jetbridge::storage
