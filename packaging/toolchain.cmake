# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets the compiler of the presets: the one that packaging/setup has chosen for this computer.
get_property(is_try GLOBAL PROPERTY IN_TRY_COMPILE)
if(is_try)
    return() # CMake's own test projects get the compiler of this one.
elseif(DEFINED CACHE{CMAKE_CXX_COMPILER} AND NOT DEFINED CACHE{JETBRIDGE_SETUP_COMPILER})
    return() # Named by hand, with -D CMAKE_CXX_COMPILER=...
endif()

include("${CMAKE_CURRENT_LIST_DIR}/../build/toolchain.cmake" OPTIONAL RESULT_VARIABLE written)
if(NOT written)
    message(FATAL_ERROR
        "The presets use the compiler that packaging/setup chooses, and it has not run here yet.\n"
        "Run packaging/setup (where everything is there, it installs nothing), or name a compiler yourself, for "
        "instance: cmake --preset dev -D CMAKE_CXX_COMPILER=clang++")
endif()
set(before "$CACHE{JETBRIDGE_SETUP_COMPILER}")
if(before AND NOT before STREQUAL CMAKE_CXX_COMPILER)
    get_filename_component(folder "${CMAKE_BINARY_DIR}" NAME)
    message(FATAL_ERROR
        "${CMAKE_BINARY_DIR} was configured for ${before}; packaging/setup has chosen ${CMAKE_CXX_COMPILER} since.\n"
        "Begin that folder anew: cmake --fresh --preset ${folder}")
endif()
set(JETBRIDGE_SETUP_COMPILER "${CMAKE_CXX_COMPILER}" CACHE INTERNAL "What packaging/setup chose")
