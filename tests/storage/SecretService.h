// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QDBusConnection;

namespace jetbridge {

/// Locks the default keyring on this bus as its owner would; its secrets are out of reach from then
/// on. Empty when it is done, else what went wrong.
QString lockKeyring(const QDBusConnection& bus);

/// Opens it again without a prompt: GNOME Keyring's own interface, which the sign-in uses, too.
QString unlockKeyring(const QDBusConnection& bus, const QByteArray& password);

} // namespace jetbridge
