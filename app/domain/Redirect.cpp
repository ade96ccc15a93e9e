// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Redirect.h"

#include "domain/Application.h"

#include <algorithm>

namespace jetbridge {

Outcome<QUrl> checkRedirect(const QString& text, const QStringList& allowedHosts)
{
    const auto refused = [](const QString& why) {
        return failed(FailureKind::Invalid, QStringLiteral("The redirect address %1").arg(why), 0,
            QStringLiteral("redirect"));
    };
    if (text.size() > 4096)
        return refused(QStringLiteral("is longer than 4096 characters."));
    // Browsers read "\" as "/" and drop line breaks and tabs. Text that two readers may read
    // differently is refused.
    if (std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.unicode() <= 0x20 || c.unicode() == 0x7f || c == QLatin1Char('\\');
        }))
        return refused(QStringLiteral("has a character that does not belong into a URL."));
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return refused(QStringLiteral("is not a complete URL."));
    if (url.scheme() != QLatin1String("https") && !isLoopback(url))
        return refused(QStringLiteral("must be https."));
    if (!url.userInfo().isEmpty()
        || text.section(QLatin1Char('/'), 2, 2).contains(QLatin1Char('@')))
        return refused(QStringLiteral("must not carry a user name."));
    const QString host = url.host().toLower();
    const QString place = url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
    if (!allowedHosts.contains(place, Qt::CaseInsensitive))
        return refused(QStringLiteral(
            "leads to \"%1\", which is not a SmartRecruiters host of this environment.")
                           .arg(place));
    return url;
}

} // namespace jetbridge
