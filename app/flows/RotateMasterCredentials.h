// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Other master credentials of the same application take the place of those in use: proved beside
/// them by a real token request, then cut over. The pair before is kept in the vault until the new
/// one has confirmed an integration (settleRotation) or staff go back to it. The journal keeps the
/// dates, as lines of no company.
///
/// Refused: the new pair is wrong (or, code no_master_credentials, there is none to replace), and
/// nothing has changed. Invalid: another application's, a customer's, or the very pair that is in
/// use.
Task<Outcome<AccessToken>> rotateMasterCredentials(Services services, MasterCredentials fresh);

/// The pair before takes its place again, in the same way; the one in use becomes the pair before.
/// NotFound: none is kept.
Task<Outcome<AccessToken>> rotateBack(Services services);

/// What happened to the previous master credentials when an integration was confirmed.
enum class Settled {
    Nothing, ///< No previous credentials were kept.
    Removed,
    OtherPair, ///< They are kept, because the credentials that confirmed are not those in use (any
               ///< more).
};
/// An integration was confirmed with this pair. If that is the one in use, it has proved itself and
/// the one before is removed. Nobody may change the pairs meanwhile, in no program.
Task<Outcome<Settled>> settleRotation(Services services, ClientCredentials confirmedWith);

/// Returns the previous master credentials, if any are kept.
Task<Outcome<std::optional<MasterCredentials>>> previousMasterCredentials(
    Vault& vault, QString environment);

} // namespace jetbridge
