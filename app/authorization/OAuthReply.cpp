// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/OAuthReply.h"

#include "domain/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

QString errorCode(const QByteArray& body)
{
    const auto object = jsonObject(body);
    const QString code = object ? object->value("error"_L1).toString() : QString();
    const bool isCode = code.size() <= 64 && std::all_of(code.begin(), code.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
    });
    return isCode ? code : QString();
}

QString statusAndError(const http::Reply& reply)
{
    const QString code = errorCode(reply.body);
    const QString status = QString::number(reply.status);
    return code.isEmpty() ? status : u"%1 %2"_s.arg(status, code);
}

} // namespace jetbridge::authorization
