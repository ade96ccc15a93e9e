// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Tokens.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

const Tokens& lightTokens()
{
    static const Tokens tokens{0xF6F7F9, 0xFFFFFF, 0xD5DAE1, 0x7C8899, 0x1B2430, 0x566273, 0x0B5FCC,
        0xFFFFFF, 0x0B7A4B, 0x8A5A00, 0xB3261E, 0xE3F4EB, 0xFBF0D9, 0xFBE9E7, 0xE6F0FC};
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens{0x14181F, 0x1C222B, 0x343D4A, 0x6B7A8F, 0xE8ECF1, 0xA3AFBF, 0x6FB1FF,
        0x0B1220, 0x5FD39A, 0xF0BE62, 0xFF8A80, 0x143326, 0x3A2E12, 0x43201D, 0x15304F};
    return tokens;
}

const Tokens& tokensOf(const QPalette& palette)
{
    QColor window = palette.color(QPalette::Window);
    if (window.alpha() == 0) // the colours below are visible through it
        window = QGuiApplication::palette().color(QPalette::Window);
    return window.lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette paletteOf(const Tokens& tokens)
{
    QPalette palette(tokens.text, tokens.surface, tokens.hairline, tokens.border, tokens.border,
        tokens.text, tokens.text, tokens.surface, tokens.canvas);
    palette.setColor(QPalette::AlternateBase, tokens.canvas);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.surface);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.muted);
    return palette;
}

namespace {

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor colorOf(Tone tone, const Tokens& tokens)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.muted;
    case Tone::Good:
        return tokens.ok;
    case Tone::Careful:
        return tokens.warn;
    case Tone::Bad:
        return tokens.bad;
    }
    Q_UNREACHABLE();
}

QLatin1String nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return "neutral"_L1;
    case Tone::Good:
        return "good"_L1;
    case Tone::Careful:
        return "careful"_L1;
    case Tone::Bad:
        return "bad"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::ui
