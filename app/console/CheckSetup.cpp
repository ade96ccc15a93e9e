// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CheckSetup.h"

#include "domain/Json.h"
#include "traffic/Redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

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
            u"The secret of \"%1\" has fewer than %2 bytes: it could not be kept out "
            "of the report for sure."_s.arg(pair->clientId.text())
                .arg(traffic::KnownSecrets::shortest));
    return ClientCredentials{pair->clientId, pair->clientSecret, {}}; // proved at no place yet
}

} // namespace

Outcome<Done> CheckSetup::readPairs(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    const QJsonValue list = object->value("pairs"_L1);
    const QJsonArray pairs_ = list.isArray() ? list.toArray() : QJsonArray{*object};
    if (pairs_.isEmpty() || pairs_.size() > 2)
        return failed(FailureKind::Invalid,
            u"One or two pairs are needed: {\"pairs\":[{\"clientId\",\"clientSecret\"},"
            "...]}."_s);
    for (qsizetype i = 0; i < pairs_.size(); ++i) {
        const auto pair = pairFrom(pairs_.at(i));
        if (!pair)
            return failed(pair.error().kind, u"Pair %1: %2"_s.arg(i + 1).arg(pair.error().detail));
        given.at(std::size_t(i)) = *pair;
    }
    if (given[1] && given[0]->clientId == given[1]->clientId)
        return failed(FailureKind::Invalid,
            u"Both pairs have the same clientId: two customers are needed."_s);
    pairs = Pairs::Given;
    return Done{};
}

} // namespace jetbridge
