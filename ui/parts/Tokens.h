// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace jetbridge::ui {

/// Every colour of the window. Text colours reach a contrast of 4.5 on both backgrounds.
struct Tokens {
    QColor canvas; ///< Background of the window.
    QColor surface; ///< Background of cards, tables and fields.
    QColor hairline; ///< Colour of separators.
    QColor border; ///< Borders of inputs and buttons.
    QColor text;
    QColor muted;
    QColor accent; ///< Colour of a page's primary action, of links and of the focus ring.
    QColor onAccent;
    QColor ok;
    QColor warn;
    QColor bad;
    QColor okBack;
    QColor warnBack;
    QColor badBack;
    QColor infoBack;
};

const Tokens& lightTokens();
const Tokens& darkTokens();
/// Returns the colours from which this palette was made.
const Tokens& tokensOf(const QPalette& palette);
QPalette paletteOf(const Tokens& tokens);

/// Returns the contrast ratio of WCAG 2.1, 1 .. 21.
double contrast(const QColor& one, const QColor& other);

/// Meaning of a colour, which always stands beside a word that says the same.
enum class Tone { Neutral, Good, Careful, Bad };
QColor colorOf(Tone tone, const Tokens& tokens);
/// Returns the tone's name in the style sheet, such as "good".
QLatin1String nameOf(Tone tone);

/// Distances of the layout, on a grid of 4 px.
namespace spacing {
inline constexpr int inside = 8;
inline constexpr int between = 16;
inline constexpr int around = 24;
} // namespace spacing
inline constexpr int controlHeight = 32;
inline constexpr int lineIconSize = 20;

} // namespace jetbridge::ui
