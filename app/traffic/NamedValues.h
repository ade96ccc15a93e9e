// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace jetbridge::traffic {

/// A value that counts as a secret because of its name.
struct NamedValue {
    qsizetype begin = 0;
    qsizetype size = 0;
    QByteArray value; ///< Decoded.
};

/// Finds the values of `name=value` in forms and queries, of `"name": value` in JSON (even if the
/// end of the text truncates it), of HTML input fields, XML elements, multipart/form-data parts and
/// of lines `name: value`, whose decoded names are those of secrets: client_secret, accessToken,
/// password and others, in forms also code and state.
///
/// The time is linear in the length of the text, whatever it contains.
std::vector<NamedValue> secretValuesIn(QByteArrayView text);

/// Tells whether a header of this name contains a secret.
bool isSecretHeader(QByteArrayView name);

} // namespace jetbridge::traffic
