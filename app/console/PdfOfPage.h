// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QByteArray>

namespace jetbridge {

/// An HTML page as a PDF, printed by Chromium. NotFound: Chromium is not installed.
Task<Outcome<QByteArray>> pdfOf(QByteArray html);

} // namespace jetbridge
