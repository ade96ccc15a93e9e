// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"

namespace jetbridge::simulator {

/// A refusal in the shape of SmartRecruiters' customer API: `{"message", "errors": [{"code",
/// "message"}]}`.
web::Reply apiError(int status, const QString& code, const QString& message);
/// The same from a failure that carries status and code.
web::Reply apiError(const Failure& failure);
/// Keeps status and challenge of an RFC 6750 refusal and gives it that body.
web::Reply apiError(const web::Reply& bearerRefusal);

} // namespace jetbridge::simulator
