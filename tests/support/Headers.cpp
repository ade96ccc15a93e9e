// SPDX-License-Identifier: GPL-3.0-or-later
// The targets that own the precompiled headers of tests need a source file. None of the test
// programs can own them, because Qt Test's macros name the folder of each target that links it.
