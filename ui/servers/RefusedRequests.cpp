// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/RefusedRequests.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int lookedAt = 1'000;

bool isRefusedByUs(const Exchange& exchange)
{
    const bool isOurs = exchange.to == Lane::PartnerApi
        || (exchange.to == Lane::PartnerApp && exchange.from == Lane::Browser);
    return isOurs && exchange.status >= 400;
}

/// Returns the sentence that the customer's page showed; the consent page marks its place.
QString saidByPage(const QString& page)
{
    static const QRegularExpression outcome(
        u"id=\"outcome\"[^>]*>(?:\\s*<h1[^>]*>[^<]*</h1>\\s*<p>)?([^<]*)"_s);
    return QTextDocumentFragment::fromHtml(outcome.match(page).captured(1)).toPlainText();
}

QString reasonOf(const Exchange& exchange)
{
    const QJsonObject body = QJsonDocument::fromJson(exchange.replyBody).object();
    const QString code = body.value("error"_L1).toString();
    const QString description = body.value("error_description"_L1).toString();
    if (!code.isEmpty() && !description.isEmpty())
        return u"%1: %2"_s.arg(code, description);
    if (!body.isEmpty())
        return code + description;
    const QString text = QString::fromUtf8(exchange.replyBody);
    return text.contains(QLatin1Char('<')) ? saidByPage(text)
                                           : text.section(QLatin1Char('\n'), 0, 0);
}

} // namespace

Task<Outcome<QList<RefusedRequest>>> refusedRequests(RecordedTraffic& traffic, int most)
{
    ExchangeFilter filter;
    filter.most = lookedAt;
    const auto latest = co_await traffic.list(filter);
    if (!latest)
        co_return passOn(latest);
    QList<RefusedRequest> refused;
    for (const Exchange& exchange : *latest) {
        if (!isRefusedByUs(exchange))
            continue;
        const auto whole = co_await traffic.find(exchange.number);
        if (!whole)
            co_return passOn(whole);
        refused.append({exchange, *whole ? reasonOf(**whole) : QString()});
        if (refused.size() >= most)
            break;
    }
    co_return refused;
}

} // namespace jetbridge::ui
