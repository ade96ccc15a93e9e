// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/Browser.h"

#include <tl/expected.hpp>

#include <optional>

namespace jetbridge::ui {

/// The browser's engine, loaded when it is first asked for and kept till the end. Linked to the
/// program it would take more than half of the time until the first window, and two thirds of the
/// memory of those who open no page. Else why it cannot be loaded, as Qt says it.
tl::expected<BrowserEngine*, QString> browserEngine();

/// What the engine says of itself; needs no display. nullopt: it cannot be loaded.
std::optional<EngineVersion> browserVersion();

} // namespace jetbridge::ui
