// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "domain/Integration.h"

namespace jetbridge {

/// What customer-level credentials look like to whom they are handed over.
enum class HandoverFormat {
    Json, ///< One object: companyId, integrationId, clientId, clientSecret, tokenUrl, apiUrl.
    Env, ///< Lines NAME=value, quoted so that shells and dotenv readers read the same.
    Kubernetes, ///< A Secret manifest.
    Vault, ///< The body of HashiCorp Vault's KV version 2: POST /v1/MOUNT/data/PATH.
    Gpg, ///< The JSON, encrypted to a recipient's key (OpenPGP, armoured).
};

/// Invalid: there is no such format. "json", "env", "kubernetes", "vault", "gpg".
Outcome<HandoverFormat> handoverFormatFromName(const QString& name);
QString handoverFormatName(HandoverFormat format);
/// "globex.env", "globex.json.asc": a file's name for one customer's document.
QString handoverFileName(HandoverFormat format, const CompanyId& company);

/// The document, with the client secret in clear text; for Gpg what is to be encrypted. Invalid: a
/// value cannot be written so that everybody reads the same (Env).
Outcome<Secret> handoverDocument(HandoverFormat format, const Environment& environment,
    const Integration& integration, const CustomerCredentials& credentials);

} // namespace jetbridge
