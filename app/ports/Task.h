// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QCoro/QCoroTask>

namespace jetbridge {

/// What a port returns: an Outcome that comes later.
template <typename T> using Task = QCoro::Task<T>;

} // namespace jetbridge
