// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CheckSetup.h"

#include "domain/Json.h"
#include "traffic/Redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jetbridge {

namespace {

Outcome<ClientCredentials> pairFrom(const QJsonValue& value)
{
    QByteArray json = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const auto pair = ClientCredentials::fromJson(json);
    wipe(json);
    if (!pair)
        return pair;
    if (pair->clientSecret.size() < traffic::KnownSecrets::shortest)
        return failed(FailureKind::Invalid,
            QStringLiteral("The secret of \"%1\" has fewer than %2 bytes: it could not be kept out "
                           "of the report for sure.")
                .arg(pair->clientId.text())
                .arg(traffic::KnownSecrets::shortest));
    return ClientCredentials{pair->clientId, pair->clientSecret, {}}; // proved at no place yet
}

} // namespace

Outcome<Done> CheckSetup::readPairs(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    const QJsonValue list = object->value(QLatin1String("pairs"));
    const QJsonArray pairs_ = list.isArray() ? list.toArray() : QJsonArray{*object};
    if (pairs_.isEmpty() || pairs_.size() > 2)
        return failed(FailureKind::Invalid,
            QStringLiteral(
                "One or two pairs are needed: {\"pairs\":[{\"clientId\",\"clientSecret\"},"
                "...]}."));
    for (qsizetype i = 0; i < pairs_.size(); ++i) {
        const auto pair = pairFrom(pairs_.at(i));
        if (!pair)
            return failed(pair.error().kind,
                QStringLiteral("Pair %1: %2").arg(i + 1).arg(pair.error().detail));
        given.at(std::size_t(i)) = *pair;
    }
    if (given[1] && given[0]->clientId == given[1]->clientId)
        return failed(FailureKind::Invalid,
            QStringLiteral("Both pairs have the same clientId: two customers are needed."));
    pairs = Pairs::Given;
    return Done{};
}

} // namespace jetbridge
