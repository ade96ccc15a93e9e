// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RetryAfter.h"

#include "domain/Utc.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace jetbridge::http {

QDateTime httpDate(const QByteArray& text, const QDateTime& now)
{
    // QLocale would first make a local time of it, which is slow and does not know the hour that is
    // skipped in spring.
    static const QString time = u"(?<time>\\d\\d:\\d\\d:\\d\\d)"_s;
    static const std::array forms{
        QRegularExpression(
            u"\\A[A-Z][a-z]{2}, (?<day>\\d\\d) (?<month>\\w{3}) (?<year>\\d{4}) %1 GMT\\z"_s.arg(
                time)),
        QRegularExpression(
            u"\\A[A-Z][a-z]{5,8}, (?<day>\\d\\d)-(?<month>\\w{3})-(?<year>\\d\\d) %1 GMT\\z"_s.arg(
                time)),
        QRegularExpression(u"\\A[A-Z][a-z]{2} (?<month>\\w{3}) (?<day>\\d\\d?) "
                           "%1 (?<year>\\d{4})\\z"_s.arg(time))};
    static const QStringList months =
        u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_s.split(QLatin1Char(' '));
    const QString simplified = QString::fromLatin1(text).simplified();
    for (const QRegularExpression& form : forms) {
        const auto match = form.match(simplified);
        if (!match.hasMatch())
            continue;
        const auto number = [&match](const char* name) {
            return match.captured(QLatin1String(name)).toInt();
        };
        const int month = int(months.indexOf(match.captured(u"month"_s))) + 1;
        int year = number("year");
        if (year < 100)
            year += 1900;
        const QTime moment = QTime::fromString(match.captured(u"time"_s), Qt::ISODate);
        QDateTime date(QDate(year, month, number("day")), moment, utc);
        if (!moment.isValid())
            return {};
        // RFC 9110 5.6.7: a two-digit year means the past century only if it would be more than 50
        // years ahead.
        if (&form == &forms[1] && date.addYears(100) <= now.addYears(50))
            date = date.addYears(100);
        return date;
    }
    return {};
}

std::optional<std::chrono::seconds> retryAfter(const http::Reply& reply, const QDateTime& now)
{
    const QByteArray value = reply.header("Retry-After").trimmed();
    if (value.isEmpty())
        return std::nullopt;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 seconds = value.toLongLong(&ok);
        return ok ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    }
    const QDateTime date = httpDate(value, now);
    if (!date.isValid())
        return std::nullopt;
    const QDateTime theirNow = httpDate(reply.header("Date"), now);
    return std::chrono::seconds(
        std::max<qint64>(0, (theirNow.isValid() ? theirNow : now).secsTo(date)));
}

} // namespace jetbridge::http
