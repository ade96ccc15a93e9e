// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "parts/Tokens.h"

namespace jetbridge::ui {

QString laneWords(Lane lane); ///< Returns the party's name in the window's language, such as
                              ///< "Customer's browser".
QString requestWords(const Exchange& exchange); ///< Returns method and path, such as "POST
                                                ///< /oauth/token".
QString answerWords(const Exchange& exchange); ///< Returns the status, such as "200", "No answer"
                                               ///< or "Loaded".
QString tookWords(const Exchange& exchange); ///< Returns the duration, such as "41 ms"; empty if
                                             ///< nobody measured it.
Tone toneOf(const Exchange& exchange);
const char* iconOf(Tone tone); ///< Name of the lineIcon() with the same meaning as the tone.

/// Returns request and answer in HTTP's format for people: JSON is indented.
QString requestText(const Exchange& exchange);
QString answerText(const Exchange& exchange);

} // namespace jetbridge::ui
