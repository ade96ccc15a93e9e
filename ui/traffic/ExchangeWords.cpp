// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/ExchangeWords.h"

#include "parts/Mask.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Translation context of these texts.
struct ExchangeWords {
    Q_DECLARE_TR_FUNCTIONS(ExchangeWords)
};

QString readable(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return QString::fromUtf8(document.isNull() ? body : document.toJson(QJsonDocument::Indented))
        .trimmed();
}

QString message(const QString& firstLine, const QList<QPair<QByteArray, QByteArray>>& headers,
    const QByteArray& body)
{
    QString text = firstLine + QLatin1Char('\n');
    for (const auto& [name, value] : headers)
        text += QString::fromUtf8(name + ": " + value) + QLatin1Char('\n');
    if (!body.isEmpty())
        text += QLatin1Char('\n') + readable(body) + QLatin1Char('\n');
    return Mask::text(text);
}

} // namespace

QString laneWords(Lane lane)
{
    switch (lane) {
    case Lane::Browser:
        return ExchangeWords::tr("Customer's browser");
    case Lane::SmartRecruiters:
        return u"SmartRecruiters"_s;
    case Lane::PartnerApp:
        return ExchangeWords::tr("Partner app");
    case Lane::PartnerApi:
        return ExchangeWords::tr("Partner API");
    }
    Q_UNREACHABLE();
}

QString requestWords(const Exchange& exchange)
{
    const QString path = exchange.url.path();
    return QString::fromUtf8(exchange.method).trimmed() + QLatin1Char(' ')
        + (path.isEmpty() ? u"/"_s : Mask::text(path));
}

QString answerWords(const Exchange& exchange)
{
    if (exchange.status > 0)
        return QString::number(exchange.status);
    return exchange.failure.isEmpty() ? ExchangeWords::tr("Loaded")
                                      : ExchangeWords::tr("No answer");
}

QString tookWords(const Exchange& exchange)
{
    return exchange.milliseconds < 0 ? QString()
                                     : ExchangeWords::tr("%L1 ms").arg(exchange.milliseconds);
}

Tone toneOf(const Exchange& exchange)
{
    if (!exchange.failure.isEmpty() || exchange.status >= 500)
        return Tone::Bad;
    if (exchange.status >= 400)
        return Tone::Careful;
    return exchange.status > 0 ? Tone::Good : Tone::Neutral;
}

const char* iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return "ok";
    case Tone::Careful:
        return "warn";
    case Tone::Bad:
        return "bad";
    case Tone::Neutral:
        return "unknown";
    }
    Q_UNREACHABLE();
}

QString requestText(const Exchange& exchange)
{
    return message(u"%1 %2"_s.arg(QString::fromUtf8(exchange.method),
                       exchange.url.toString(QUrl::FullyEncoded)),
        exchange.requestHeaders, exchange.requestBody);
}

QString answerText(const Exchange& exchange)
{
    QString first = answerWords(exchange);
    if (!exchange.failure.isEmpty())
        first += u": "_s + exchange.failure;
    return message(first, exchange.replyHeaders, exchange.replyBody);
}

} // namespace jetbridge::ui
