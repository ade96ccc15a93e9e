// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace jetbridge::ui {

/// Every colour of the window. Text colours reach a contrast of 4.5 on both backgrounds.
struct Tokens {
    QColor canvas; ///< The window.
    QColor surface; ///< Cards, tables, fields.
    QColor hairline; ///< Separators.
    QColor border; ///< Of inputs and buttons.
    QColor text;
    QColor muted;
    QColor accent; ///< The one primary action of a page, links, the focus ring.
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
/// Those that this palette was made of.
const Tokens& tokensOf(const QPalette& palette);
QPalette paletteOf(const Tokens& tokens);

/// WCAG 2.1 contrast ratio, 1 .. 21.
double contrast(const QColor& one, const QColor& other);

/// How something stands; always beside a word that says the same.
enum class Tone { Neutral, Good, Careful, Bad };
QColor colorOf(Tone tone, const Tokens& tokens);
/// The tone's name in the style sheet: "good".
QLatin1String nameOf(Tone tone);

/// The 4 px grid.
namespace spacing {
inline constexpr int inside = 8;
inline constexpr int between = 16;
inline constexpr int around = 24;
} // namespace spacing
inline constexpr int controlHeight = 32;
inline constexpr int lineIconSize = 20;

} // namespace jetbridge::ui
