// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Message.h"

namespace jetbridge::ui {

/// The sentence of a message in the window's language; words that have no code stay as they are.
QString said(const Message& message);

} // namespace jetbridge::ui
