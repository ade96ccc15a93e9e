// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

namespace jetbridge {

/// A coroutine's result that becomes available later.
template <typename T> using Task = QCoro::Task<T>;

} // namespace jetbridge
