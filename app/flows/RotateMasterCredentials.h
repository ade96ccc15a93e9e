// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Replaces the master credentials by others of the same application: they are checked by a real
/// token request while the old ones stay in use, then they take their place. The previous ones are
/// kept in the vault until the new ones have confirmed an integration (settleRotation) or staff go
/// back to them. The journal records the dates, in lines of no company.
///
/// Refused: the new credentials are wrong (or, code no_master_credentials, there are none to
/// replace), and nothing was changed. Invalid: they belong to another application or to a customer,
/// or are already in use.
Task<Outcome<AccessToken>> rotateMasterCredentials(Services services, MasterCredentials fresh);

/// Puts the previous master credentials back in use, in the same way; those in use become the
/// previous ones. NotFound: none are kept.
Task<Outcome<AccessToken>> rotateBack(Services services);

/// What happened to the previous master credentials when an integration was confirmed.
enum class Settled {
    Nothing, ///< No previous credentials were kept.
    Removed,
    OtherPair, ///< They are kept, because the credentials that confirmed are not those in use (any
               ///< more).
};
/// Removes the previous master credentials after an integration was confirmed with `confirmedWith`,
/// if these are the credentials in use, which have thereby proved to work. No program may change
/// the master credentials meanwhile.
Task<Outcome<Settled>> settleRotation(Services services, ClientCredentials confirmedWith);

/// Returns the previous master credentials, if any are kept.
Task<Outcome<std::optional<MasterCredentials>>> previousMasterCredentials(
    Vault& vault, QString environment);

} // namespace jetbridge
