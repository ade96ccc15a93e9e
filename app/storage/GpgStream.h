// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <functional>

namespace jetbridge::storage {

/// Gives the next bytes; none: that was all.
using NextBytes = std::function<Outcome<QByteArray>()>;
/// Takes some of the bytes that came; a failure ends the run.
using TakeBytes = std::function<Outcome<Done>(QByteArrayView)>;

/// How one run of gpg ended.
struct GpgEnd {
    bool isGood = false;
    QByteArrayList status; ///< The lines of --status-fd (GnuPG's doc/DETAILS), without their mark.
    QByteArray complaint; ///< The last line for people.

    bool says(const char* keyword) const;
};

/// Streams bytes through gpg, so that nothing of them is ever a file. Blocks: for a thread of its
/// own. `passphrase`, unless empty, is the first line that gpg reads (--passphrase-fd 0): it is in
/// no argument, no environment and no file. Cancelled as soon as the flag is set. Invalid: gpg
/// cannot be started.
Outcome<GpgEnd> streamThroughGpg(const QStringList& arguments, const Secret& passphrase,
    const NextBytes& next, const TakeBytes& take, const std::atomic<bool>& isCancelled);

} // namespace jetbridge::storage
