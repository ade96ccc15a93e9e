// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Redirect.h"

#include "domain/Application.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

Outcome<QUrl> checkRedirect(const QString& text, const QStringList& allowedHosts)
{
    const auto refused = [](const QString& why) {
        return failed(
            FailureKind::Invalid, u"The redirect address %1"_s.arg(why), 0, u"redirect"_s);
    };
    if (text.size() > 4096)
        return refused(u"is longer than 4096 characters."_s);
    // Browsers read "\" as "/" and drop line breaks and tabs. Text that two readers may read
    // differently is refused.
    if (std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.unicode() <= 0x20 || c.unicode() == 0x7f || c == QLatin1Char('\\');
        }))
        return refused(u"has a character that does not belong into a URL."_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return refused(u"is not a complete URL."_s);
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        return refused(u"must be https."_s);
    if (!url.userInfo().isEmpty()
        || text.section(QLatin1Char('/'), 2, 2).contains(QLatin1Char('@')))
        return refused(u"must not carry a user name."_s);
    const QString host = url.host().toLower();
    const QString place = url.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(url.port());
    if (!allowedHosts.contains(place, Qt::CaseInsensitive))
        return refused(
            u"leads to \"%1\", which is not a SmartRecruiters host of this environment."_s.arg(
                place));
    return url;
}

} // namespace jetbridge
