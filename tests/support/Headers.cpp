// SPDX-License-Identifier: GPL-3.0-or-later
// The targets that own the precompiled headers of tests need a source file; Qt Test's macros name the folder of each
// target that links it, so none of the test programs can be the owner.
