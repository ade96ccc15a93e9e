// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ApiError.h"

namespace jetbridge::simulator {

web::Reply apiError(int status, const QString& code, const QString& message)
{
    return web::Reply::json(QJsonObject{{QStringLiteral("message"), message},
                                {QStringLiteral("errors"),
                                    QJsonArray{QJsonObject{{QStringLiteral("code"), code},
                                        {QStringLiteral("message"), message}}}}},
        status);
}

web::Reply apiError(const Failure& failure)
{
    return apiError(failure.status == 0 ? 400 : failure.status,
        failure.code.isEmpty() ? QStringLiteral("BAD_REQUEST") : failure.code, failure.detail);
}

web::Reply apiError(const web::Reply& bearerRefusal)
{
    web::Reply reply;
    switch (bearerRefusal.status) {
    case 401:
        reply = apiError(401, QStringLiteral("UNAUTHORIZED"),
            QStringLiteral("A valid access token is needed in the Authorization header."));
        break;
    case 403:
        reply = apiError(403, QStringLiteral("INSUFFICIENT_SCOPE"),
            QStringLiteral(
                "The access token does not have the scope that this resource requires."));
        break;
    default:
        reply = apiError(bearerRefusal.status, QStringLiteral("BAD_REQUEST"),
            QStringLiteral("The access token must be sent once, in the Authorization header."));
    }
    for (const auto& [name, value] : bearerRefusal.headers)
        if (name.toLower() == "www-authenticate")
            reply.with(name, value);
    return reply;
}

} // namespace jetbridge::simulator
