// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Redirect.h"
#include "fuzz/Require.h"

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using fuzz::require;

namespace {

const QStringList allowedHosts{
    u"www.smartrecruiters.com"_s, u"localhost:43110"_s, u"127.0.0.1:43110"_s};

/// Returns where a browser goes by the text of a Location header: the part between "//" and the
/// path, query or fragment.
QByteArray place(const QByteArray& location)
{
    const qsizetype start = location.indexOf("://") + 3;
    const auto end = std::find_if(location.begin() + start, location.end(),
        [](char c) { return c == '/' || c == '?' || c == '#' || c == '\\'; });
    return location.sliced(start, std::distance(location.begin() + start, end)).toLower();
}

} // namespace

/// Requires that an accepted redirect leads only to a host of the list (RFC 9700 4.11).
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
    const auto url = checkRedirect(text, allowedHosts);
    if (!url) {
        require(url.error().kind == FailureKind::Invalid, "a refusal is Invalid");
        return 0;
    }
    const QByteArray location = url->toEncoded();
    require(std::all_of(location.begin(), location.end(),
                [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; }),
        "a Location header holds visible ASCII");
    const bool secure = location.startsWith("https://");
    const QByteArray host = place(location);
    require(secure || location.startsWith("http://localhost:")
            || location.startsWith("http://127.0.0.1:"),
        "https, or http on this computer");
    require(allowedHosts.contains(QString::fromLatin1(host)), "it leads to a host of the list");
    return 0;
}
