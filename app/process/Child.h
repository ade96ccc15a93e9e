// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

class QProcess;

namespace jetbridge::process {

/// Returns the environment for a child process: this program's own, without its JETBRIDGE_
/// variables, which may hold credentials.
QProcessEnvironment childEnvironment();

/// Starts `process`, and lets the system kill it (SIGKILL) when the calling thread ends, also when
/// this program is killed (Linux; elsewhere it lives on). Otherwise it could go on with work that
/// the next start of this program repeats; and a child that has not executed its program yet would
/// keep this program's locks and sockets: close-on-exec does not concern it.
void startChild(QProcess& process);

} // namespace jetbridge::process
