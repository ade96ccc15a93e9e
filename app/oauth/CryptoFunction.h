// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLibrary>

#include <openssl/opensslv.h>

namespace jetbridge::oauth {

/// Returns a function of the OpenSSL library that Qt loads when it first needs TLS; null if there
/// is none of the version that we were built with. If we linked the library, it would be loaded
/// before the first window is painted, with a tenth of all symbols that are looked up until then.
template <typename Function> Function* cryptoFunction(const char* name)
{
    return reinterpret_cast<Function*>(
        QLibrary::resolve(QStringLiteral("crypto"), OPENSSL_VERSION_MAJOR, name));
}

} // namespace jetbridge::oauth
