// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "domain/Integration.h"

namespace jetbridge {

/// Format of a document that hands over customer-level credentials.
enum class HandoverFormat {
    Json, ///< One object with companyId, integrationId, clientId, clientSecret, tokenUrl, apiUrl.
    Env, ///< Lines NAME=value, quoted so that shells and dotenv readers read the same value.
    Kubernetes, ///< A Kubernetes Secret manifest.
    Vault, ///< A body for HashiCorp Vault's KV version 2: POST /v1/MOUNT/data/PATH.
    Gpg, ///< The JSON document, encrypted to a recipient's key (OpenPGP, armoured).
};

/// Returns the format for "json", "env", "kubernetes", "vault" or "gpg". Invalid: there is no such
/// format.
Outcome<HandoverFormat> handoverFormatFromName(const QString& name);
QString handoverFormatName(HandoverFormat format);
/// Returns the file name for one customer's document, such as "globex.env" or "globex.json.asc".
QString handoverFileName(HandoverFormat format, const CompanyId& company);
/// Returns the same for one integration, for files that are kept beside those of former ones.
QString handoverFileName(HandoverFormat format, const IntegrationId& integration);

/// Returns the document with the client secret in clear text; for Gpg, the document to encrypt.
/// Invalid: a value cannot be written so that all readers read the same (Env).
Outcome<Secret> handoverDocument(HandoverFormat format, const Environment& environment,
    const Integration& integration, const CustomerCredentials& credentials);

} // namespace jetbridge
