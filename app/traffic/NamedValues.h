// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace jetbridge::traffic {

/// A value that stands where secrets stand, because of its name.
struct NamedValue {
    qsizetype begin = 0;
    qsizetype size = 0;
    QByteArray value; ///< Decoded.
};

/// The values of `name=value` in forms and queries, of `"name": value` in JSON, also where the end
/// of the text cuts it off, and of HTML's input fields, whose decoded names are those of secrets:
/// client_secret, accessToken, password and others, in forms also code and state.
///
/// Takes a time that grows with the length of the text, whatever stands in it.
std::vector<NamedValue> secretValuesIn(QByteArrayView text);

/// Whether a header of this name holds a secret.
bool isSecretHeader(QByteArrayView name);

} // namespace jetbridge::traffic
