// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the window includes; precompiled once. Never included by hand.
#pragma once

#include "../app/Precompiled.h"

#include <QAbstractItemModel>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
