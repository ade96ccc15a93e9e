// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"

namespace jetbridge::simulator {

/// Makes an error reply in the format of SmartRecruiters' customer API: `{"message", "errors":
/// [{"code", "message"}]}`.
web::Reply apiError(int status, const QString& code, const QString& message);
/// Makes an error reply from a failure that has a status and a code.
web::Reply apiError(const Failure& failure);
/// Gives an RFC 6750 refusal a body in this format; its status and challenge are kept.
web::Reply apiError(const web::Reply& bearerRefusal);

} // namespace jetbridge::simulator
