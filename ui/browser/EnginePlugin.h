// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/Browser.h"

#include <tl/expected.hpp>

#include <optional>

namespace jetbridge::ui {

/// Returns the browser's engine, which is loaded on first use and kept until the program ends, or
/// the reason why it cannot be loaded, in Qt's words. If it were linked to the program, it would
/// take more than half of the time until the first window, and two thirds of the memory of those
/// who open no page.
tl::expected<BrowserEngine*, QString> browserEngine();

/// Returns the engine's version without needing a display; nullopt if the engine cannot be loaded.
std::optional<EngineVersion> browserVersion();

} // namespace jetbridge::ui
