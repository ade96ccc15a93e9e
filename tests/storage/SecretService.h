// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QDBusConnection;

namespace jetbridge {

/// Locks the default keyring on this bus as its owner would, so that its secrets cannot be read.
/// Returns an empty string, or what went wrong.
QString lockKeyring(const QDBusConnection& bus);

/// Unlocks the keyring without a prompt, by GNOME Keyring's own interface, which the sign-in uses,
/// too.
QString unlockKeyring(const QDBusConnection& bus, const QByteArray& password);

} // namespace jetbridge
