// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Language.h"

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

QString preferredLanguage(QByteArrayView acceptLanguage, const QStringList& available)
{
    QString best = available.first();
    double bestQuality = 0;
    const auto ranges = QString::fromLatin1(acceptLanguage).split(QLatin1Char(','));
    for (const QString& range : ranges) {
        const auto parts = range.split(QLatin1Char(';'));
        const QString tag = parts.first().trimmed().section(QLatin1Char('-'), 0, 0).toLower();
        double quality = 1;
        for (const QString& parameter : parts.mid(1)) {
            const QString text = parameter.trimmed();
            if (text.startsWith("q="_L1, Qt::CaseInsensitive))
                quality = text.mid(2).toDouble(); // A value that is not a number counts as 0
        }
        const QString language = tag == "*"_L1 ? available.first() : tag;
        if (quality > bestQuality && quality <= 1 && available.contains(language)) {
            best = language;
            bestQuality = quality;
        }
    }
    return best;
}

} // namespace jetbridge::endpoints
