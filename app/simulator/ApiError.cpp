// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ApiError.h"

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

web::Reply apiError(int status, const QString& code, const QString& message)
{
    return web::Reply::json(
        QJsonObject{{u"message"_s, message},
            {u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}}},
        status);
}

web::Reply apiError(const Failure& failure)
{
    return apiError(failure.status == 0 ? 400 : failure.status,
        failure.code.isEmpty() ? u"BAD_REQUEST"_s : failure.code, failure.detail);
}

web::Reply apiError(const web::Reply& bearerRefusal)
{
    web::Reply reply;
    switch (bearerRefusal.status) {
    case 401:
        reply = apiError(401, u"UNAUTHORIZED"_s,
            u"A valid access token is needed in the Authorization header."_s);
        break;
    case 403:
        reply = apiError(403, u"INSUFFICIENT_SCOPE"_s,
            u"The access token does not have the scope that this resource requires."_s);
        break;
    default:
        reply = apiError(bearerRefusal.status, u"BAD_REQUEST"_s,
            u"The access token must be sent once, in the Authorization header."_s);
    }
    for (const auto& [name, value] : bearerRefusal.headers)
        if (name.toLower() == "www-authenticate")
            reply.with(name, value);
    return reply;
}

} // namespace jetbridge::simulator
