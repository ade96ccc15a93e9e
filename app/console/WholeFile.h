// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Window and command line know the console, and not the rooms that it is built from.
#include "files/WholeFile.h" // IWYU pragma: export
