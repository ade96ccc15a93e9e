// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

#include <QJsonDocument>

namespace jetbridge {

Outcome<QJsonObject> jsonObject(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failed(FailureKind::Invalid,
            QStringLiteral("Not valid JSON at byte %1: %2.")
                .arg(error.offset)
                .arg(error.errorString()));
    if (!document.isObject())
        return failed(FailureKind::Invalid, QStringLiteral("A JSON object was expected."));
    return document.object();
}

} // namespace jetbridge
