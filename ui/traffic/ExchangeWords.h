// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "parts/Tokens.h"

namespace jetbridge::ui {

QString laneWords(Lane lane); ///< "Customer's browser", in the window's language.
QString requestWords(const Exchange& exchange); ///< "POST /oauth/token"
QString answerWords(const Exchange& exchange); ///< "200", "No answer", "Loaded"
QString tookWords(const Exchange& exchange); ///< "41 ms"; empty when nobody measured it.
Tone toneOf(const Exchange& exchange);
const char* iconOf(Tone tone); ///< A lineIcon() that says the same as the tone.

/// Request and answer as HTTP writes them, for people: JSON is indented.
QString requestText(const Exchange& exchange);
QString answerText(const Exchange& exchange);

} // namespace jetbridge::ui
