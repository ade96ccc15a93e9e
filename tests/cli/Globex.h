// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Program.h"

/// Adds the connected customer "globex" to the registry of a program, with the issued client
/// "client-of-globex". Returns false if that fails.
bool keepGlobex(const Program& program);
